import type { Schemas } from '@/shared/api/types'
import type { FilterValues } from '@/ui/filter_field'

type AttendeeFilter = Schemas['AttendeeFilter']

const repeated = new Set(['state', 'badge_type', 'entry_option_id', 'id'])
const answers = new Set(['is_reuse', 'has_face_warning', 'awaits_me'])

/** The filters of the address bar as an export takes them; `ids` are chosen rows, which count alone. */
export function attendeeFilterOf(values: FilterValues, ids: Iterable<string> = []): AttendeeFilter {
  const id = [...ids]
  const chosen = id.length ? [] : Object.entries(values).filter(([, each]) => each.length > 0)
  const typed = Object.fromEntries(chosen.map(([key, each]) => [key, valueOf(key, each)]))
  return { state: [], badge_type: [], entry_option_id: [], ...typed, id } as AttendeeFilter
}

function valueOf(key: string, values: string[]): string[] | boolean | string {
  if (repeated.has(key)) return values
  return answers.has(key) ? values[0] === 'true' : values[0]!
}
