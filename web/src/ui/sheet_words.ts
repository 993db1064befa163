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

const changesIn = ({ added, changed }: ImportReport) => added + changed

export const importWords: SheetWords<ImportReport> = {
  changes: changesIn,
  summary: ({ rows, added, changed, unchanged }) => m.importSummary(rows, added, changed, unchanged),
  apply: (changes) => m.applyImport(changes),
  applied: (report) => m.imported(changesIn(report)),
}
