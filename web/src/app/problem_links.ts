import type { ApiError } from '@/shared/api/problem'
import type { ProblemLink } from '@/ui/problem_links'
import { appMessages as m } from './messages'
import { account, may } from './session'

type Door = NonNullable<typeof account.value>['door']

/** Where each door lists what a refusal may speak of. */
const lists: Partial<Record<Door, { orders?: string; attendees: string }>> = {
  visitor: { orders: '/visitor/orders', attendees: '/visitor/attendees' },
  group: { attendees: '/group/attendees/direct/list' },
  bureau: { orders: '/bureau/orders', attendees: '/bureau/attendees' },
}

type Place = { permission: string; path: string; text: () => string }

/** Where each door sees to what a refusal says is used up, undecided or closed. */
const places: Partial<Record<Door, Record<string, Place>>> = {
  group: {
    'quota.exhausted': { permission: 'see_quotas', path: '/group/administration/quotas/badge_types', text: () => m.openQuotas },
    'quota.in_use': { permission: 'see_quotas', path: '/group/administration/quotas/organizations', text: () => m.openOrganizationQuotas },
    'group_payment.undecided': { permission: 'pay_for_attendees', path: '/group/attendees/direct/list?state=awaiting_group', text: () => m.openUndecided },
    'group_payment.over_limit': { permission: 'pay_for_attendees', path: '/group/administration/quotas/sponsorship', text: () => m.openLimits },
  },
  bureau: {
    'quota.exhausted': { permission: 'see_quotas', path: '/bureau/quotas', text: () => m.openQuotas },
    'quota.in_use': { permission: 'see_quotas', path: '/bureau/quotas', text: () => m.openQuotas },
    'edition.window_closed': { permission: 'edit_edition', path: '/bureau/editions', text: () => m.openWindows },
  },
}

/** A refusal names numbers in its details; here they become the places where one can see to it. */
export function problemLinks({ code, details }: ApiError): ProblemLink[] {
  const own = account.value && lists[account.value.door]
  const links: ProblemLink[] = []
  if (own?.orders && typeof details.order === 'string')
    links.push({ text: m.openOrder(details.order), to: { path: own.orders, query: { number: details.order } } })
  if (own && code === 'attendee.document_of_other' && typeof details.number === 'string')
    links.push({ text: m.openAttendee(details.number), to: { path: own.attendees, query: { number: details.number } } })
  const place = account.value && places[account.value.door]?.[code]
  if (place && may(place.permission)) links.push({ text: place.text(), to: place.path })
  return links
}
