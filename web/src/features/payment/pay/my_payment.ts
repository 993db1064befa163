import { useQuery } from '@tanstack/vue-query'
import { computed, reactive, ref, watch } from 'vue'
import type { Channel } from '@/features/order/order'
import { refreshOrders } from '@/features/order/own/my_order'
import { answerOf, api } from '@/shared/api/client'
import { queryClient } from '@/shared/queries'
import type { Payment } from '../payment'

const pollMs = 2000

const isOver = (payment: Payment | undefined) => payment !== undefined && (payment.state !== 'pending' || payment.order_state !== 'unpaid')

/**
 * One attempt to pay: begun when the payer asks for it, then followed without a reload (ORD-02). A page that nobody looks
 * at does not ask; an attempt that is over is not asked about again.
 */
export function useMyPayment(orderId: string) {
  const channel = ref<Channel | null>(null)
  const id = ref<string | null>(null)
  const busy = ref(false)
  const failure = ref<unknown>(null)

  const query = useQuery({
    queryKey: ['my_payment', id],
    queryFn: () => answerOf(api.GET('/my/payments/{id}', { params: { path: { id: id.value! } } })),
    enabled: computed(() => id.value !== null),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : pollMs),
    refetchOnWindowFocus: true,
  })
  const payment = computed(() => (id.value ? (query.data.value ?? null) : null))
  watch(payment, (now) => now && isOver(now) && void refreshOrders())

  async function begin(wanted: Channel) {
    channel.value = wanted
    id.value = failure.value = null
    busy.value = true
    const isStillWanted = () => channel.value === wanted
    try {
      const begun = await answerOf(api.POST('/my/orders/{id}/payments', { params: { path: { id: orderId } }, body: { channel: wanted } }))
      if (!isStillWanted()) return
      queryClient.setQueryData(['my_payment', begun.id], begun)
      id.value = begun.id
    } catch (error) {
      if (isStillWanted()) failure.value = error
    } finally {
      if (isStillWanted()) busy.value = false
    }
  }

  const renew = () => channel.value && begin(channel.value)

  return reactive({ channel, payment, busy, failure, isUnsure: query.isError, begin, renew })
}

export type MyPayment = ReturnType<typeof useMyPayment>
