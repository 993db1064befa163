import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  notices: 'Notices',
  unreadOnly: 'Unread only',
  none: 'No notices',
  noneHint: 'Notices from the organizer appear here.',
  unread: 'Unread',
  read: 'Read',
  important: 'Important',
  title: 'Notices',
  titleColumn: 'Title',
  titleZh: 'Title (Chinese)',
  titleEn: 'Title (English)',
  bodyZh: 'Text (Chinese)',
  bodyEn: 'Text (English)',
  level: 'Importance',
  levels: { info: 'Standard', important: 'Important' },
  audience: 'Recipients',
  audiences: { everyone: 'everyone', groups: 'trading groups', subgroups: 'trading subgroups', visitors: 'professional visitors' },
  state: 'Status',
  states: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  publishedAt: 'Published',
  reads: 'Readers',
  add: 'Add notice',
  edit: 'Edit notice',
  publish: 'Publish',
  publishText: (title, audience) => `“${title}” will be shown to ${audience} immediately. It can be withdrawn later, but those who have read it will know its content.`,
  withdraw: 'Withdraw',
  withdrawText: (title, reads) => `“${title}” will no longer be shown; ${count(reads, 'person has', 'people have')} read it. It can be edited and published again.`,
} satisfies Translation<typeof chinese>
