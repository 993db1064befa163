import { expect, it } from 'vitest'
import type { Schemas } from '@/shared/api/types'
import { feeOf } from './fee'

const price = (fee_fen: number, conditions: Partial<Schemas['PriceView']> = {}): Schemas['PriceView'] => ({
  id: String(fee_fen),
  badge_type: 'professional',
  region_type: null,
  reuse: null,
  valid_from_on: null,
  valid_to_on: null,
  fee_fen,
  currency: 'CNY',
  ...conditions,
})
const question = { badge_type: 'professional', region_type: 'mainland', is_reuse: false, on: '2025-10-10' } as const

it('takes the price that says most, and of equal ones the cheaper (EDN-04)', () => {
  expect(feeOf([price(16000)], question)).toBe(16000)
  expect(feeOf([price(16000), price(20000, { region_type: 'mainland' })], question)).toBe(20000)
  expect(feeOf([price(9000, { valid_to_on: '2025-10-10' }), price(8000, { reuse: false })], question)).toBe(8000)
})

it('knows no price for what none is for', () => {
  expect(feeOf([price(0, { badge_type: 'vip' }), price(1, { region_type: 'foreign' }), price(2, { valid_from_on: '2025-10-11' }), price(3, { reuse: true })], question)).toBeNull()
})
