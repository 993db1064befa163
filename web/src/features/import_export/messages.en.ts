import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  exportList: 'Export',
  begin: 'Begin the export',
  exportTitle: (title: string) => `Export: ${title}`,
  waiting: 'Queued; it begins in a moment.',
  making: (done: number, total: number) => `${done} of ${total} rows made`,
  done: (rows: number) => `Done: ${rows} rows. The file is kept for 7 days.`,
  failed: 'The export did not succeed',
  laterHint: 'You may close this and go on working; the file will be under "My exports".',
  progress: 'Progress of the export',
  download: 'Download',
  stop: 'Cancel the export',
  myExports: 'My exports',
  name: 'Contents',
  state: 'State',
  states: { queued: 'Queued', running: 'Being made', done: 'Done', failed: 'Failed', expired: 'Expired' },
  rows: 'Rows',
  size: 'Size',
  createdAt: 'Started',
  expiresAt: 'Expires',
  downloadedAt: 'Last downloaded',
  remove: 'Remove',
  removeText: (title: string) => `"${title}" and its file will be removed; an unfinished export stops.`,
} satisfies Translation<typeof chinese>
