import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'E-mail templates',
  titleColumn: 'Template',
  titleZh: 'Name (Chinese)',
  titleEn: 'Name (English)',
  subject: 'Subject',
  subjectZh: 'Subject (Chinese)',
  subjectEn: 'Subject (English)',
  bodyZh: 'Text (Chinese)',
  bodyEn: 'Text (English)',
  changedAt: 'Changed',
  add: 'Add a template',
  edit: 'Edit the template',
  saved: 'The template is saved',
  none: 'There are no templates yet',
  noneHint: 'The bureau and every trading group can begin a mailing with one.',
  removeRow: 'Remove',
  remove: 'Remove the template',
  removeText: (title) => `“${title}” can no longer be used for mailings; mails that were sent stay as they are.`,
  removed: 'The template is removed',
} satisfies Translation<typeof chinese>
