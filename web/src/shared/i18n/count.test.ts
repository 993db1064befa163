import { expect, it } from 'vitest'
import { count, noun } from './count'

it('says one of a thing and several of it', () => {
  expect([0, 1, 2, 1200].map((n) => count(n, 'record'))).toEqual(['0 records', '1 record', '2 records', '1,200 records'])
  expect([1, 3].map((n) => count(n, 'person has', 'people have'))).toEqual(['1 person has', '3 people have'])
  expect([1, 3].map((n) => noun(n, 'is', 'are'))).toEqual(['is', 'are'])
})
