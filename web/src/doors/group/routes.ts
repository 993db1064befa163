import type { RouteRecordRaw } from 'vue-router'
import { accountRoutes } from '../account_routes'
import { mailingRoutes } from '../mailing_routes'
import { fallbackRoute } from '../fallback_route'

const organizations = () => import('@/features/organization/list/OrganizationsPage.vue')

const groupAttendees = () => import('@/features/attendee/group/GroupAttendeesPage.vue')

export const groupRoute: RouteRecordRaw = {
  path: '/group',
  component: () => import('./GroupDoor.vue'),
  meta: { door: 'group' },
  children: [
    { path: '', component: () => import('./GroupHome.vue') },
    { path: 'organizations/direct', component: organizations, props: { title: 'direct', fixed: { placement: 'direct' } } },
    { path: 'organizations/subordinate', component: organizations, props: { title: 'subordinate', fixed: { placement: 'subordinate' } } },
    ...mailingRoutes,
    { path: 'statistics/registrations', component: () => import('@/features/statistics/RegistrationTablePage.vue') },
    { path: 'statistics/entries', component: () => import('@/features/statistics/EntryTablePage.vue'), props: { visits: '/group/visits' } },
    { path: 'visits', component: () => import('@/features/gate/visit/VisitsPage.vue'), props: { isOfGroup: true } },
    { path: 'administration/quotas/badge_types', component: () => import('@/features/quota/group/GroupQuotasPage.vue') },
    { path: 'administration/quotas/entries', component: () => import('@/features/quota/entries/QuotaEntriesPage.vue') },
    { path: 'administration/quotas/organizations', component: () => import('@/features/quota/organization/OrganizationQuotasPage.vue') },
    { path: 'attendees/direct/list', component: groupAttendees, props: { placement: 'direct' } },
    { path: 'administration/quotas/sponsorship', component: () => import('@/features/group_payment/limit/SponsorshipLimitsPage.vue') },
    { path: 'attendees/direct/sponsored', component: () => import('@/features/group_payment/SponsoredPage.vue') },
    { path: 'attendees/subgroups', component: groupAttendees, props: { placement: 'subordinate' } },
    { path: 'key_invitees', component: () => import('@/features/key_invitee/KeyInviteesPage.vue') },
    { path: 'attendee_batches', component: () => import('@/features/attendee/batch/AttendeeBatchesPage.vue') },
    ...accountRoutes,
    fallbackRoute,
  ],
}
