import { answerOf, api } from '@/shared/api/client'
import { fittingPicture, mostBytesToShrink } from '@/shared/picture/fitting'
import { isHeic } from '@/shared/picture/heic'
import { pictureMessages } from '@/shared/picture/messages'
import { payMessages as m } from './messages'

const longestBytes = 5_000_000
const documentType = 'application/pdf'
export const voucherTypes = ['image/jpeg', 'image/png', documentType]

/** Why a file is not worth sending; null when it is (ORD-04: jpg, png or pdf, at most 5 MB). */
export function whyNotVoucher(file: { type: string; size: number; name?: string }): string | null {
  if (isHeic(file)) return pictureMessages.heic
  if (!voucherTypes.includes(file.type)) return m.voucherWrongType
  const most = file.type === documentType ? longestBytes : mostBytesToShrink
  return file.size > most ? m.voucherTooLarge : null
}

/** A picture that is too large is made smaller; a document is sent as it is. */
export async function uploadVoucher(chosen: File): Promise<string> {
  const file = chosen.type === documentType ? chosen : await fittingPicture(chosen, longestBytes)
  // The API document calls binary bodies strings.
  const body = { body: file as unknown as string, bodySerializer: () => file, headers: { 'Content-Type': file.type } }
  const sent = await answerOf(file.type === documentType ? api.POST('/my/voucher_documents', body) : api.POST('/my/voucher_pictures', body))
  return sent.id
}
