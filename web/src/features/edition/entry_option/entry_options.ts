import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { shownEdition } from '@/app/session'
import { answerOf, api } from '@/shared/api/client'

/** The days on which one may enter, with their prices (EDN-04), in the edition on the screen. */
export function useEntryOptions() {
  const id = computed(() => shownEdition.value?.id ?? '')
  return useQuery({
    queryKey: ['entry_options', id],
    queryFn: () => answerOf(api.GET('/editions/{id}/entry_options', { params: { path: { id: id.value } } })),
    enabled: computed(() => id.value !== ''),
  })
}
