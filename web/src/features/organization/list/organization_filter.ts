import type { Schemas } from '@/shared/api/types'
import type { FilterValues } from '@/ui/filter_field'

type Wanted = Schemas['OrganizationFilter']
/** A condition that is not wanted is left out: an address has no null. */
export type OrganizationFilter = { [Field in keyof Wanted]: NonNullable<Wanted[Field]> }
/** Conditions that a page sets itself and nobody can remove. */
export type FixedFilter = Pick<OrganizationFilter, 'placement' | 'origin' | 'has_group' | 'awaits_me'>

const repeated = new Set(['state', 'industry', 'product'])
const answers = new Set(['is_sme', 'is_listed', 'is_past', 'is_exported', 'has_group', 'awaits_me'])

/** The filters of the address bar as an export, a mailing and the next review take them; `ids` are chosen rows. */
export function filterOf(values: FilterValues, fixed: FixedFilter = {}, ids: Iterable<string> = []): OrganizationFilter {
  const chosen = Object.entries(values).filter(([, each]) => each.length > 0)
  const typed = Object.fromEntries(chosen.map(([key, each]) => [key, valueOf(key, each)]))
  return { state: [], industry: [], product: [], ...typed, ...fixed, id: [...ids] }
}

function valueOf(key: string, values: string[]): string[] | boolean | string {
  if (repeated.has(key)) return values
  return answers.has(key) ? values[0] === 'true' : values[0]!
}
