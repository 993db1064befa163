import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Saved views',
  save: 'Save these filters',
  manage: 'Manage saved views',
  name: 'Name',
  rename: 'Rename',
  update: 'Replace with current filters',
  updated: (name: string) => `“${name}” now uses the current filters`,
  saved: (name: string) => `“${name}” saved`,
  remove: 'Delete',
  removeText: (name: string) => `The saved view “${name}” will be deleted.`,
  none: 'No saved views yet',
} satisfies Translation<typeof chinese>
