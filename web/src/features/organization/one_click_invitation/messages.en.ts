import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'One-click registration',
  text: 'Sends an e-mail with a personal link to organizations that took part in the last edition and have not yet registered for this one. They check their previous details and register with one click. Each link can be used once.',
  counts: { invitable: 'Can be invited', sent: 'Invited', used: 'Registered', expired: 'Expired' },
  unit: (n) => count(n, 'organization'),
  send: 'Send invitations',
  confirm: (n) => `The contacts of ${count(n, 'organization')} will be sent an invitation. E-mails already sent cannot be recalled.`,
  nobody: 'No organizations to invite',
  ordered: 'Sending has started; the figures are updated as it progresses.',
  update: 'Update figures',
} satisfies Translation<typeof chinese>
