import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Batches',
  serial: 'Batch',
  state: 'State',
  states: { printing: 'Being made', ready: 'Ready to be printed', made: 'Made', failed: 'Failed', cancelled: 'Cancelled' },
  badges: 'Badges',
  revoked: 'Revoked',
  revokedHint: (n) => `${n} revoked: take them out`,
  createdBy: 'By',
  createdAt: 'Created',
  finishedAt: 'Finished',
  done: (done, all) => `${done} / ${all}`,
  pdf: 'PDF',
  list: 'List',
  showBadges: 'Badges',
  finish: 'Finish',
  finishText: (serial, count) => `The ${count} badges of batch ${serial} have been printed and checked. They become “Made”, and their people are told to collect them or to expect them.`,
  finished: (serial) => `Batch ${serial} is finished`,
  cancel: 'Cancel batch',
  cancelText: (serial, count) => `The files of batch ${serial} go, and its ${count} badges wait again. Destroy what has been printed.`,
  cancelled: (serial) => `Batch ${serial} is cancelled`,
  retry: 'Make again',
  retryText: (serial) => `Makes the PDF and the list of batch ${serial} again.`,
  retried: (serial) => `Batch ${serial} is being made again`,
} satisfies Translation<typeof chinese>
