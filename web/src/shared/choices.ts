import type { Choice } from '@/ui/filter_field'
import { localized, localizedElse } from './i18n/messages'

/** The words of an enumeration as choices of a filter or a select. */
export function choicesOf(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

/** Things with names in both languages as choices: shown by one name, found by both. */
export function namedChoices<T extends { name_zh: string; name_en: string }>(items: readonly T[], valueOf: (item: T) => string): Choice[] {
  return items.map((item) => ({ value: valueOf(item), label: localized(item, 'name'), also: localizedElse(item, 'name') }))
}
