import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Attendee review',
  waiting: 'Waiting time',
  organizationHint: 'Organization name or USCC',
  awaitsMe: 'Awaiting my review',
  awaitsMeOnly: 'Only those awaiting my review',
  faceWarning: 'Photo warning',
  faceWarnings: { true: 'Warning', false: 'None' },
  review: 'Review',
  approveAll: 'Approve selected',
  approveText: (n) => `${count(n, 'selected attendee')} will be approved and notified by SMS or e-mail. Please make sure that photos and details have been checked.`,
  void: 'Void',
  voidAll: 'Void selected',
  voidText: (n) => `${count(n, 'selected attendee')} will be voided. Their badges are no longer valid and cannot be restored; the same identity document can be registered again.`,
  voidReason: 'Reason for voiding',
  evidence: 'Photo',
  rejectionIsFinal: 'A rejected attendee cannot apply again for this edition. The organization can request a refund of the fee.',
  rejectText: (name) => `${name} will be rejected and cannot be changed and resubmitted.`,
  phrases: {
    photo: 'The photo does not meet the requirements. Please upload a recent full-face photo without headwear.',
    name: 'The name does not match the document. Please check.',
    document: 'The document number is incorrect. Please check.',
    position: 'Please enter the full job title.',
  },
} satisfies Translation<typeof chinese>
