import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'USCC claims',
  state: 'Status',
  states: { open: 'Open', accepted: 'Accepted', refused: 'Rejected' },
  uscc: 'Unified social credit code',
  claimant: 'Claiming organization',
  contact: 'Contact',
  mobile: 'Mobile',
  explanation: 'Details',
  holder: 'Current holder',
  filedAt: 'Submitted',
  decidedBy: 'Decided by',
  decidedAt: 'Decided',
  opinion: 'Comments',
  decide: 'Decide',
  look: 'View',
  name: 'Organization name',
  number: 'Organization number',
  accept: 'Return the code to the claiming organization',
  refuse: 'Reject the claim',
  decision: 'Decision',
  decisionMissing: 'Please select a decision',
  acceptText: (holder) => `${holder} will lose the code and must correct its details and submit again; the claiming organization can then register with it. Both will be notified.`,
  done: (uscc) => `Claim for ${uscc} decided`,
} satisfies Translation<typeof chinese>
