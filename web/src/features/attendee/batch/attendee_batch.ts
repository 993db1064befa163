import { may } from '@/app/session'
import type { Schemas } from '@/shared/api/types'
import type { Tone } from '@/ui/StateBadge.vue'

export type AttendeeBatch = Schemas['AttendeeBatchView']
export type BatchAction = AttendeeBatch['action']

const permissions: Record<BatchAction, string> = { void_attendees: 'void_attendees', upgrade: 'upgrade_attendees', sponsor: 'pay_for_attendees', decline: 'pay_for_attendees', waive_identity: 'waive_identity' }

/** What this account may do with people, of what a list offers. */
export const allowedActions = (offered: readonly BatchAction[]) => offered.filter((action) => may(permissions[action]))

export const isUnfinished = ({ state }: AttendeeBatch) => state === 'queued' || state === 'running'

export const batchTones: Record<AttendeeBatch['state'], Tone> = { queued: 'pending', running: 'progress', done: 'ok', cancelled: 'neutral', failed: 'bad' }
