import type { RouteLocationRaw } from 'vue-router'
import { attendeeMessages } from '@/features/attendee/messages'
import type { Schemas } from '@/shared/api/types'

export type GroupQuota = Schemas['GroupQuotaRow']
export type OrganizationQuota = Schemas['OrganizationQuotaRow']
export type QuotaType = 'vip' | 'staff'
type BadgeType = QuotaType | 'professional'
type Reason = Schemas['QuotaEntry']['reason']

const bureauEntries = '/bureau/quotas/entries'
const groupEntries = '/group/administration/quotas/entries'

/** What moved places in or out from above, and what was assigned or used for upgrades: the sums are the figures. */
export const givenReasons: Reason[] = ['quota_given', 'quota_taken_back']
export const assignedReasons: Reason[] = ['quota_assigned', 'quota_unassigned', 'quota_upgrade', 'quota_given_back']

interface EntriesOf {
  group_id?: string
  organization_quota_id?: string
  badge_type?: QuotaType
  reason?: Reason[]
}

/** The ledger's rows behind a figure (QTA-05). */
export const entriesOf = (of: EntriesOf, isOfBureau = false): RouteLocationRaw => ({ path: isOfBureau ? bureauEntries : groupEntries, query: { ...of } })

/** Figures count people who are neither voided nor rejected. */
const countedStates = () => Object.keys(attendeeMessages.states).filter((state) => state !== 'voided' && state !== 'rejected')

/** The people behind a figure of a group's, in the list of whoever reads it. */
export function peopleOf(path: string, badgeType: BadgeType, group: { trading_group_id?: string; top_group_id?: string } = {}): RouteLocationRaw {
  return { path, query: { badge_type: badgeType, state: countedStates(), ...group } }
}
