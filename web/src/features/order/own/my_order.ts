import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import { refresh } from '@/shared/queries'

/** A payer may come back before the bank has told us; an unpaid order is looked at again while somebody looks at it. */
const lookAgainMs = 5000

export function useMyOrder(id: () => string) {
  return useQuery({
    queryKey: ['my_order', computed(id)],
    queryFn: () => answerOf(api.GET('/my/orders/{id}', { params: { path: { id: id() } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'unpaid' ? lookAgainMs : false),
  })
}

/** After anything that may have moved an order or its people. */
export const refreshOrders = () => refresh('my_order', 'my_orders', 'my_transfers', 'my_refunds', 'my_refundable_people', 'my_attendees', 'my_progress')
