import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Sandbox cashier',
  mark: 'Sandbox · pretended payment',
  text: 'This page plays the cashier of a payment provider. It is connected to none: no money moves, and no account is needed.',
  amount: 'Amount',
  subject: 'For',
  number: 'Payment',
  channel: 'Paid by',
  expiresAt: 'Valid until',
  pay: (amount) => `Pretend to pay ${amount}`,
  states: { unpaid: 'Unpaid', paid: 'Paid', closed: 'Closed', refunded: 'Refunded' },
  paid: 'Pretended payment done',
  paidText: 'The system has been told, and the page you came from follows by itself. You may close this one.',
  closed: 'This payment is closed; go back and get a new one.',
  back: 'Back to the merchant',
} satisfies Translation<typeof chinese>
