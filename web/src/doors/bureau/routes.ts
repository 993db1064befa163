import type { RouteRecordRaw } from 'vue-router'
import { accountRoutes } from '../account_routes'
import { mailingRoutes } from '../mailing_routes'
import { fallbackRoute } from '../fallback_route'

const organizations = () => import('@/features/organization/list/OrganizationsPage.vue')

export const bureauRoute: RouteRecordRaw = {
  path: '/bureau',
  component: () => import('./BureauDoor.vue'),
  meta: { door: 'bureau' },
  children: [
    { path: '', component: () => import('./BureauHome.vue') },
    { path: 'editions', component: () => import('@/features/edition/EditionsPage.vue') },
    { path: 'editions/:id', component: () => import('@/features/edition/EditionPage.vue'), props: true },
    { path: 'entry_options', component: () => import('@/features/edition/entry_option/EntryOptionsPage.vue') },
    { path: 'catalogues', component: () => import('@/features/edition/catalogue/CataloguesPage.vue') },
    { path: 'catalogues/:kind', component: () => import('@/features/edition/catalogue/CatalogueItemsPage.vue'), props: true },
    { path: 'trading_groups', component: () => import('@/features/trading_group/TradingGroupsPage.vue') },
    { path: 'accounts', component: () => import('@/features/account/admin/AccountsPage.vue') },
    { path: 'organizations', component: organizations, props: { title: 'all', fixed: {} } },
    { path: 'organizations/overseas', component: organizations, props: { title: 'overseas', fixed: { origin: 'overseas', has_group: false, awaits_me: true } } },
    { path: 'claims', component: () => import('@/features/organization/claim_decision/ClaimsPage.vue') },
    { path: 'one_click_invitations', component: () => import('@/features/organization/one_click_invitation/OneClickInvitationPage.vue') },
    { path: 'attendees', component: () => import('@/features/attendee/review/AttendeesPage.vue') },
    { path: 'orders', component: () => import('@/features/order/office/OrdersPage.vue') },
    { path: 'orders/:id', component: () => import('@/features/order/office/OrderPage.vue'), props: true },
    { path: 'transfers', component: () => import('@/features/payment/office/TransfersPage.vue') },
    { path: 'refunds', component: () => import('@/features/payment/office/RefundsPage.vue') },
    { path: 'statements', component: () => import('@/features/payment/statement/StatementsPage.vue') },
    { path: 'reconciliation', component: () => import('@/features/payment/reconciliation/ReconciliationPage.vue') },
    { path: 'badges', component: () => import('@/features/badge/list/BadgesPage.vue') },
    { path: 'badges/batches', component: () => import('@/features/badge/batch/BatchesPage.vue') },
    { path: 'badges/parcels', component: () => import('@/features/badge/parcel/ParcelsPage.vue') },
    { path: 'badges/desk', component: () => import('@/features/badge/desk/DeskPage.vue') },
    { path: 'statistics', component: () => import('@/features/statistics/RegistrationTablePage.vue'), props: { canOpenGroups: true } },
    { path: 'statistics/entries', component: () => import('@/features/statistics/EntryTablePage.vue'), props: { canOpenGroups: true, visits: '/bureau/visits' } },
    { path: 'visits', component: () => import('@/features/gate/visit/VisitsPage.vue') },
    { path: 'entries', component: () => import('@/features/gate/supervisor/EntriesPage.vue') },
    { path: 'gates', component: () => import('@/features/gate/supervisor/GatesPage.vue') },
    { path: 'quotas', component: () => import('@/features/quota/group/GroupQuotasPage.vue'), props: { isOfBureau: true } },
    { path: 'group_payments', component: () => import('@/features/group_payment/bureau/GroupPaymentsPage.vue') },
    { path: 'sponsored', component: () => import('@/features/group_payment/SponsoredPage.vue'), props: { isOfBureau: true } },
    { path: 'articles', component: () => import('@/features/page/ArticlesPage.vue') },
    { path: 'notices', component: () => import('@/features/messaging/notice/NoticesPage.vue') },
    { path: 'messages', component: () => import('@/features/messaging/MessagesPage.vue') },
    ...mailingRoutes,
    { path: 'audit', component: () => import('@/features/audit/AuditPage.vue') },
    { path: 'jobs', component: () => import('@/features/jobs/JobsPage.vue') },
    { path: 'attendee_batches', component: () => import('@/features/attendee/batch/AttendeeBatchesPage.vue') },
    ...accountRoutes,
    fallbackRoute,
  ],
}
