import { describe, expect, test } from 'vitest'
import type { AttendeeDetail, AttendeeForm } from '../attendee'
import { newAttendee, valuesOf } from '../form/attendee_form'
import { consequencesOf, personOf } from './correction'

const form: AttendeeForm = { ...newAttendee({ name_zh: '李明', position: '经理', document_type: 'resident_id', document_number: '1', photo_id: 'a' }).form }
const person = (wish: Partial<AttendeeDetail> = {}) => ({ form, detail: { state: 'approved', badge_state: 'made', identity_state: 'not_asked', is_reuse: false, ...wish } as AttendeeDetail })
const typed = (wish: object) => ({ ...valuesOf({ form, detail: null, version: 1 }), ...wish })

describe('what a correction sets off', () => {
  test('is nothing where nothing on the badge has changed', () => {
    expect(consequencesOf(typed({}), person())).toEqual([])
    expect(consequencesOf(typed({ department: '市场部', mobile: '135', position_category_code: 'sales' }), person())).toEqual([])
  })

  test('is another badge, or a better one while it waits', () => {
    for (const change of [{ name_zh: '李铭' }, { name_en: 'LI MING' }, { position: '总经理' }, { photo_id: 'b' }]) expect(consequencesOf(typed(change), person())).toEqual(['badge_replaced'])
    expect(consequencesOf(typed({ name_zh: '李铭' }), person({ badge_state: 'awaiting' }))).toEqual(['badge_waits'])
    expect(consequencesOf(typed({ name_zh: '李铭' }), person({ state: 'awaiting_review', badge_state: null }))).toEqual([])
    expect(consequencesOf(typed({ name_zh: '李铭' }), person({ is_reuse: true }))).toEqual(['reuse_ends', 'badge_replaced'])
  })

  test('is another check of the identity, where there was one', () => {
    expect(consequencesOf(typed({ document_number: '2' }), person({ identity_state: 'matched' }))).toEqual(['checked_again'])
    expect(consequencesOf(typed({ document_number: '2' }), person())).toEqual([])
  })
})

test('only who it is goes with a correction, never when and how the person comes', () => {
  const sent = personOf(typed({ birth_on: '' }))
  expect(sent.birth_on).toBeNull()
  expect(sent).not.toHaveProperty('entry_option_id')
  expect(sent).not.toHaveProperty('badge_type')
})
