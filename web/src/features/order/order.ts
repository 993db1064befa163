import type { Schemas } from '@/shared/api/types'
import type { Tone } from '@/ui/StateBadge.vue'

export type Order = Schemas['OrderView']
export type OrderRow = Schemas['OrderRow']
export type OrderItem = Schemas['OrderItem']
export type Channel = Schemas['ChannelView']['channel']

export const orderTones: Record<OrderRow['state'], Tone> = { unpaid: 'pending', paid: 'ok', cancelled: 'neutral', expired: 'neutral' }

/** Where badges for these people are ordered (提交办证). */
export function orderPath(attendees: readonly string[]) {
  return { path: '/visitor/orders/new', query: { attendee: [...attendees] } }
}
