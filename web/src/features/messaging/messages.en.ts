import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'SMS and e-mail log',
  channel: 'Channel',
  channels: { sms: 'SMS', email: 'E-mail' },
  to: 'To',
  template: 'Template',
  subject: 'Subject',
  state: 'State',
  states: { queued: 'Queued', sent: 'Sent', failed: 'Failed, will retry', dead: 'Failed' },
  attempts: 'Attempts',
  lastError: 'Last error',
  createdAt: 'Created',
  sentAt: 'Sent',
  outbox: 'Sandbox outbox',
  sandbox: 'Sandbox',
  outboxText: 'The demo sends no real SMS or e-mail; everything is shown here and refreshed every 3 seconds.',
  outboxOff: 'This system does not run as a demo, so there is no sandbox outbox.',
  outboxEmpty: 'No messages yet',
  outboxEmptyHint: 'Ask for a code and the SMS will appear here.',
  recipient: 'Recipient (mobile number or e-mail)',
  show: 'Search',
  code: 'Code',
  messages: 'Messages',
} satisfies Translation<typeof chinese>
