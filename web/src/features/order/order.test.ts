import { expect, it } from 'vitest'
import { orderPath } from './order'

it('names everybody who is to be ordered for', () => {
  expect(orderPath(['A', 'B'])).toEqual({ path: '/visitor/orders/new', query: { attendee: ['A', 'B'] } })
})
