import { serverNow } from '@/shared/server_clock'
import { organizationListMessages as m } from './messages'

const hourMs = 3_600_000
const dayHours = 24

/** For how long an organization has waited for its review, in whole days, or hours on the first day. */
export function waitingText(since: string | null | undefined, now = serverNow()): string {
  if (!since) return ''
  const hours = Math.max(0, Math.floor((now - Date.parse(since)) / hourMs))
  return hours < dayHours ? m.waitingHours(hours) : m.waitingDays(Math.floor(hours / dayHours))
}
