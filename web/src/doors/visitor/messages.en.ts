import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  services: 'Exhibition services',
  welcome: 'Welcome',
  organization: 'Organization details',
  organizationText: 'Complete and submit your organization’s details',
  invitations: 'Quick invitations',
  invitationsText: 'Invite colleagues and business partners',
  attendees: 'Attendee badges',
  attendeesText: 'Register your attendees and apply for badges',
  orders: 'Badge orders',
  ordersText: 'Payment, invoices and refunds',
  parcels: 'Badge delivery',
  parcelsText: 'Parcels and tracking numbers',
  points: 'Reward points',
  pointsText: 'Points and e-coupons',
  data: 'Personal data',
  account: 'Account',
  hello: (name) => `Welcome, ${name}`,
  features: 'Quick links',
} satisfies Translation<typeof chinese>
