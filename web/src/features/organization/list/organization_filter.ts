import type { Schemas } from '@/shared/api/types'
import { filterBody } from '@/shared/filter_body'
import type { FilterValues } from '@/ui/filter_field'

type Wanted = Schemas['OrganizationFilter']
/** A condition that is not wanted is left out: an address has no null. */
export type OrganizationFilter = { [Field in keyof Wanted]: NonNullable<Wanted[Field]> }
/** Conditions that a page sets itself and nobody can remove. */
export type FixedFilter = Pick<OrganizationFilter, 'placement' | 'origin' | 'has_group' | 'awaits_me'>

const types = { repeated: ['state', 'industry', 'product'], yesOrNo: ['is_sme', 'is_listed', 'is_past', 'is_exported', 'has_group', 'awaits_me'] }

/** The filters of the address bar as an export, a mailing and the next review take them; `ids` are chosen rows. */
export function filterOf(values: FilterValues, fixed: FixedFilter = {}, ids: Iterable<string> = []): OrganizationFilter {
  return { state: [], industry: [], product: [], ...filterBody(values, types), ...fixed, id: [...ids] }
}
