import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { shownEdition } from '@/app/session'
import { answerOf, api } from '@/shared/api/client'

/** The edition on the screen with its days and rules. */
export function useShownEdition() {
  const id = computed(() => shownEdition.value?.id ?? '')
  return useQuery({
    queryKey: ['edition', id],
    queryFn: () => answerOf(api.GET('/editions/{id}', { params: { path: { id: id.value } } })),
    enabled: computed(() => id.value !== ''),
  })
}
