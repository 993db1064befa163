import type { ImportReport } from '@/shared/sheet'
import type { SheetWords } from '@/ui/sheet_words'
import { parcelMessages as m } from './messages'

export const trackingWords: SheetWords<ImportReport> = {
  changes: ({ changed }) => changed,
  summary: ({ rows, changed, unchanged }) => m.summary(rows, changed, unchanged),
  apply: (changes) => m.apply(changes),
  applied: ({ changed }) => m.applied(changed),
}
