import type { Schemas } from '@/shared/api/types'
import type { Tone } from '@/ui/StateBadge.vue'

export type Payment = Schemas['PaymentView']
export type PaymentRow = Schemas['PaymentRow']
export type Transfer = Schemas['TransferRow']
export type TransferEvidence = Schemas['TransferEvidence']
export type Refund = Schemas['RefundRow']
/** As finance sees it. */
export type RefundCase = Schemas['RefundCase']
export type RefundPayee = Schemas['RefundPayee']
export type PayerAccount = Schemas['PayerAccount']

export const paymentTones: Record<PaymentRow['state'], Tone> = { pending: 'pending', paid: 'ok', closed: 'neutral', failed: 'bad' }
export const transferTones: Record<Transfer['state'], Tone> = { submitted: 'pending', confirmed: 'ok', refused: 'returned', closed: 'neutral' }
export const refundTones: Record<Refund['state'], Tone> = { requested: 'pending', processing: 'progress', done: 'ok', refused: 'bad', failed: 'bad' }
