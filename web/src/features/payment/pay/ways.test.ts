import { expect, it } from 'vitest'
import { offeredWays } from './ways'

it('offers a way as soon as one of its channels is there', () => {
  expect(offeredWays(['wechat', 'transfer'])).toEqual(['scan', 'transfer'])
  expect(offeredWays(['transfer', 'b2b', 'alipay', 'unionpay'])).toEqual(['scan', 'b2b', 'transfer'])
  expect(offeredWays([])).toEqual([])
})
