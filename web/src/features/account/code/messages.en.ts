import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  code: 'Verification code',
  send: 'Send code',
  resend: 'Send again',
  resendIn: (seconds) => `Send again in ${seconds} s`,
  sentTo: (target) => `A code was sent to ${target}. It is valid for 5 minutes.`,
} satisfies Translation<typeof chinese>
