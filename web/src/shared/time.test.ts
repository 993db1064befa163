import { describe, expect, it } from 'vitest'
import { applyLocale } from './i18n/locale'
import { formatDay, formatDayOfYear, formatDeadline, formatInstant, fromFairInput, isFairInput, toFairInput, wholeDaysUntil } from './time'

it.each([
  ['2025-10-21 00:00', true],
  ['', true],
  ['soon', false],
  ['2025-13-01 00:00', false],
])('tells whether %j is a time', (typed, isTime) => {
  expect(isFairInput(typed)).toBe(isTime)
})

describe('times are those of Shanghai', () => {
  it('shows an instant', () => {
    expect(formatInstant('2025-10-20T15:59:59.000Z')).toBe('2025-10-20 23:59:59')
    expect(formatInstant(null)).toBe('—')
  })

  it('writes an end at midnight as 24:00 of the day before (EDN-03)', () => {
    expect(formatDeadline('2025-10-20T16:00:00.000Z')).toBe('2025年10月20日 24:00')
    expect(formatDeadline('2025-10-20T10:30:00.000Z')).toBe('2025年10月20日 18:30')
  })

  it('takes a typed time as Shanghai time and gives it back unchanged', () => {
    expect(fromFairInput('2025-10-21 00:00')).toBe('2025-10-20T16:00:00.000Z')
    expect(toFairInput('2025-10-20T16:00:00.000Z')).toBe('2025-10-21 00:00')
    expect(fromFairInput('')).toBeNull()
    expect(toFairInput(null)).toBe('')
  })
})

it('shows a civil date as it is, in any zone', () => {
  expect(formatDay('2025-11-06')).toBe('2025年11月6日')
  expect(formatDayOfYear('2025-11-06')).toBe('11月6日')
})

it('writes dates in English with the name of the month', () => {
  applyLocale('en')
  expect(formatDay('2025-11-06')).toBe('6 November 2025')
  expect(formatDayOfYear('2025-11-06')).toBe('6 Nov')
  expect(formatInstant('2025-10-20T15:59:59.000Z')).toBe('20 Oct 2025, 23:59:59')
  expect(formatDeadline('2025-10-20T16:00:00.000Z')).toBe('20 October 2025, 24:00')
  applyLocale('zh-CN')
})

it('counts the days that are left, a begun day as a whole one', () => {
  const now = Date.parse('2025-10-18T16:00:00Z')
  expect(wholeDaysUntil('2025-10-20T16:00:00Z', now)).toBe(2)
  expect(wholeDaysUntil('2025-10-18T17:00:00Z', now)).toBe(1)
  expect(wholeDaysUntil('2025-10-01T16:00:00Z', now)).toBe(0)
})
