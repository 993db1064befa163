import type { ImportReport } from '@/shared/sheet'
import { uiMessages as m } from './messages'

/** What an import of one kind of file says of its report. */
export interface SheetWords<Report> {
  /** How much applying the file changes; with nothing to change it cannot be applied. */
  changes: (report: Report) => number
  summary: (report: Report) => string
  apply: (changes: number) => string
  applied: (report: Report) => string
}

/** What a feature's messages say of an import that only adds. */
interface AddingMessages {
  sheetSummary: (rows: number) => string
  sheetApply: (changes: number) => string
  sheetApplied: (added: number) => string
}

/** The language may change meanwhile, so the words are asked for each time. */
export const addingWords = (m: AddingMessages): SheetWords<ImportReport> => ({
  changes: ({ added }) => added,
  summary: ({ rows }) => m.sheetSummary(rows),
  apply: (changes) => m.sheetApply(changes),
  applied: ({ added }) => m.sheetApplied(added),
})

const changesIn = ({ added, changed }: ImportReport) => added + changed

export const importWords: SheetWords<ImportReport> = {
  changes: changesIn,
  summary: ({ rows, added, changed, unchanged }) => m.importSummary(rows, added, changed, unchanged),
  apply: (changes) => m.applyImport(changes),
  applied: (report) => m.imported(changesIn(report)),
}
