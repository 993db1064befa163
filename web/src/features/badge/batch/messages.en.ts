import { count, noun } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Production batches',
  serial: 'Batch number',
  state: 'Status',
  states: { printing: 'Generating', ready: 'Ready to print', made: 'Produced', failed: 'Failed', cancelled: 'Cancelled' },
  badges: 'Badges',
  revoked: 'Revoked',
  revokedHint: (n) => `${n} revoked – please remove`,
  createdBy: 'Created by',
  createdAt: 'Created',
  finishedAt: 'Finished',
  done: (done, all) => `${done} / ${all}`,
  pdf: 'Download PDF',
  list: 'Download list',
  showBadges: 'View badges',
  finish: 'Complete batch',
  finishText: (serial, n) => `The ${count(n, 'badge')} in batch ${serial} ${noun(n, 'has', 'have')} been printed and checked. ${noun(n, 'It', 'They')} will be marked “Produced”, and the attendees will be notified to collect or await ${noun(n, 'it', 'them')}.`,
  finished: (serial) => `Batch ${serial} completed`,
  cancel: 'Cancel batch',
  cancelText: (serial, n) => `The files of batch ${serial} will be deleted and its ${count(n, 'badge')} returned to “Awaiting production”. Please destroy any badges already printed.`,
  cancelled: (serial) => `Batch ${serial} cancelled`,
  retry: 'Generate again',
  retryText: (serial) => `The PDF and list of batch ${serial} will be generated again.`,
  retried: (serial) => `Batch ${serial} is being generated again`,
} satisfies Translation<typeof chinese>
