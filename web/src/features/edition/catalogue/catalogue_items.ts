import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { shownEdition } from '@/app/session'
import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'
import { localized } from '@/shared/i18n/messages'

export type CatalogueItem = Schemas['CatalogueRow']
export type CatalogueKind = CatalogueItem['kind']
/** A level of a catalogue; nothing of it means the whole one. */
export type CatalogueLevel = { parent_id?: string; top_only?: boolean }

const largestPage = 200

/** The active items that a form offers, all of them, in their order (EDN-05). No level (null) means: not yet. */
export function useCatalogueItems(kind: CatalogueKind, level: () => CatalogueLevel | null = () => ({})) {
  const edition = computed(() => shownEdition.value?.id ?? '')
  const wanted = computed(level)
  return useQuery({
    queryKey: ['catalogue_choices', edition, kind, wanted],
    queryFn: () => loadAll(edition.value, kind, wanted.value ?? {}),
    enabled: computed(() => edition.value !== '' && wanted.value !== null),
    staleTime: Infinity,
  })
}

/** What a code stands for, as people read it. */
export function itemWords(items: CatalogueItem[] | undefined, code: string): string {
  const item = items?.find((each) => each.code === code)
  return item ? localized(item, 'name') : code
}

async function loadAll(id: string, kind: CatalogueKind, level: CatalogueLevel): Promise<CatalogueItem[]> {
  const items: CatalogueItem[] = []
  for (let page = 1; ; page++) {
    const query = { ...level, page, page_size: largestPage }
    const answer = await answerOf(api.GET('/editions/{id}/catalogues/{kind}/items', { params: { path: { id, kind }, query } }))
    items.push(...answer.items)
    if (answer.items.length < largestPage) return items
  }
}
