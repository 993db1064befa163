import type { ApiError } from '@/shared/api/problem'
import type { ProblemLink } from '@/ui/problem_links'
import { appMessages as m } from './messages'
import { account } from './session'

type Door = NonNullable<typeof account.value>['door']

/** Where each door lists what a refusal may speak of. */
const lists: Partial<Record<Door, { orders?: string; attendees: string }>> = {
  visitor: { orders: '/visitor/orders', attendees: '/visitor/attendees' },
  group: { attendees: '/group/attendees/direct/list' },
  bureau: { orders: '/bureau/orders', attendees: '/bureau/attendees' },
}

/** A refusal names numbers in its details; here they become the places where one can see to it. */
export function problemLinks({ code, details }: ApiError): ProblemLink[] {
  const own = account.value && lists[account.value.door]
  const links: ProblemLink[] = []
  if (own?.orders && typeof details.order === 'string')
    links.push({ text: m.openOrder(details.order), to: { path: own.orders, query: { number: details.order } } })
  if (own && code === 'attendee.document_of_other' && typeof details.number === 'string')
    links.push({ text: m.openAttendee(details.number), to: { path: own.attendees, query: { number: details.number } } })
  return links
}
