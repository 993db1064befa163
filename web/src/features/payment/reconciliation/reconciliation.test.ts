import { expect, it } from 'vitest'
import { differenceOf, isAnswered, spanOf } from './reconciliation'

const row = { on: '2025-10-10', channel: 'wechat', payments: 2, paid_fen: 32_000, refunds: 1, refunded_fen: 16_000, asked_at: '2025-10-10T02:00:00.000Z', has_bill: true, billed_fen: 16_000, billed_refund_fen: 0, fee_fen: 96, differences: 2, bill_error: '' } as const

it('looks at the last week in Shanghai unless other days are asked for', () => {
  const evening = Date.parse('2025-10-09T18:00:00Z')
  expect(spanOf(undefined, undefined, evening)).toEqual({ from_on: '2025-10-04', to_on: '2025-10-10' })
  expect(spanOf('2025-09-01', '2025-09-02', evening)).toEqual({ from_on: '2025-09-01', to_on: '2025-09-02' })
})

it('says what remains between both sides, and nothing without a bill', () => {
  expect(differenceOf(row)).toBe(0)
  expect(differenceOf({ ...row, refunded_fen: 0 })).toBe(16_000)
  expect(differenceOf({ ...row, has_bill: false })).toBeNull()
})

it('waits for the bills of all channels that have any', () => {
  const transfer = { ...row, channel: 'transfer', asked_at: null } as const
  expect(isAnswered([row, transfer], '2025-10-10T01:59:00.000Z')).toBe(true)
  expect(isAnswered([row], '2025-10-10T02:01:00.000Z')).toBe(false)
  expect(isAnswered([{ ...row, asked_at: null }], '2025-10-10T01:00:00.000Z')).toBe(false)
})
