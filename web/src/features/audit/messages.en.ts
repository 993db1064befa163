import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Audit log',
  actor: 'Who',
  actorHint: 'Name or account',
  action: 'Action',
  subject: 'Subject',
  at: 'When',
  days: 'Days',
  ip: 'IP address',
  summary: 'Summary',
  seq: 'No.',
  details: 'Details',
  before: 'Before',
  after: 'After',
  hash: 'Chain hash',
  notSealed: 'not sealed yet',
  nothing: 'nothing',
  verify: 'Verify the log',
  verifying: 'Verifying',
  intact: (entries, when) => `Verified: ${entries} entries, no tampering found (${when}).`,
  broken: (seq, when) => `Verification failed: from entry ${seq} the log does not fit its chain and may have been tampered with (${when}). Tell the operator at once.`,
  unsealed: (n) => (n === 1 ? 'One new entry waits to be sealed.' : `${n} new entries wait to be sealed.`),
} satisfies Translation<typeof chinese>
