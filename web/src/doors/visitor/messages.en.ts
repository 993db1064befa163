import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  services: 'Exhibition services',
  welcome: 'Welcome',
  organization: 'Organization details',
  organizationText: 'Fill in and submit your organization',
  invitations: 'Invite',
  invitationsText: 'Invite colleagues and partners',
  attendees: 'Badges for attendees',
  attendeesText: 'Enter who will visit and apply for badges',
  orders: 'Orders',
  ordersText: 'Payment, invoices, refunds',
  parcels: 'Parcels',
  parcelsText: 'Parcels and tracking numbers',
  points: 'Points',
  pointsText: 'Points and e-coupons',
  data: 'Personal data',
  account: 'Account',
  hello: (name) => `Welcome, ${name}`,
  features: 'Features',
} satisfies Translation<typeof chinese>
