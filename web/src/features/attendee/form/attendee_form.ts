import { answerOf, api } from '@/shared/api/client'
import type { AttendeeDetail, AttendeeForm } from '../attendee'

/** What is typed: nothing is absent, so that every field has something to be bound to. */
export type AttendeeValues = { [Field in keyof AttendeeForm]-?: Exclude<AttendeeForm[Field], undefined> } & { birth_on: string }

/** A person as the form begins with: new, or opened in full, which is on record (ACC-07). */
export interface OpenedAttendee {
  version: number
  detail: AttendeeDetail | null
  form: AttendeeForm
}

const nothing: AttendeeForm = {
  name_zh: '',
  name_en: '',
  nationality_code: '',
  department: '',
  position: '',
  position_category_code: '',
  badge_type: 'professional',
  document_number: '',
  mobile: '',
  email: '',
}

export const newAttendee = (form: Partial<AttendeeForm>): OpenedAttendee => ({ version: 0, detail: null, form: { ...nothing, ...form } })

/** What most people of an organization have in common. */
export const beginningOf = (isDomestic: boolean): Partial<AttendeeForm> => (isDomestic ? { region_type: 'mainland', document_type: 'resident_id', nationality_code: 'CN' } : {})

/** The version first: whoever changes it in between makes the save ask again, never overwrite. */
export async function openAttendee(id: string): Promise<OpenedAttendee> {
  const params = { path: { id } }
  const detail = await answerOf(api.GET('/my/attendees/{id}', { params }))
  const { form } = await answerOf(api.POST('/my/attendees/{id}/openings', { params }))
  return { version: detail.version, detail, form }
}

export function valuesOf({ form }: OpenedAttendee): AttendeeValues {
  const { gender = null, region_type = null, document_type = null, photo_id = null, entry_option_id = null, collection = null, courier_address_id = null } = form
  return { ...form, gender, region_type, document_type, photo_id, entry_option_id, collection, courier_address_id, birth_on: form.birth_on ?? '' }
}

export const formOf = (values: AttendeeValues): AttendeeForm => ({ ...values, birth_on: values.birth_on || null })
