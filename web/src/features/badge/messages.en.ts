import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  states: { awaiting: 'To be made', in_production: 'Being made', made: 'Made', sent: 'Sent', collected: 'Collected', revoked: 'Revoked' },
  kinds: { first: 'First', reprint: 'Reprint', replacement: 'Replacement', reuse: 'Reuse' },
  revokedReasons: { voided: 'Person voided', replaced: 'Replaced by another' },
  steps: {
    submitted: 'Submitted',
    in_review: 'In review',
    producing: 'Badge being made',
    ready: 'Ready to be collected',
    on_the_way: 'On its way',
    collected: 'Collected',
    reused: 'Former badge active',
  },
  stepStates: { done: 'done', doing: 'in progress', to_do: 'to come' },
  expectedDays: (days) => `about ${days} days`,
  number: 'Badge',
  state: 'State',
  kind: 'Reason',
  batch: 'Batch',
  parcel: 'Parcel',
  madeAt: 'Made',
  sentAt: 'Sent',
  collectedAt: 'Collected',
  tracking: (courier, number) => `${courier} ${number}`,
  progress: 'Progress of the badge',
  eBadge: 'Electronic badge',
  openEBadge: 'Open the electronic badge',
  codeOf: (name) => `Code of ${name} for the gate`,
} satisfies Translation<typeof chinese>
