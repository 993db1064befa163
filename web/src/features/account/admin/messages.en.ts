import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Accounts',
  keyword: 'Keyword',
  keywordHint: 'Sign-in name or name',
  kind: 'Kind',
  kinds: {
    contact: 'Organization contact',
    attendee: 'Attendee',
    group: 'Trading group',
    bureau: 'Organizer',
    exhibitor: 'Exhibitor',
    gate_device: 'Gate device',
  },
  twoStep: 'Two-step sign-in',
  twoSteps: { none: 'Off', sms: 'SMS', totp: 'Authenticator app' },
  locked: 'Locked',
  lockedUntil: (when) => `Locked until ${when}`,
  add: 'Add organizer account',
  edit: (name) => `Edit account ${name}`,
  unlock: 'Unlock',
  unlockText: (name) => `${name} can sign in again at once; the count of failures starts at zero.`,
  unmask: 'Show full data',
  unmaskText: 'Showing full personal data is recorded in the audit log. Please give the reason.',
  field: 'Data',
  reason: 'Reason',
  show: 'Show',
  emailOptional: 'E-mail (optional)',
} satisfies Translation<typeof chinese>
