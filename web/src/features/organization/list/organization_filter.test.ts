import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '@/features/edition/catalogue/catalogue_items'
import { areasAndProducts, secondLevel } from './filter_fields'
import { filterOf } from './organization_filter'

describe('the filters of the address bar', () => {
  it('become what an export and a mailing take: lists, answers and words', () => {
    const values = { q: ['远航'], state: ['approved'], is_sme: ['false'], awaits_me: ['true'], address: [] }
    expect(filterOf(values)).toEqual({ q: '远航', state: ['approved'], is_sme: false, awaits_me: true, industry: [], product: [], id: [] })
  })

  it('cannot take away what the page has fixed', () => {
    expect(filterOf({ origin: ['domestic'] }, { origin: 'overseas', has_group: false })).toMatchObject({ origin: 'overseas', has_group: false })
  })

  it('carry the chosen rows', () => {
    expect(filterOf({}, { placement: 'direct' }, new Set(['a', 'b']))).toMatchObject({ placement: 'direct', id: ['a', 'b'] })
  })
})

const item = (code: string, parent: string | null) => ({ id: code, code, parent_id: parent, name_zh: `名${code}`, name_en: code }) as CatalogueItem
const items = [item('FOOD', null), item('AUTO', null), item('FOOD-01', 'FOOD'), item('FOOD-01-01', 'FOOD-01'), item('AUTO-01', 'AUTO')]

it('offers what stands right below the top of a catalogue, under its heading', () => {
  expect(secondLevel(items)).toEqual([
    { value: 'FOOD-01', label: '名FOOD-01', group: '名FOOD' },
    { value: 'AUTO-01', label: '名AUTO-01', group: '名AUTO' },
  ])
})

it('offers areas and everything below them down to single products, each under its area', () => {
  expect(areasAndProducts(items)).toEqual([
    { value: 'FOOD', label: '名FOOD（全部）', group: '名FOOD' },
    { value: 'FOOD-01', label: '名FOOD-01', group: '名FOOD', depth: 0 },
    { value: 'FOOD-01-01', label: '名FOOD-01-01', group: '名FOOD', depth: 1 },
    { value: 'AUTO', label: '名AUTO（全部）', group: '名AUTO' },
    { value: 'AUTO-01', label: '名AUTO-01', group: '名AUTO', depth: 0 },
  ])
})
