import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  code: 'Verification code',
  send: 'Send code',
  resend: 'Resend',
  resendIn: (seconds) => `Resend in ${seconds} s`,
  sentTo: (target) => `A code has been sent to ${target}. It is valid for 5 minutes.`,
} satisfies Translation<typeof chinese>
