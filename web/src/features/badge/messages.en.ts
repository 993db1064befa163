import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  states: { awaiting: 'Awaiting production', in_production: 'In production', made: 'Produced', sent: 'Dispatched', collected: 'Collected', revoked: 'Revoked' },
  kinds: { first: 'First issue', reprint: 'Reprint', replacement: 'Replacement', reuse: 'Badge reuse' },
  revokedReasons: { voided: 'Registration voided', replaced: 'Replaced by a new badge' },
  steps: { submitted: 'Registration submitted', in_review: 'Under review', producing: 'Badge in production', ready: 'Ready for collection', on_the_way: 'Out for delivery', collected: 'Collected', reused: 'Activated for reuse' },
  stepStates: { done: 'completed', doing: 'in progress', to_do: 'not started' },
  expectedDays: (days) => `about ${count(days, 'day')}`,
  number: 'Badge number',
  state: 'Badge status',
  kind: 'Reason for issue',
  batch: 'Production batch',
  parcel: 'Parcel',
  madeAt: 'Produced',
  sentAt: 'Dispatched',
  collectedAt: 'Collected',
  tracking: (courier, number) => `${courier} ${number}`,
  progress: 'Badge progress',
  eBadge: 'E-badge',
  openEBadge: 'Open e-badge',
  codeOf: (name) => `Entry QR code of ${name}`,
} satisfies Translation<typeof chinese>
