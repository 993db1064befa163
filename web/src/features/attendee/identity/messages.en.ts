import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  identity: 'Identity check',
  states: { not_asked: 'Not checked', matched: 'Passed', failed: 'Failed', unavailable: 'No answer yet', waived: 'Waived' },
  findings: {
    matched: 'Name and document belong together',
    name_differs: 'The document belongs to another name',
    no_such_document: 'There is no such document',
    document_invalid: 'The document is no longer valid',
    not_covered: 'This kind of document cannot be checked',
  },
  hints: {
    not_asked: 'There is no result; compare name and document by eye.',
    matched: 'Name and document are of one person.',
    failed: 'Cannot be approved. Return the person for changes; if all is right, waive the identity check.',
    unavailable: 'The service did not answer and is asked again; please check by eye.',
    waived: 'It is checked again when name or document change.',
  },
  at: (time) => `at ${time}`,
  waive: 'Waive identity check',
  waiveText: (n) =>
    n === 1
      ? 'Waives the identity check of the chosen person: name and document are no longer compared, and a failed check does not hinder approval. It is checked again when name or document change.'
      : `Waives the identity check of the ${n} chosen people: names and documents are no longer compared, and failed checks do not hinder approval. They are checked again when name or document change.`,
  waiveReason: 'Reason for waiving',
} satisfies Translation<typeof chinese>
