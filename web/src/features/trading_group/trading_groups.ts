import { useQuery } from '@tanstack/vue-query'
import { answerOf, api } from '@/shared/api/client'

/** Every active group and subgroup, as registration offers them (GRP-01). */
export function useTradingGroups(enabled: () => boolean = () => true) {
  return useQuery({ queryKey: ['trading_group_choices', 'all'], queryFn: () => answerOf(api.GET('/trading_groups')), staleTime: Infinity, enabled })
}
