import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'
import type { AttendeeDetail } from '../attendee'
import { newAttendee, valuesOf, type AttendeeValues, type OpenedAttendee } from '../form/attendee_form'
import { photoBody, type PhotoPlace } from '../photo/photo_place'

export type CorrectedPerson = Schemas['CorrectedPerson']

/** Somebody who is to be put right, opened in full, which is on record with the reason (ACC-07). */
export interface OpenedForCorrection extends OpenedAttendee {
  detail: AttendeeDetail
  isDomestic: boolean
}

/** The version first: whoever changes it in between makes the correction ask again, never overwrite. */
export async function openForCorrection(id: string, reason: string): Promise<OpenedForCorrection> {
  const params = { path: { id } }
  const detail = await answerOf(api.GET('/attendees/{id}', { params }))
  const organization = await answerOf(api.GET('/organizations/{id}', { params: { path: { id: detail.organization_id } } }))
  const personal = await answerOf(api.POST('/attendees/{id}/unmaskings', { params, body: { reason } }))
  const { name_zh, name_en, gender, region_type, document_type, nationality_code, department, position, position_category_code, photo_id, badge_type } = detail
  const form = { name_zh, name_en, gender, region_type, document_type, nationality_code, department, position, position_category_code, photo_id, badge_type }
  return { ...newAttendee({ ...form, ...personal }), version: detail.version, detail, isDomestic: organization.origin === 'domestic' }
}

export function personOf(values: AttendeeValues): CorrectedPerson {
  const { name_zh, name_en, gender, region_type, document_type, document_number, nationality_code, birth_on, mobile, email, department, position, position_category_code, photo_id } = values
  return { name_zh, name_en, gender, region_type, document_type, document_number, nationality_code, birth_on: birth_on || null, mobile, email, department, position, position_category_code, photo_id }
}

const face = ['name_zh', 'name_en', 'position', 'photo_id'] as const
const claim = ['name_zh', 'name_en', 'document_type', 'document_number'] as const

/** What a correction sets off, said before it is sent. */
export type Consequence = 'badge_waits' | 'badge_replaced' | 'reuse_ends' | 'checked_again'

export function consequencesOf(values: AttendeeValues, { form, detail }: Pick<OpenedForCorrection, 'form' | 'detail'>): Consequence[] {
  const before = valuesOf({ form, detail, version: 0 })
  const differs = (fields: readonly (keyof AttendeeValues)[]) => fields.some((field) => values[field] !== before[field])
  const consequences: Consequence[] = []
  if (differs(face)) {
    if (detail.is_reuse) consequences.push('reuse_ends')
    if (detail.state === 'approved' && detail.badge_state === 'awaiting') consequences.push('badge_waits')
    else if (detail.state === 'approved' && detail.badge_state) consequences.push('badge_replaced')
  }
  if (differs(claim) && detail.identity_state !== 'not_asked') consequences.push('checked_again')
  return consequences
}

/** A better photo for one person: shown from what was cut, until it is theirs. */
export function photosOf({ id, photo_id }: AttendeeDetail): PhotoPlace {
  const cut = new Map<string, string>()
  return {
    async send(photo) {
      const sent = await answerOf(api.POST('/attendees/{id}/correction_photos', { params: { path: { id } }, ...photoBody(photo) }))
      cut.set(sent.id, URL.createObjectURL(photo))
      return sent
    },
    sourceOf: (photo) => cut.get(photo) ?? (photo === photo_id ? `/api/v1/attendees/${id}/photo?of=${photo}` : null),
  }
}
