import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Sandbox cashier',
  mark: 'Sandbox · simulated payment',
  text: 'This page simulates a payment provider’s cashier. It is not connected to any provider: no payment is made and no account is needed.',
  amount: 'Amount',
  subject: 'For',
  number: 'Payment number',
  channel: 'Payment method',
  expiresAt: 'Valid until',
  pay: (amount) => `Simulate payment of ${amount}`,
  states: { unpaid: 'Awaiting payment', paid: 'Paid', closed: 'Closed', refunded: 'Refunded' },
  paid: 'Simulated payment completed',
  paidText: 'The system has been notified and the payment page will update automatically. You may close this page.',
  closed: 'This payment has been closed. Please return to the payment page and get a new one.',
  back: 'Back to merchant',
} satisfies Translation<typeof chinese>
