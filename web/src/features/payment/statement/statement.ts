import type { Schemas } from '@/shared/api/types'
import type { SheetWords } from '@/ui/sheet_words'
import { statementMessages as m } from './messages'

export type StatementLine = Schemas['StatementRow']
export type Proposal = Schemas['StatementProposal']

export const statementWords: SheetWords<Schemas['StatementReport']> = {
  changes: ({ added }) => added,
  summary: ({ rows, added, known, matched }) => m.summary(rows, added, known, matched),
  apply: (changes) => m.apply(changes),
  applied: ({ added, matched }) => m.applied(added, matched),
}

const reasons = ['has_reference', 'is_same_payer', 'is_same_amount'] as const

/** What speaks for an order, in words. */
export const reasonsOf = (proposal: Proposal) => reasons.filter((reason) => proposal[reason]).map((reason) => m.reasons[reason])
