import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Saved views',
  save: 'Save these filters',
  manage: 'Manage saved views',
  name: 'Name',
  rename: 'Rename',
  update: 'Use the present filters',
  updated: (name: string) => `"${name}" now has the present filters`,
  saved: (name: string) => `"${name}" is saved`,
  remove: 'Delete',
  removeText: (name: string) => `The saved view "${name}" will be deleted.`,
  none: 'No saved views yet',
} satisfies Translation<typeof chinese>
