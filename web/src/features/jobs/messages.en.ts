import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Background jobs',
  kind: 'Job',
  kinds: {
    attendee_batch: 'Bulk action',
    badge_news: 'Badge notifications',
    badge_printing: 'Badge batch generation',
    bill_fetch: 'Statement download',
    erasure: 'Personal data erasure',
    erasure_of_log: 'Log erasure',
    erasure_report: 'Erasure report',
    identity_check: 'Identity check',
    licence_recognition: 'Certificate recognition',
    mailing: 'Bulk e-mail',
    message_delivery: 'SMS and e-mail delivery',
    one_click_invitation: 'One-click invitations',
    payment_check: 'Payment check',
    refund_run: 'Refund',
    registry_look_up: 'Business register query',
    sheet_export: 'Export',
  },
  state: 'Status',
  states: { ready: 'Waiting', running: 'Running', done: 'Completed', dead: 'Failed' },
  attempts: 'Attempts',
  runAt: 'Scheduled for',
  progress: 'Progress',
  lastError: 'Last error',
  createdAt: 'Created',
  finishedAt: 'Finished',
  retry: 'Run again',
  retryText: (kind, attempts) => `The job “${kind}” has failed ${count(attempts, 'time')}. It will be queued again immediately.`,
} satisfies Translation<typeof chinese>
