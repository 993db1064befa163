import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Jobs',
  kind: 'Job',
  state: 'State',
  states: { ready: 'Waiting', running: 'Running', done: 'Done', dead: 'Failed' },
  attempts: 'Attempts',
  runAt: 'Due',
  progress: 'Progress',
  lastError: 'Last error',
  createdAt: 'Created',
  finishedAt: 'Finished',
  retry: 'Run again',
  retryText: (kind, attempts) => `The job ${kind} failed ${attempts} times; it is queued again at once.`,
} satisfies Translation<typeof chinese>
