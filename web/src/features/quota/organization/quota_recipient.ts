import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { normalizedUscc, usccState } from '@/features/organization/uscc/uscc'
import { answerOf, api } from '@/shared/api/client'

/** Who a code stands for, asked as soon as it is complete; null while it is not. */
export function useQuotaRecipient(typed: () => string) {
  const code = computed(() => (['right', 'odd_check'].includes(usccState(typed())) ? normalizedUscc(typed()) : ''))
  const query = useQuery({
    queryKey: ['quota_recipient', code],
    queryFn: () => answerOf(api.GET('/organization_quota_recipient', { params: { query: { uscc: code.value } } })),
    enabled: computed(() => code.value !== ''),
  })
  return computed(() => (code.value && query.data.value?.uscc === code.value ? query.data.value : null))
}
