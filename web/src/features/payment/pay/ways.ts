import type { Channel } from '@/features/order/order'

export type Way = 'scan' | 'b2b' | 'transfer'

export const waysOf: Record<Way, Channel[]> = { scan: ['alipay', 'wechat', 'unionpay'], b2b: ['b2b'], transfer: ['transfer'] }

/** The ways that have a channel which is offered. */
export function offeredWays(channels: Channel[]): Way[] {
  return (Object.keys(waysOf) as Way[]).filter((way) => waysOf[way].some((channel) => channels.includes(channel)))
}
