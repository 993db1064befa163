import { useQuery } from '@tanstack/vue-query'
import { answerOf, api } from '@/shared/api/client'

/** Finance may decide while the payer looks. */
const lookAgainMs = 5000

export function useMyTransfers(orderId: string) {
  return useQuery({
    queryKey: ['my_transfers', orderId],
    queryFn: () => answerOf(api.GET('/my/orders/{id}/transfers', { params: { path: { id: orderId } } })),
    refetchInterval: ({ state }) => (state.data?.items.some((transfer) => transfer.state === 'submitted') ? lookAgainMs : false),
  })
}
