import { ref } from 'vue'
import type { Choice } from '@/ui/filter_field'
import { useCatalogueItems, type CatalogueItem, type CatalogueKind } from './catalogue_items'

/** The choices of a filter; the catalogue is fetched when the condition is first looked at or set, as catalogues are long. */
export function useCatalogueChoices(kind: CatalogueKind, choose: (items: CatalogueItem[]) => Choice[]) {
  const isWanted = ref(false)
  const query = useCatalogueItems(kind, () => (isWanted.value ? {} : null))
  return () => ({ choices: choose(query.data.value ?? []), want: () => void (isWanted.value = true) })
}
