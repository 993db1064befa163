import { Bell, DataLine, Guide, Lock, OfficeBuilding, School, Setting, Star, TrendCharts, User, UserFilled, Van } from '@element-plus/icons-vue'
import type { MenuItem } from '@/app/menu'
import type { Schemas } from '@/shared/api/types'
import { groupMessages as m } from './messages'

/** The order of screens.md. A subgroup has no subgroups of its own, and what is only for groups is left out. */
export function menuOf(kind: Schemas['TradingGroupRef']['kind']): MenuItem[] {
  return kind === 'group' ? groupMenu : withoutGroupOnly(groupMenu)
}

const groupMenu: MenuItem[] = [
  { path: '/group', label: () => m.tasks, icon: Bell },
  { path: '/group/organizations/direct', label: () => m.directOrganizations, icon: OfficeBuilding, permission: 'see_organizations' },
  { path: '/group/organizations/subordinate', label: () => m.subgroupOrganizations, icon: School, permission: 'see_organizations' },
  {
    path: '/group/attendees/direct',
    label: () => m.directAttendees,
    icon: User,
    children: [
      { path: '/group/attendees/direct/list', label: () => m.attendees, permission: 'see_attendees' },
      { path: '/group/attendees/direct/sponsored', label: () => m.sponsoredAttendees, permission: 'see_sponsored', feature: 'group_payment' },
    ],
  },
  { path: '/group/attendees/subgroups', label: () => m.subgroupAttendees, icon: UserFilled, permission: 'see_attendees' },
  { path: '/group/key_invitees', label: () => m.keyInvitees, icon: Star, permission: 'see_key_invitees', feature: 'key_invitees' },
  {
    path: '/group/administration',
    label: () => m.administration,
    icon: Setting,
    children: [
      {
        path: '/group/administration/quotas',
        label: () => m.quotas,
        children: [
          { path: '/group/administration/quotas/badge_types', label: () => m.badgeTypeQuotas, permission: 'see_quotas' },
          { path: '/group/administration/quotas/organizations', label: () => m.organizationQuotas, permission: 'see_quotas' },
          { path: '/group/administration/quotas/sponsorship', label: () => m.sponsorshipLimits, permission: 'pay_for_attendees', feature: 'group_payment' },
        ],
      },
      { path: '/group/attendee_batches', label: () => m.attendeeBatches, permission: 'see_attendees' },
      { path: '/group/mailings', label: () => m.mailings, permission: 'send_mailings' },
      { path: '/group/administration/events', label: () => m.events, soon: 'unscheduled' },
      { path: '/group/administration/page', label: () => m.groupPage, soon: 'unscheduled' },
    ],
  },
  {
    path: '/group/statistics',
    label: () => m.statistics,
    icon: DataLine,
    children: [
      { path: '/group/statistics/registrations', label: () => m.registrationsTable, permission: 'see_statistics' },
      { path: '/group/statistics/visitors', label: () => m.visitorsTable, soon: 'unscheduled' },
      { path: '/group/statistics/industries', label: () => m.industriesTable, soon: 'unscheduled' },
      { path: '/group/statistics/ownership', label: () => m.ownershipTable, soon: 'unscheduled' },
      { path: '/group/statistics/entries', label: () => m.entriesTable, permission: 'see_statistics' },
      { path: '/group/visits', label: () => m.visits, permission: 'see_statistics' },
    ],
  },
  {
    path: '/group/promotions',
    label: () => m.promotion,
    icon: TrendCharts,
    children: [
      { path: '/group/promotions/items', label: () => m.promotion, soon: 'promotion', feature: 'promotion' },
      { path: '/group/promotions/appointments', label: () => m.appointments, soon: 'appointment', feature: 'appointments' },
    ],
  },
  { path: '/group/vehicle_passes', label: () => m.vehiclePasses, icon: Van, soon: 'vehicle_pass', feature: 'vehicle_passes' },
  { path: '/group/tours', label: () => m.tours, icon: Guide, soon: 'tour', feature: 'tours' },
  { path: '/group/account', label: () => m.account, icon: Lock },
]

const groupOnly = new Set([
  '/group/organizations/subordinate',
  '/group/attendees/subgroups',
  '/group/key_invitees',
  '/group/administration/quotas/badge_types',
])

function withoutGroupOnly(items: MenuItem[]): MenuItem[] {
  return items
    .filter((item) => !groupOnly.has(item.path))
    .map((item) => (item.children ? { ...item, children: withoutGroupOnly(item.children) } : item))
}
