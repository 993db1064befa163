import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  bureau: 'CIIE Bureau',
  hello: (name) => `Welcome, ${name}`,
  tasks: 'Tasks and notices',
  edition: 'Edition',
  editions: 'Editions and windows',
  entryOptions: 'Entry dates and prices',
  catalogues: 'Catalogues',
  tradingGroups: 'Trading groups',
  accounts: 'Accounts',
  reviews: 'Organization review',
  attendees: 'Attendee review',
  quotas: 'Quotas and group payment',
  finance: 'Finance',
  badges: 'Badge production',
  statistics: 'Statistics',
  notices: 'Notices',
  messages: 'SMS and e-mail log',
  mailings: 'Mailings',
  operations: 'Operation',
  audit: 'Audit log',
  jobs: 'Jobs',
  account: 'Account',
} satisfies Translation<typeof chinese>
