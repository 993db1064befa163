import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Set your password',
  hello: (name) => `Welcome, ${name}`,
  account: 'Username',
  invalid: 'This link is not valid',
  invalidHint: 'It has expired or has already been used. Please ask the administrator who created your account to send a new one.',
  submit: 'Set password',
  authenticator: 'Second step',
  authenticatorHint: 'This account requires two-step sign-in. Scan the QR code with an authenticator app on your phone (such as Microsoft Authenticator or FreeOTP) and enter the six-digit code it shows.',
  done: 'Your password has been set. Please sign in.',
  sentTitle: 'Personal link',
  sentTo: (name, to) => `A personal link to set the password has been sent to ${name} at ${to}.`,
  handOver: (name) => `${name} cannot be notified by the system yet. Please give this link to them in person; it will not be shown again:`,
  validUntil: (when) => `Valid until ${when}. It can be used once.`,
  state: 'Password link',
  states: { none: '—', waiting: 'Waiting for the account holder', expired: 'Expired – send a new link', used: 'Password set' },
  resend: 'Send a new link',
} satisfies Translation<typeof chinese>
