import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Electronic badge',
  show: 'Show this code at the gate, with your identity document',
  notYet: 'The code for the gate stands here as soon as the badge has been made',
  voided: 'This person was voided; the badge opens no gate',
  invalid: 'This link is not valid',
  invalidHint: 'Use the whole link from the SMS or e-mail, or ask your organization’s contact.',
  tracking: 'Tracking number',
  photoOf: (name) => `Photo of ${name}`,
  checkTitle: 'Is a badge active?',
  checkLabel: 'Number of the badge, or its code',
  checkHint: 'The number under the code, such as B8-00000001',
  check: 'Check',
  standings: {
    active: 'This badge is active and opens the gates of this edition',
    not_active: 'This badge is not active for this edition',
    revoked: 'This badge has been revoked',
    unknown: 'No such badge was found',
  },
  standingHints: {
    active: 'Keep it safe, and bring your identity document.',
    not_active: 'For a badge of a former edition, your organization’s contact can apply for “reuse”; it becomes active when approved.',
    revoked: 'Another badge has taken its place, or its person was voided. Use the new badge.',
    unknown: 'Please check the number.',
  },
} satisfies Translation<typeof chinese>
