import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'
import { zoneName } from '@/shared/time'

export default {
  title: 'One-click registration',
  previewTitle: 'Last edition’s data will be registered again',
  expires: (when) => `The link is valid until ${when} (${zoneName()}) and works once.`,
  confirm: 'Confirm and register',
  consentNeeded: 'Please read and agree to the privacy policy before you register',
  incomplete: 'Last edition’s data need completing. Please sign in with your past account, complete and submit them.',
  invalid: 'The link is wrong, used or expired',
  invalidHint: 'Check that the whole link of the mail was opened, or sign in with your past account to register.',
  signIn: 'Sign in with the past account',
  done: (name, number) => `${name} is registered under number ${number}`,
  doneHint: (state) => `State: ${state}. The contact is told the result of the review; sign in to see the progress.`,
} satisfies Translation<typeof chinese>
