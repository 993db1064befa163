import { expect, it } from 'vitest'
import { ApiError } from '@/shared/api/problem'
import { problemLinks } from './problem_links'
import { adopt } from './session'

type Session = NonNullable<Parameters<typeof adopt>[0]>
const enter = (door: string, ...permissions: string[]) => adopt({ state: 'signed_in', csrf_token: 't', account: { id: 'a', door, permissions } } as unknown as Session)
const refusal = (code: string, details = {}) => new ApiError(409, { code, detail: '', details })
const targets = (code: string, details = {}) => problemLinks(refusal(code, details)).map(({ to }) => to)

it('leads to the order or person that is spoken of, in the list of one’s own door', () => {
  enter('visitor')
  expect(targets('attendee.in_order', { order: 'V1' })).toEqual([{ path: '/visitor/orders', query: { number: 'V1' } }])
  enter('group')
  expect(targets('attendee.in_order', { order: 'V1' }), 'a group has no list of orders').toEqual([])
  expect(targets('attendee.document_of_other', { number: 'P1' })).toEqual([{ path: '/group/attendees/direct/list', query: { number: 'P1' } }])
})

it('leads to where it is seen to that something is used up or closed, whom may go there', () => {
  enter('group', 'see_quotas')
  expect(targets('quota.exhausted')).toEqual(['/group/administration/quotas/badge_types'])
  expect(targets('group_payment.undecided')).toEqual([])
  enter('bureau', 'edit_edition')
  expect(targets('edition.window_closed')).toEqual(['/bureau/editions'])
  enter('visitor')
  expect(targets('edition.window_closed')).toEqual([])
})
