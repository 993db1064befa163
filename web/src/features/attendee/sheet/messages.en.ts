import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  importPeople: 'Import',
  importTitle: 'Import people',
  hint: 'Fill in the template, at most 1000 people at a time. With any error nobody is imported. Imported people are saved as drafts; add their portraits one by one.',
  templateHint: 'Its choices are those of the form; the example row is not imported.',
  sheetSummary: (rows) => (rows === 1 ? '1 person.' : `${rows} people.`),
  sheetApply: (n) => (n === 1 ? 'Import 1 person' : `Import ${n} people`),
  sheetApplied: (n) => (n === 1 ? '1 person is imported; add the portrait' : `${n} people are imported; add their portraits`),
  exportPeople: 'Export people',
  exportChosen: (n) => (n === 1 ? 'The chosen person will be exported.' : `The ${n} chosen people will be exported.`),
  exportFiltered: (n) => `People whom the filters find and who will be exported: ${n}.`,
  withPersonalData: 'With full document numbers, birth dates, mobile numbers and e-mail addresses',
  withPersonalDataHint: 'An export with full personal data is recorded in the audit log.',
} satisfies Translation<typeof chinese>
