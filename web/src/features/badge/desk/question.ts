import type { Schemas } from '@/shared/api/types'
import { typedCode } from '@/shared/typed_text'

const code = /^[A-Z2-7]{100,}$/
const badgeNumber = /^B\d+-\d+$/i
const personNumber = /^P\d+$/i

/** What somebody scanned or typed: a code is long and in capitals, our numbers begin with their letter, all else is a document. */
export function questionOf(typed: string): Schemas['BadgeDeskQuestion'] {
  const text = typedCode(typed)
  if (code.test(text) || badgeNumber.test(text)) return { code: text, document: null, number: null }
  if (personNumber.test(text)) return { number: text, code: null, document: null }
  return { document: text, code: null, number: null }
}
