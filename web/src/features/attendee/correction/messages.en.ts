import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  correct: 'Correct',
  correctOf: (name: string) => `Correct · ${name}`,
  openText: 'Making a correction shows the full details. Your reason is recorded in the audit log and the history, and sent to the organization’s contact.',
  reason: 'Reason for the correction',
  reasonIs: (reason: string) => `Reason for the correction: ${reason}`,
  open: 'Make a correction',
  save: 'Save correction',
  saved: 'The details have been corrected',
  presentPhoto: 'Current photo',
  chosenPhoto: 'Photo you have selected',
  consequences: {
    badge_waits: 'The badge details have changed. The badge has not been produced yet and will be produced with the corrected details.',
    badge_replaced: 'The badge details have changed. The current badge is revoked immediately and no longer admits its holder; a new badge is queued for production and the attendee is notified.',
    reuse_ends: 'The badge details have changed. The previous badge is no longer reused and a new one will be produced at no extra charge.',
    checked_again: 'The name or document has changed. The identity check will be repeated.',
  },
} satisfies Translation<typeof chinese>
