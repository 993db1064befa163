import type { Schemas } from '@/shared/api/types'
import { filterBody } from '@/shared/filter_body'
import type { FilterValues } from '@/ui/filter_field'

type AttendeeFilter = Schemas['AttendeeFilter']

const types = { repeated: ['state', 'badge_type', 'entry_option_id', 'sponsorship', 'badge_state', 'id'], yesOrNo: ['is_reuse', 'has_face_warning', 'awaits_me'] }

/** The filters of the address bar as an export takes them; `ids` are chosen rows, which count alone. */
export function attendeeFilterOf(values: FilterValues, ids: Iterable<string> = []): AttendeeFilter {
  const id = [...ids]
  return { state: [], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], ...(id.length ? {} : filterBody(values, types)), id }
}
