import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'E-mail templates',
  titleColumn: 'Template name',
  titleZh: 'Template name (Chinese)',
  titleEn: 'Template name (English)',
  subject: 'Subject',
  subjectZh: 'Subject (Chinese)',
  subjectEn: 'Subject (English)',
  bodyZh: 'Message (Chinese)',
  bodyEn: 'Message (English)',
  changedAt: 'Last edited',
  add: 'Add template',
  edit: 'Edit template',
  saved: 'Template saved',
  none: 'No templates yet',
  noneHint: 'The organizer and all trading groups can start a bulk e-mail from a template.',
  removeRow: 'Delete',
  remove: 'Delete template',
  removeText: (title) => `“${title}” can no longer be used for bulk e-mail; e-mails already sent are not affected.`,
  removed: 'Template deleted',
} satisfies Translation<typeof chinese>
