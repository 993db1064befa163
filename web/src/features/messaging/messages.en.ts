import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'SMS and e-mail log',
  channel: 'Channel',
  channels: { sms: 'SMS', email: 'E-mail' },
  to: 'Recipient',
  subject: 'Subject',
  state: 'Status',
  states: { queued: 'To be sent', sent: 'Sent', failed: 'Failed, will be retried', dead: 'Failed' },
  attempts: 'Attempts',
  lastError: 'Last error',
  createdAt: 'Created',
  sentAt: 'Sent',
  outbox: 'Sandbox outbox',
  sandbox: 'Sandbox',
  outboxText: 'The demonstration does not send real SMS or e-mail. All messages are shown here; the list refreshes every 3 seconds.',
  outboxOff: 'The demonstration mode is not enabled on this system, so the sandbox outbox is not available.',
  outboxEmpty: 'No messages yet',
  outboxEmptyHint: 'When you request a verification code, the SMS appears here.',
  recipient: 'Recipient (mobile number or e-mail)',
  show: 'Search',
  code: 'Verification code',
  messages: 'Messages',
} satisfies Translation<typeof chinese>
