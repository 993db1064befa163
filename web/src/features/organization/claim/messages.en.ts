import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Claim a unified social credit code',
  text: 'If another organization has registered with your organization’s unified social credit code by mistake, upload your certificate here to claim it. The organizer will verify and decide.',
  mobileHint: 'The decision will be sent to this number by SMS.',
  explanation: 'Explanation (optional)',
  submit: 'Submit claim',
  done: 'Your claim has been submitted',
  doneHint: (mobile) => `The organizer will verify your claim. The decision will be sent to ${mobile} by SMS.`,
  home: 'Back to home',
} satisfies Translation<typeof chinese>
