import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  board: 'Exhibition services',
  boardNone: 'Nothing here yet',
  boardNoneHint: 'Activities, guides and news of the organizer will be shown here.',
  title: 'Services board',
  section: 'Section',
  sections: { matchmaking: 'Matchmaking', activities: 'Activities during the show', guide: 'Registration guide', show_news: 'Show news', pre_show_news: 'News before the show' },
  titleColumn: 'Title',
  titleZh: 'Title (Chinese)',
  titleEn: 'Title (English)',
  bodyZh: 'Text (Chinese)',
  bodyEn: 'Text (English)',
  bodyHint: 'An empty line begins a paragraph; web addresses become links.',
  position: 'Order',
  positionHint: 'Smaller numbers come first.',
  state: 'State',
  states: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  publishedAt: 'Published',
  add: 'Add article',
  edit: 'Edit article',
  publish: 'Publish',
  publishText: (title, section) => `“${title}” is shown under “${section}” at once.`,
  withdraw: 'Withdraw',
  withdrawText: (title) => `“${title}” is no longer shown. It can be changed and published again.`,
} satisfies Translation<typeof chinese>
