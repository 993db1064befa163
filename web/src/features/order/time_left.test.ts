import { expect, it } from 'vitest'
import { clockOf, wholeDaysOf } from './time_left'

it('counts hours, minutes and seconds', () => {
  expect(clockOf(86_399)).toBe('23:59:59')
  expect(clockOf(61)).toBe('00:01:01')
  expect(clockOf(90_000)).toBe('25:00:00')
})

it('counts whole days', () => {
  expect(wholeDaysOf(86_399)).toBe(0)
  expect(wholeDaysOf(30 * 86_400)).toBe(30)
})
