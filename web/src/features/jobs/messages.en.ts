import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Background jobs',
  kind: 'Job',
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
