import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'

export type PastAttendee = Schemas['PastAttendeeListRow']
/** 重新申办, or 证件复用. */
export type TakeOver = Schemas['TakeOverRequest']['how']

/** Answers the person of this edition. */
export const takeOver = ({ id }: PastAttendee, how: TakeOver) =>
  answerOf(api.POST('/my/past_attendees/{id}/take_overs', { params: { path: { id } }, body: { how } }))
