import { labelled, listed } from '@/shared/i18n/phrases'

export interface Choice {
  value: string
  label: string
  /** The heading above it; choices of one group stand together. */
  group?: string
  /** Its name in the other language, by which it is found too. */
  also?: string
  /** How far it stands below its group's first ones. */
  depth?: number
}

interface Choosing {
  choices: Choice[]
  /** Told when the condition is looked at or set: long lists of choices are fetched only then. */
  want?: () => void
}

/** A filter described as data. `days` and `numbers` fill two query parameters: `<key>_from_on` style names given in `range`. */
export type FilterField =
  | { key: string; label: string; type: 'text'; placeholder?: string }
  | ({ key: string; label: string; type: 'choice' } & Choosing)
  | ({ key: string; label: string; type: 'choices' } & Choosing)
  | { key: string; label: string; type: 'days'; range: [from: string, to: string] }
  | { key: string; label: string; type: 'numbers'; range: [from: string, to: string] }

/** Query parameters as the address bar has them: every parameter may be repeated. */
export type FilterValues = Record<string, string[]>

export function wantChoices(field: FilterField) {
  if ('want' in field) field.want?.()
}

export function isRange(field: FilterField): field is Extract<FilterField, { range: unknown }> {
  return field.type === 'days' || field.type === 'numbers'
}

export function parametersOf(field: FilterField): string[] {
  return isRange(field) ? field.range : [field.key]
}

export function isActive(field: FilterField, values: FilterValues): boolean {
  return parametersOf(field).some((parameter) => (values[parameter] ?? []).length > 0)
}

/** What a condition is set to, in words. */
export function wordsOf(field: FilterField, values: FilterValues): string {
  if (isRange(field)) {
    const [from, to] = field.range
    return `${values[from]?.[0] ?? ''} ~ ${values[to]?.[0] ?? ''}`.trim()
  }
  const chosen = values[field.key] ?? []
  return listed(field.type === 'text' ? chosen : chosen.map((value) => field.choices.find((choice) => choice.value === value)?.label ?? value))
}

export function describeFilter(field: FilterField, values: FilterValues): string {
  return labelled(field.label, wordsOf(field, values))
}
