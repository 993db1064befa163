import type { Schemas } from '@/shared/api/types'

type Price = Schemas['PriceView']

/** For whom and when a fee is asked; the day as `2025-10-10`. */
export interface FeeQuestion {
  badge_type: Price['badge_type']
  region_type: NonNullable<Price['region_type']>
  is_reuse: boolean
  on: string
}

function fits(price: Price, question: FeeQuestion): boolean {
  return (
    price.badge_type === question.badge_type &&
    (price.region_type === null || price.region_type === question.region_type) &&
    (price.reuse === null || price.reuse === question.is_reuse) &&
    (!price.valid_from_on || price.valid_from_on <= question.on) &&
    (!price.valid_to_on || question.on <= price.valid_to_on)
  )
}

const conditionsOf = (price: Price) =>
  Number(price.region_type !== null) + Number(price.reuse !== null) + Number(Boolean(price.valid_from_on ?? price.valid_to_on))

/** What a badge will cost, told before the server says so: the price that says most about the question, else the cheaper. */
export function feeOf(prices: Price[], question: FeeQuestion): number | null {
  const fitting = prices.filter((price) => fits(price, question))
  fitting.sort((a, b) => conditionsOf(b) - conditionsOf(a) || a.fee_fen - b.fee_fen)
  return fitting[0]?.fee_fen ?? null
}
