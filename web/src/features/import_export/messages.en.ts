import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  exportList: 'Export',
  begin: 'Start export',
  exportTitle: (title: string) => `Export: ${title}`,
  waiting: 'Queued; the export will start shortly.',
  making: (done: number, total: number) => `${done} of ${count(total, 'row')} generated`,
  done: (rows: number) => `Completed: ${count(rows, 'row')}. The file is kept for 7 days.`,
  failed: 'The export failed',
  laterHint: 'You may close this window and carry on working. You can download the file later from “My exports”.',
  progress: 'Export progress',
  download: 'Download',
  stop: 'Cancel export',
  myExports: 'My exports',
  name: 'Content',
  state: 'Status',
  states: { queued: 'Queued', running: 'Generating', done: 'Completed', failed: 'Failed', expired: 'Expired' },
  rows: 'Rows',
  size: 'Size',
  createdAt: 'Started',
  expiresAt: 'Expires',
  downloadedAt: 'Last downloaded',
  remove: 'Delete',
  removeText: (title: string) => `“${title}” and its file will be deleted; an export still in progress will be stopped.`,
} satisfies Translation<typeof chinese>
