import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Audit log',
  actor: 'User',
  actorHint: 'Name or username',
  action: 'Action type',
  subject: 'Subject',
  at: 'Time',
  days: 'Date',
  ip: 'IP address',
  summary: 'Summary',
  seq: 'No.',
  details: 'Details',
  before: 'Before',
  after: 'After',
  hash: 'Chain hash',
  notSealed: 'Not yet sealed',
  nothing: 'None',
  verify: 'Verify log integrity',
  verifying: 'Verifying',
  intact: (entries, when) => `Verified: ${count(entries, 'entry', 'entries')}, no tampering detected (${when}).`,
  broken: (seq, when) => `Verification failed: from entry ${seq} onwards the log does not match the chain and may have been tampered with (${when}). Please contact the system administrator immediately.`,
  unsealed: (n) => `${count(n, 'new entry is', 'new entries are')} waiting to be sealed.`,
} satisfies Translation<typeof chinese>
