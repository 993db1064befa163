import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'
import { zoneName } from '@/shared/time'

export default {
  title: 'One-click registration',
  previewTitle: 'Register with your details from the previous edition',
  expires: (when) => `The link is valid until ${when} (${zoneName()}) and can be used once.`,
  confirm: 'Confirm and register',
  consentNeeded: 'Please read and accept the privacy policy before registering',
  incomplete: 'The details from the previous edition need to be completed. Please sign in with your existing account, complete and submit them.',
  invalid: 'This link is invalid, has been used or has expired',
  invalidHint: 'Please make sure you opened the full link from the e-mail, or sign in with your existing account to register.',
  signIn: 'Sign in with existing account',
  done: (name, number) => `${name} has been registered. Organization number: ${number}`,
  doneHint: (state) => `Status: ${state}. The contact will be notified of the review result; sign in to follow the progress.`,
} satisfies Translation<typeof chinese>
