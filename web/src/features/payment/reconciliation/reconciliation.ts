import type { Schemas } from '@/shared/api/types'
import { fairDay } from '@/shared/time'

export type Row = Schemas['ReconciliationRow'] & { id: string }
export type Span = { from_on: string; to_on: string }

const dayMs = 86_400_000

/** The last week, where nobody asks for other days. */
export function spanOf(from: string | undefined, to: string | undefined, now: number): Span {
  return { from_on: from ?? fairDay(now - 6 * dayMs), to_on: to ?? fairDay(now) }
}

/** What remains between our books and the bill; nothing can be said without a bill. */
export function differenceOf({ has_bill, paid_fen, refunded_fen, billed_fen, billed_refund_fen }: Schemas['ReconciliationRow']): number | null {
  return has_bill ? paid_fen - refunded_fen - (billed_fen - billed_refund_fen) : null
}

/** Whether every bill of the table is of after that moment. */
export function isAnswered(rows: Schemas['ReconciliationRow'][], since: string): boolean {
  return rows.filter(({ channel }) => channel !== 'transfer').every(({ asked_at }) => asked_at !== null && asked_at >= since)
}
