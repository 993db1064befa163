import { account } from '@/app/session'
import { useCatalogueChoices } from '@/features/edition/catalogue/catalogue_choices'
import type { CatalogueItem, CatalogueKind } from '@/features/edition/catalogue/catalogue_items'
import { choicesOf } from '@/shared/choices'
import { localized } from '@/shared/i18n/messages'
import type { Choice, FilterField } from '@/ui/filter_field'
import { uiMessages } from '@/ui/messages'
import { organizationMessages } from '../messages'
import { organizationListMessages as m } from './messages'
import type { FixedFilter } from './organization_filter'

/** Every filter of 团内直属单位 and 分团下属单位, the most used first (ORG-09). */
export function useFilterFields(fixed: FixedFilter): () => FilterField[] {
  const one = (kind: CatalogueKind) => useCatalogueChoices(kind, (items) => items.map(choiceOf))
  const purchase1y = one('purchase_intention_1y')
  const purchase5y = one('purchase_intention_5y')
  const ownership = one('ownership')
  const countries = one('country')
  const importVolume = one('import_volume')
  const capital = one('registered_capital')
  const sections = useCatalogueChoices('industry', (items) => items.filter(({ parent_id }) => parent_id === null).map(choiceOf))
  const industries = useCatalogueChoices('industry', secondLevel)
  const products = useCatalogueChoices('exhibition_area', areasAndProducts)
  const isOneGroup = fixed.placement === 'direct' || fixed.has_group === false

  const words = organizationMessages
  const yesNo = () => choicesOf({ true: uiMessages.yes, false: uiMessages.no })
  const fields = (): (FilterField | false)[] => [
    { key: 'q', label: m.keyword, type: 'text', placeholder: m.keywordHint },
    fixed.awaits_me ? false : { key: 'state', label: m.state, type: 'choices', choices: choicesOf(words.states) },
    fixed.awaits_me ? false : { key: 'awaits_me', label: m.awaitsMe, type: 'choice', choices: choicesOf({ true: m.awaitsMeOnly }) },
    { key: 'number', label: m.number, type: 'text', placeholder: m.numberHint },
    isOneGroup ? false : { key: 'group', label: m.group, type: 'text', placeholder: m.groupHint },
    { key: 'purchase_5y_code', label: m.purchase5y, type: 'choice', ...purchase5y() },
    { key: 'submitted_at', label: m.submittedAt, type: 'days', range: ['submitted_from_on', 'submitted_to_on'] },
    { key: 'industry', label: m.industry, type: 'choices', ...industries() },
    { key: 'purchase_1y_code', label: m.purchase1y, type: 'choice', ...purchase1y() },
    { key: 'is_sme', label: m.isSme, type: 'choice', choices: yesNo() },
    { key: 'is_listed', label: m.isListed, type: 'choice', choices: yesNo() },
    { key: 'industry_type', label: m.industryType, type: 'choice', ...sections() },
    { key: 'category', label: m.category, type: 'choice', choices: choicesOf(words.categories) },
    { key: 'ownership_code', label: m.ownership, type: 'choice', ...ownership() },
    { key: 'country_code', label: m.country, type: 'choice', ...countries() },
    { key: 'product', label: m.product, type: 'choices', ...products() },
    { key: 'is_exported', label: m.exportState, type: 'choice', choices: choicesOf({ true: m.exported, false: m.notExported }) },
    { key: 'address', label: m.address, type: 'text' },
    { key: 'import_volume_code', label: m.importVolume, type: 'choice', ...importVolume() },
    { key: 'registered_capital_code', label: m.registeredCapital, type: 'choice', ...capital() },
    { key: 'is_past', label: m.isPast, type: 'choice', choices: yesNo() },
    isEverywhere() && !fixed.origin ? { key: 'origin', label: m.origin, type: 'choice', choices: choicesOf(words.origins) } : false,
  ]
  return () => fields().filter((field) => field !== false)
}

const isEverywhere = () => account.value?.door === 'bureau'
const choiceOf = (item: CatalogueItem): Choice => ({ value: item.code, label: localized(item, 'name') })

/** What stands right below the top, under its heading: what is chosen below that is found as well. */
export function secondLevel(items: CatalogueItem[]): Choice[] {
  const tops = items.filter(({ parent_id }) => parent_id === null)
  return tops.flatMap((top) => items.filter(({ parent_id }) => parent_id === top.id).map((item) => ({ ...choiceOf(item), group: localized(top, 'name') })))
}

/** An area as a whole, then all that stands below it, under its heading: what is chosen below a choice is found as well. */
export function areasAndProducts(items: CatalogueItem[]): Choice[] {
  const below = (parent: CatalogueItem, depth: number): Choice[] =>
    items.filter(({ parent_id }) => parent_id === parent.id).flatMap((item) => [{ ...choiceOf(item), depth }, ...below(item, depth + 1)])
  const areas = items.filter(({ parent_id }) => parent_id === null)
  return areas.flatMap((area) => {
    const group = localized(area, 'name')
    return [{ value: area.code, label: m.wholeArea(group) }, ...below(area, 0)].map((choice) => ({ ...choice, group }))
  })
}
