import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Reconciliation',
  subtitle: 'Payments and refunds compared with the providers’ statements day by day. Bank transfers are checked against bank statements and have no provider statement.',
  days: 'Date',
  channel: 'Payment method',
  payments: 'Payments',
  paid: 'Received',
  billed: 'On statement',
  refunds: 'Refunds',
  refunded: 'Refunded',
  billedRefund: 'Refunds on statement',
  fee: 'Fees',
  difference: 'Difference',
  result: 'Result',
  asked_at: 'Statement downloaded',
  equal: 'Balanced',
  noBill: 'Statement not downloaded',
  byStatement: 'See bank statement',
  failed: (error) => `Statement could not be downloaded: ${error}`,
  differences: (n) => count(n, 'difference'),
  total: 'Total',
  fetch: 'Download statements again',
  fetching: 'Statements are being downloaded in the background; the table will update when they are ready.',
  differencesOf: (day, channel) => `Differences · ${day} ${channel}`,
  number: 'Payment or refund number',
  kind: 'Difference',
  kinds: { missing_at_provider: 'Not on the provider’s statement', missing_here: 'Not in this system', amount_differs: 'Amounts differ' },
  ours: 'This system',
  theirs: 'Provider',
} satisfies Translation<typeof chinese>
