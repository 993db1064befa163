import { computed } from 'vue'
import { useCatalogueItems, type CatalogueItem, type CatalogueKind } from '@/features/edition/catalogue/catalogue_items'
import { useTradingGroups } from '@/features/trading_group/trading_groups'
import { localized } from '@/shared/i18n/messages'
import { uiMessages } from '@/ui/messages'
import { organizationMessages } from '../messages'
import { useDivisions } from '@/features/edition/catalogue/divisions'
import { listed } from '@/shared/i18n/phrases'
import type { Field, Form } from './form_fields'
import { formMessages as m } from './messages'

const catalogueOf: Partial<Record<Field, CatalogueKind>> = {
  country_code: 'country',
  ownership_code: 'ownership',
  registered_capital_code: 'registered_capital',
  import_volume_code: 'import_volume',
  purchase_1y_code: 'purchase_intention_1y',
  purchase_5y_code: 'purchase_intention_5y',
  industries: 'industry',
  products: 'exhibition_area',
  visit_purposes: 'visit_purpose',
}

function useCatalogueWords() {
  const lists = Object.fromEntries(Object.entries(catalogueOf).map(([field, kind]) => [field, useCatalogueItems(kind)]))
  return (field: Field, codes: string[]) => listed(codes.map((code) => wordOf(lists[field]?.data.value ?? [], code)))
}

function wordOf(items: CatalogueItem[], code: string): string {
  const item = items.find((each) => each.code === code)
  return item ? localized(item, 'name') : code
}

/** The answers of a form as people read them, by field; an answer that was not given is empty. */
export function useFormWords(form: () => Form) {
  const catalogueWords = useCatalogueWords()
  const groups = useTradingGroups()
  const { provinces, cities, districts } = useDivisions(form)
  const yesOrNo = (answer: boolean | null | undefined) => (typeof answer === 'boolean' ? (answer ? uiMessages.yes : uiMessages.no) : '')

  const special = computed<Partial<Record<Field, string>>>(() => {
    const { category, trading_group_id, contact_title, licence_id, purchase_needs, ...answers } = form()
    const group = groups.data.value?.items.find(({ id }) => id === trading_group_id)
    return {
      category: organizationMessages.categories[category],
      trading_group_id: group ? localized(group, 'name') : (trading_group_id ?? ''),
      contact_title: contact_title ? organizationMessages.titles[contact_title] : '',
      licence_id: licence_id ? m.licenceThere : '',
      is_sme: yesOrNo(answers.is_sme),
      is_listed: yesOrNo(answers.is_listed),
      province_code: wordOf(provinces.value, answers.province_code),
      city_code: wordOf(cities.value, answers.city_code),
      district_code: wordOf(districts.value, answers.district_code),
      purchase_needs: purchase_needs.filter((need) => need.area_code || need.description).map((need) => m.need(catalogueWords('products', [need.area_code]), need.description, need.is_published)).join('\n'),
    }
  })

  return (field: Field): string => {
    const value = form()[field]
    if (field in special.value) return special.value[field] ?? ''
    if (catalogueOf[field]) return catalogueWords(field, [value].flat().filter(Boolean) as string[])
    return String(value ?? '')
  }
}
