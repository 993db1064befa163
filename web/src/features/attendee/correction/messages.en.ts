import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  correct: 'Correct',
  correctOf: (name: string) => `Correct · ${name}`,
  openText: 'A correction opens the full data. The reason goes into the audit log and the history, and to the organization’s contact.',
  reason: 'Reason of the correction',
  reasonIs: (reason: string) => `Reason of the correction: ${reason}`,
  open: 'Fill in the correction',
  save: 'Save the correction',
  saved: 'The data are corrected',
  presentPhoto: 'the present photo',
  chosenPhoto: 'the photo that you chose',
  consequences: {
    badge_waits: 'What the badge shows has changed: it has not been made yet, and will be made with the corrected data.',
    badge_replaced: 'What the badge shows has changed: the present badge is revoked at once and opens no gate; a new one waits to be made, and the person is told.',
    reuse_ends: 'What the badge shows has changed: the past badge is not used again, a new one will be made; the fee stays.',
    checked_again: 'Name or document has changed: the identity check will be made again.',
  },
} satisfies Translation<typeof chinese>
