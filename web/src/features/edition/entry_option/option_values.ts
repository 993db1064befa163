import type { FieldError, Schemas } from '@/shared/api/types'
import { asTyped } from '@/shared/form'
import { formatFen, parseYuan } from '@/shared/money'

type EntryOption = Schemas['EntryOptionView']

/** A price as it is typed: every condition may be left open, the fee is in yuan. */
export interface PriceValues {
  badge_type: Schemas['PriceView']['badge_type']
  region_type: NonNullable<Schemas['PriceView']['region_type']> | ''
  reuse: 'yes' | 'no' | ''
  valid_from_on: string
  valid_to_on: string
  fee_yuan: string
}

export type OptionValues = Pick<EntryOption, 'code' | 'name_zh' | 'name_en' | 'from_on' | 'to_on' | 'active' | 'is_public_days'> & { position: number | null; prices: PriceValues[] }

export const newPrice: PriceValues = { badge_type: 'professional', region_type: '', reuse: '', valid_from_on: '', valid_to_on: '', fee_yuan: '' }

export const newOption: EntryOption = {
  id: '',
  code: '',
  name_zh: '',
  name_en: '',
  from_on: '',
  to_on: '',
  position: 1,
  active: true,
  is_public_days: false,
  prices: [],
  version: 0,
}

export function valuesOf({ code, name_zh, name_en, from_on, to_on, position, active, is_public_days, prices }: EntryOption): OptionValues {
  return { code, name_zh, name_en, from_on, to_on, position, active, is_public_days, prices: prices.map(typedPrice) }
}

function typedPrice(price: Schemas['PriceView']): PriceValues {
  return {
    badge_type: price.badge_type,
    region_type: price.region_type ?? '',
    reuse: price.reuse === null ? '' : price.reuse ? 'yes' : 'no',
    valid_from_on: price.valid_from_on ?? '',
    valid_to_on: price.valid_to_on ?? '',
    fee_yuan: formatFen(price.fee_fen).replaceAll(',', ''),
  }
}

export function draftOf(values: OptionValues): Schemas['EntryOptionRequest'] {
  return {
    ...values,
    position: asTyped(values.position),
    prices: values.prices.map((price) => ({
      badge_type: price.badge_type,
      region_type: price.region_type || null,
      reuse: price.reuse === '' ? null : price.reuse === 'yes',
      valid_from_on: price.valid_from_on || null,
      valid_to_on: price.valid_to_on || null,
      fee_fen: parseYuan(price.fee_yuan) ?? 0,
    })),
  }
}

/** The server only sees fen: what is not an amount at all is said here. */
export function priceErrors(values: OptionValues, message: string): FieldError[] {
  return values.prices.flatMap((price, i) =>
    parseYuan(price.fee_yuan) === null ? [{ field: `prices[${i}].fee_fen`, code: 'money.wrong', message }] : [],
  )
}
