import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  identity: 'Identity check',
  states: { not_asked: 'Not checked', matched: 'Passed', failed: 'Failed', unavailable: 'Temporarily unavailable', waived: 'Waived' },
  findings: {
    matched: 'Name and document match',
    name_differs: 'Name and document do not match',
    no_such_document: 'No such document on record',
    document_invalid: 'The document is no longer valid',
    not_covered: 'This document type cannot be checked online',
  },
  hints: {
    not_asked: 'There is no result. Please compare the name and document manually.',
    matched: 'The name and document belong to the same person.',
    failed: 'This attendee cannot be approved. Check and return for changes, or waive the identity check if the details are correct.',
    unavailable: 'The verification service did not respond and will be asked again automatically. Please check manually.',
    waived: 'The check is repeated if the name or document changes.',
  },
  at: (time) => `on ${time}`,
  waive: 'Waive identity check',
  waiveText: (n) => `The identity check will be waived for ${count(n, 'selected attendee')}: names and documents are no longer compared, and attendees who failed the check can be approved. The check is repeated if the name or document changes.`,
  waiveReason: 'Reason for waiving',
} satisfies Translation<typeof chinese>
