import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'One-click registration',
  text: 'Mails a personal link to every organization of the last edition that has not registered yet. It checks last edition’s data and registers with one click. A link works once.',
  counts: { invitable: 'Can be invited', sent: 'Invited', used: 'Registered', expired: 'Expired' },
  unit: (n) => (n === 1 ? '1 organization' : `${n} organizations`),
  send: 'Send invitations',
  confirm: (n) => `The contacts of ${n} past organizations will get an invitation. A mail that was sent cannot be taken back.`,
  nobody: 'There is nobody to invite',
  ordered: 'Sending has begun; the numbers follow.',
  update: 'Update the numbers',
} satisfies Translation<typeof chinese>
