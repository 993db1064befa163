import { badgeMessages } from '@/features/badge/messages'
import { itemWords, useCatalogueItems } from '@/features/edition/catalogue/catalogue_items'
import { nameOf } from '@/features/organization/organization_name'
import { formatCny } from '@/shared/money'
import { uiMessages } from '@/ui/messages'
import type { Column } from '@/ui/table_column'
import type { AttendeeRow } from './attendee'
import { identityMessages } from './identity/messages'
import { attendeeMessages } from './messages'
import { entryOptionOf } from './words'

/** The columns that every office's list of people has, by their key. */
export function useAttendeeColumns() {
  const countries = useCatalogueItems('country')
  const categories = useCatalogueItems('position_category')
  return () => columnsWith({ country: (code) => itemWords(countries.data.value, code), category: (code) => itemWords(categories.data.value, code) })
}

/** `country` and `category` name their codes. */
function columnsWith({ country, category }: Record<'country' | 'category', (code: string) => string>) {
  const labels = attendeeMessages.fields
  return {
    number: { key: 'number', label: labels.number, sortable: true },
    name: { key: 'name_zh', label: labels.name, fixed: 'left', sortable: true, text: nameOf },
    gender: { key: 'gender', label: labels.gender, text: ({ gender }) => gender && attendeeMessages.genders[gender] },
    region_type: { key: 'region_type', label: labels.region_type, text: ({ region_type }) => region_type && attendeeMessages.regionTypes[region_type] },
    country: { key: 'nationality_code', label: attendeeMessages.country, text: ({ nationality_code }) => country(nationality_code) },
    document: { key: 'document_masked', label: labels.document_number },
    organization: { key: 'organization', label: labels.organization, text: (row) => nameOf({ name_zh: row.organization_name_zh, name_en: row.organization_name_en }) },
    position: { key: 'position', label: labels.position },
    position_category: { key: 'position_category_code', label: labels.position_category_code, text: (row) => category(row.position_category_code) },
    badge_type: { key: 'badge_type', label: labels.badge_type, text: ({ badge_type }) => attendeeMessages.badgeTypes[badge_type] },
    entry_option: { key: 'entry_option', label: labels.entry_option_id, text: entryOptionOf },
    fee: { key: 'fee_fen', label: labels.fee, align: 'right', text: ({ fee_fen }) => formatCny(fee_fen) },
    collection: { key: 'collection', label: labels.collection, text: ({ collection }) => collection && attendeeMessages.collections[collection] },
    badge_state: { key: 'badge_state', label: labels.badge_state, text: ({ badge_state }) => badge_state && badgeMessages.states[badge_state] },
    is_reuse: { key: 'is_reuse', label: labels.is_reuse, text: ({ is_reuse }) => (is_reuse ? uiMessages.yes : null) },
    identity: { key: 'identity_state', label: identityMessages.identity },
    state: { key: 'state', label: labels.state, sortable: true },
  } satisfies Record<string, Column<AttendeeRow>>
}
