import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Set your password',
  hello: (name) => `Welcome, ${name}`,
  account: 'Sign-in name',
  invalid: 'This link does not work',
  invalidHint: 'It has expired or was used. Please ask whoever opened your account for a new one.',
  submit: 'Set password',
  authenticator: 'Second step',
  authenticatorHint: 'This account signs in with two steps. Scan the code with the authenticator on your phone (such as Microsoft Authenticator or FreeOTP) and enter its six digits.',
  done: 'Your password is set; please sign in',
  sentTitle: 'Personal link',
  sentTo: (name, to) => `A personal link was sent to ${name} at ${to}; its owner chooses the password.`,
  handOver: (name) => `There is no way to reach ${name} yet. Hand over this link in person; it is not shown again:`,
  validUntil: (when) => `Valid until ${when}; it works once.`,
  state: 'Password link',
  states: { none: '—', waiting: 'Waiting for its owner', expired: 'Expired; send a new one', used: 'Used' },
  resend: 'Send a new link',
} satisfies Translation<typeof chinese>
