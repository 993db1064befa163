import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  importPeople: 'Bulk import',
  importTitle: 'Import attendees',
  hint: 'Use the template; up to 1,000 attendees at a time. If there is any error, no one is imported. Imported attendees are saved as drafts; please add their photos one by one.',
  templateHint: 'The options in the template are the same as in the form; the example row is not imported.',
  sheetSummary: (rows) => `${count(rows, 'attendee')}.`,
  sheetApply: (n) => `Import ${count(n, 'attendee')}`,
  sheetApplied: (n) => `${count(n, 'attendee')} imported. Please add photos.`,
  exportPeople: 'Export attendees',
  exportChosen: (n) => `${count(n, 'selected attendee')} will be exported.`,
  exportFiltered: (n) => `All attendees matching the filters will be exported (${n}).`,
  withPersonalData: 'Include full document numbers, dates of birth, mobile numbers and e-mail addresses',
  withPersonalDataHint: 'Exporting full personal data is recorded in the audit log.',
} satisfies Translation<typeof chinese>
