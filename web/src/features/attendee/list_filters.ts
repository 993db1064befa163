import { badgeMessages } from '@/features/badge/messages'
import { useCatalogueChoices } from '@/features/edition/catalogue/catalogue_choices'
import { useEntryOptions } from '@/features/edition/entry_option/entry_options'
import { choicesOf, namedChoices } from '@/shared/choices'
import { localized } from '@/shared/i18n/messages'
import type { FilterField } from '@/ui/filter_field'
import { uiMessages } from '@/ui/messages'
import { identityMessages } from './identity/messages'
import { attendeeMessages as m } from './messages'

/** The filters that every list of people has, by their key. */
export function useFilterFields() {
  const options = useEntryOptions()
  const choices = () => (options.data.value?.items ?? []).map((option) => ({ value: option.id, label: localized(option, 'name') }))
  const categories = useCatalogueChoices('position_category', (items) => items.map((item) => ({ value: item.code, label: localized(item, 'name') })))
  const countries = useCatalogueChoices('country', (items) => namedChoices(items, ({ code }) => code))
  return () =>
    ({
      name: { key: 'name', label: m.fields.name, type: 'text' },
      number: { key: 'number', label: m.fields.number, type: 'text', placeholder: 'P80000001' },
      document: { key: 'document', label: m.fields.document_number, type: 'text' },
      state: { key: 'state', label: m.fields.state, type: 'choices', choices: choicesOf(m.states) },
      region_type: { key: 'region_type', label: m.fields.region_type, type: 'choice', choices: choicesOf(m.regionTypes) },
      country: { key: 'nationality_code', label: m.country, type: 'choice', ...countries() },
      badge_type: { key: 'badge_type', label: m.fields.badge_type, type: 'choices', choices: choicesOf(m.badgeTypes) },
      entry_option: { key: 'entry_option_id', label: m.fields.entry_option_id, type: 'choices', choices: choices() },
      collection: { key: 'collection', label: m.fields.collection, type: 'choice', choices: choicesOf(m.collections) },
      position_category: { key: 'position_category_code', label: m.fields.position_category_code, type: 'choice', ...categories() },
      badge_state: { key: 'badge_state', label: m.fields.badge_state, type: 'choices', choices: choicesOf(badgeMessages.states) },
      identity: { key: 'identity', label: identityMessages.identity, type: 'choice', choices: choicesOf(identityMessages.states) },
      payment_state: { key: 'payment_state', label: m.fields.payment_state, type: 'choice', choices: choicesOf(m.paymentStates) },
      order_state: { key: 'order_state', label: m.fields.order_state, type: 'choice', choices: choicesOf(m.orderStandings) },
      is_reuse: { key: 'is_reuse', label: m.fields.is_reuse, type: 'choice', choices: choicesOf({ true: uiMessages.yes, false: uiMessages.no }) },
    }) satisfies Record<string, FilterField>
}
