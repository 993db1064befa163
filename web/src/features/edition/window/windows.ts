import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { shownEdition } from '@/app/session'
import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'

export type WindowKind = Schemas['WindowView']['kind']

/** When what is open (EDN-03), in the edition on the screen. */
export function useWindows() {
  const id = computed(() => shownEdition.value?.id ?? '')
  return useQuery({
    queryKey: ['windows', id],
    queryFn: () => answerOf(api.GET('/editions/{id}/windows', { params: { path: { id: id.value } } })),
    enabled: computed(() => id.value !== ''),
  })
}
