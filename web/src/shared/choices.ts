import type { Choice } from '@/ui/filter_field'

/** The words of an enumeration as choices of a filter or a select. */
export function choicesOf(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
