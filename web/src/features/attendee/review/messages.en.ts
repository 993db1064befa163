import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Review of people',
  waiting: 'Waiting',
  organizationHint: 'Name or credit code',
  awaitsMe: 'Waiting for me',
  awaitsMeOnly: 'Only what waits for my review',
  faceWarning: 'Doubts about the photo',
  faceWarnings: { true: 'With doubts', false: 'Without' },
  review: 'Review',
  approveAll: 'Approve all',
  approveText: (n) => (n === 1 ? 'Approves the chosen person, who is told by SMS or e-mail. Please be sure that photo and data were checked.' : `Approves the ${n} chosen people, who are told by SMS or e-mail. Please be sure that photos and data were checked.`),
  void: 'Void',
  voidAll: 'Void all',
  voidText: (n) => (n === 1 ? 'Voids the chosen person for good: the badge is no longer valid. The same document can then be registered again.' : `Voids the ${n} chosen people for good: their badges are no longer valid. The same documents can then be registered again.`),
  voidReason: 'Reason',
  evidence: 'Photo',
  rejectionIsFinal: 'A rejected person cannot apply again in this edition; the organization can ask for a refund of the fee.',
  rejectText: (name) => `${name} will be rejected and cannot be corrected and submitted again.`,
  phrases: {
    photo: 'Please upload a recent portrait without a hat',
    name: 'The name differs from the document; please check',
    document: 'The document number is wrong; please check',
    position: 'Please give the whole position',
  },
} satisfies Translation<typeof chinese>
