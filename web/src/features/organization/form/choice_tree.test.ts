import { expect, it } from 'vitest'
import type { CatalogueItem } from '@/features/edition/catalogue/catalogue_items'
import { childrenOf, groupsBelow } from './choice_tree'

const item = (code: string, parent_id: string | null) => ({ id: code, code, parent_id, name_zh: code, name_en: code }) as CatalogueItem
const items = [item('FOOD', null), item('FOOD-01', 'FOOD'), item('FOOD-01-01', 'FOOD-01'), item('FOOD-02', 'FOOD'), item('OTHER', null)]

it('makes a group of each product group, and a choice of what has nothing below it', () => {
  const food = groupsBelow(items, items[0]!)
  expect(food.map(({ value, choices }) => [value, choices.map((choice) => choice.value)])).toEqual([
    ['FOOD-01', ['FOOD-01-01']],
    ['FOOD-02', ['FOOD-02']],
  ])
  expect(groupsBelow(items, items[4]!)[0]!.choices[0]!.value).toBe('OTHER')
  expect(childrenOf(items, null)).toHaveLength(2)
})
