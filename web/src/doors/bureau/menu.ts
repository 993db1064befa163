import { Bell, Calendar, ChatDotRound, Coin, DocumentChecked, Flag, Key, Lock, Message, Odometer, Postcard, Promotion, Reading, SwitchButton, Tickets, User, Wallet } from '@element-plus/icons-vue'
import type { MenuItem } from '@/app/menu'
import { bureauMessages as m } from './messages'

/** BUR-01: everything that the bureau does has its page. */
export const bureauMenu: MenuItem[] = [
  { path: '/bureau', label: () => m.tasks, icon: Bell },
  {
    path: '/bureau/calendar',
    label: () => m.edition,
    icon: Calendar,
    children: [
      { path: '/bureau/editions', label: () => m.editions },
      { path: '/bureau/entry_options', label: () => m.entryOptions },
      { path: '/bureau/catalogues', label: () => m.catalogues },
      { path: '/bureau/data_requests', label: () => m.dataRequests, permission: 'edit_edition' },
    ],
  },
  { path: '/bureau/trading_groups', label: () => m.tradingGroups, icon: Flag, permission: 'manage_trading_groups', feature: 'trading_groups' },
  { path: '/bureau/accounts', label: () => m.accounts, icon: Key, permission: 'see_accounts' },
  {
    path: '/bureau/organizations',
    label: () => m.organizations,
    icon: DocumentChecked,
    children: [
      { path: '/bureau/organizations', label: () => m.allOrganizations, permission: 'see_organizations' },
      { path: '/bureau/organizations/overseas', label: () => m.overseasReview, permission: 'review_organizations' },
      { path: '/bureau/claims', label: () => m.claims, permission: 'decide_claims' },
      { path: '/bureau/one_click_invitations', label: () => m.oneClick, permission: 'invite_past_organizations' },
    ],
  },
  { path: '/bureau/attendees', label: () => m.attendees, icon: User, permission: 'see_attendees' },
  {
    path: '/bureau/quotas',
    label: () => m.groupWork,
    icon: Coin,
    feature: 'trading_groups',
    children: [
      { path: '/bureau/quotas', label: () => m.quotas, permission: 'see_quotas' },
      { path: '/bureau/group_payments', label: () => m.groupPayments, permission: 'see_sponsored', feature: 'group_payment' },
      { path: '/bureau/sponsored', label: () => m.sponsored, permission: 'see_sponsored', feature: 'group_payment' },
      { path: '/bureau/key_invitees', label: () => m.keyInvitees, permission: 'see_key_invitees', feature: 'key_invitees' },
    ],
  },
  {
    path: '/bureau/orders',
    label: () => m.finance,
    icon: Wallet,
    children: [
      { path: '/bureau/orders', label: () => m.orders, permission: 'see_money' },
      { path: '/bureau/transfers', label: () => m.transfers, permission: 'see_money' },
      { path: '/bureau/refunds', label: () => m.refunds, permission: 'see_money' },
      { path: '/bureau/statements', label: () => m.statements, permission: 'see_money' },
      { path: '/bureau/reconciliation', label: () => m.reconciliation, permission: 'see_money' },
    ],
  },
  {
    path: '/bureau/badges',
    label: () => m.badges,
    icon: Postcard,
    children: [
      { path: '/bureau/badges', label: () => m.badgeList, permission: 'see_badges' },
      { path: '/bureau/badges/batches', label: () => m.batches, permission: 'see_badges' },
      { path: '/bureau/badges/parcels', label: () => m.parcels, permission: 'see_badges', feature: 'courier' },
      { path: '/bureau/badges/desk', label: () => m.desk, permission: 'hand_over_badges' },
    ],
  },
  {
    path: '/bureau/entries',
    label: () => m.gate,
    icon: SwitchButton,
    children: [
      { path: '/bureau/entries', label: () => m.entries, permission: 'see_entries' },
      { path: '/bureau/gates', label: () => m.gates, permission: 'see_entries' },
    ],
  },
  {
    path: '/bureau/statistics',
    label: () => m.statistics,
    icon: Odometer,
    children: [
      { path: '/bureau/statistics', label: () => m.registrationsTable, permission: 'see_statistics' },
      { path: '/bureau/statistics/entries', label: () => m.entriesTable, permission: 'see_statistics' },
      { path: '/bureau/visits', label: () => m.visits, permission: 'see_statistics' },
    ],
  },
  { path: '/bureau/articles', label: () => m.articles, icon: Reading, permission: 'edit_articles' },
  { path: '/bureau/notices', label: () => m.notices, icon: ChatDotRound, permission: 'edit_notices' },
  { path: '/bureau/messages', label: () => m.messages, icon: Message, permission: 'see_messages' },
  { path: '/bureau/mailings', label: () => m.mailings, icon: Promotion, permission: 'send_mailings' },
  { path: '/bureau/mailing_templates', label: () => m.mailingTemplates, icon: Postcard, permission: 'edit_mailing_templates' },
  {
    path: '/bureau/operations',
    label: () => m.operations,
    icon: Tickets,
    children: [
      { path: '/bureau/attendee_batches', label: () => m.attendeeBatches, permission: 'see_attendees' },
      { path: '/bureau/audit', label: () => m.audit, permission: 'see_audit' },
      { path: '/bureau/jobs', label: () => m.jobs, permission: 'see_jobs' },
      { path: '/bureau/installation', label: () => m.installation, permission: 'see_jobs' },
    ],
  },
  { path: '/bureau/account', label: () => m.account, icon: Lock },
]
