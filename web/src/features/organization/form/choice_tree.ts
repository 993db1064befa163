import type { CatalogueItem } from '@/features/edition/catalogue/catalogue_items'
import { localized } from '@/shared/i18n/messages'
import type { ChoiceGroup } from '@/ui/GroupedChecks.vue'

const choiceOf = (item: CatalogueItem) => ({ value: item.code, label: localized(item, 'name') })

export function childrenOf(items: CatalogueItem[], parent: CatalogueItem | null): CatalogueItem[] {
  return items.filter(({ parent_id }) => parent_id === (parent?.id ?? null))
}

/** What is below an item as groups of check boxes. An item without anything below it is a choice by itself. */
export function groupsBelow(items: CatalogueItem[], parent: CatalogueItem | null): ChoiceGroup[] {
  const children = childrenOf(items, parent)
  if (parent && children.length === 0) return [{ ...choiceOf(parent), choices: [choiceOf(parent)] }]
  return children.map((child) => {
    const below = childrenOf(items, child)
    return { ...choiceOf(child), choices: (below.length ? below : [child]).map(choiceOf) }
  })
}
