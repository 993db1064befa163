import { expect, it } from 'vitest'
import type { AttendeeState } from '../attendee'
import { stepOf } from './counts'

const stepWith = (people: Partial<Record<AttendeeState, number>>) => stepOf((...states) => states.reduce((sum, state) => sum + (people[state] ?? 0), 0))

it('stands at the first step at which somebody still is', () => {
  expect(stepWith({})).toBe(0)
  expect(stepWith({ approved: 3, returned: 1 })).toBe(0)
  expect(stepWith({ awaiting_payment: 1, awaiting_review: 2 })).toBe(1)
  expect(stepWith({ awaiting_review: 2, approved: 1 })).toBe(2)
  expect(stepWith({ approved: 1, rejected: 1, voided: 4 })).toBe(3)
})
