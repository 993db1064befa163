import { describe, expect, it } from 'vitest'
import { waitingText } from './waiting'

describe('the time a review is waited for', () => {
  const since = '2025-10-08T01:00:00.000Z'
  const after = (hours: number) => waitingText(since, Date.parse(since) + hours * 3_600_000)

  it('is told in hours on the first day and in whole days from then on', () => {
    expect([after(0.5), after(23.9), after(24), after(71)]).toEqual(['0 小时', '23 小时', '1 天', '2 天'])
  })

  it('is empty when nothing is waited for', () => {
    expect(waitingText(null)).toBe('')
  })
})
