import { serverNow } from '@/shared/server_clock'
import { reviewMessages as m } from './messages'

const hourMs = 3_600_000
const dayHours = 24

/** For how long a review has been waited for, in whole days, or hours on the first day. */
export function waitingText(since: string | null | undefined, now = serverNow()): string {
  if (!since) return ''
  const hours = Math.max(0, Math.floor((now - Date.parse(since)) / hourMs))
  return hours < dayHours ? m.waitingHours(hours) : m.waitingDays(Math.floor(hours / dayHours))
}
