import { halfWidth } from '@/shared/typed_text'

/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last of which checks the others. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export function normalizedUscc(typed: string): string {
  return halfWidth(typed).replace(/[\s-]/g, '').toUpperCase()
}

function hasValidCheck(uscc: string): boolean {
  const sum = [...uscc.slice(0, 17)].reduce((total, character, i) => total + alphabet.indexOf(character) * (3 ** i % 31), 0)
  return alphabet[(31 - (sum % 31)) % 31] === uscc[17]
}

/** What to say while somebody types: nothing until it is wrong. A failed check is a warning, for a few genuine codes fail it (ORG-02). */
export function usccState(typed: string): 'empty' | 'short' | 'wrong_shape' | 'odd_check' | 'right' {
  const uscc = normalizedUscc(typed)
  if (uscc === '') return 'empty'
  if ([...uscc].some((character) => !alphabet.includes(character)) || uscc.length > 18) return 'wrong_shape'
  if (uscc.length < 18) return 'short'
  return hasValidCheck(uscc) ? 'right' : 'odd_check'
}
