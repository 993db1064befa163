import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Claim a social credit code',
  text: 'If somebody else registered your organization’s code, mistyped or not, ask for it here with your certificate; the organizer decides.',
  mobileHint: 'The result is sent to this number by SMS.',
  explanation: 'Explanation (optional)',
  submit: 'File the claim',
  done: 'The claim is filed',
  doneHint: (mobile) => `When the organizer has decided, the result is sent to ${mobile} by SMS.`,
  home: 'Back to the home page',
} satisfies Translation<typeof chinese>
