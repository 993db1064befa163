import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Claims of codes',
  state: 'State',
  states: { open: 'Open', accepted: 'Accepted', refused: 'Refused' },
  uscc: 'Unified social credit code',
  claimant: 'Claimant',
  contact: 'Contact',
  mobile: 'Mobile',
  explanation: 'Explanation',
  holder: 'Present holder',
  filedAt: 'Filed',
  decidedBy: 'Decided by',
  decidedAt: 'Decided',
  opinion: 'Opinion',
  decide: 'Decide',
  look: 'View',
  name: 'Name',
  number: 'Number',
  accept: 'Give the code to the claimant',
  refuse: 'Refuse the claim',
  decision: 'Decision',
  decisionMissing: 'Choose a decision',
  acceptText: (holder) => `${holder} loses the code and must correct its data and submit again; the claimant can register with the code. Both are told.`,
  done: (uscc) => `The claim of ${uscc} is decided`,
} satisfies Translation<typeof chinese>
