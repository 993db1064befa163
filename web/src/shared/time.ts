import { locale } from './i18n/locale'
import { serverNow } from './server_clock'

// The fair lives in Asia/Shanghai wherever its visitor sits: UTC+8 all year round.
const timeZone = 'Asia/Shanghai'
const shanghaiOffsetMs = 8 * 3_600_000
const dayMs = 86_400_000

function inShanghai(instant: string): Date {
  return new Date(Date.parse(instant) + shanghaiOffsetMs)
}

/** `2025-10-20T16:00:00Z` -> `2025-10-21 00:00:00`, the same in both languages. */
export function formatInstant(instant: string | null): string {
  return instant ? inShanghai(instant).toISOString().slice(0, 19).replace('T', ' ') : '—'
}

/** The civil day in Shanghai of a moment in milliseconds: `2025-11-06`. */
export function shanghaiDay(ms: number): string {
  return new Date(ms + shanghaiOffsetMs).toISOString().slice(0, 10)
}

/** An end at midnight belongs to the day before, as the fair writes it: 10月20日 24:00 (EDN-03). */
export function formatDeadline(instant: string): string {
  const atMidnight = inShanghai(instant).toISOString().slice(11, 16) === '00:00'
  const shown = new Date(Date.parse(instant) - (atMidnight ? 1 : 0))
  const day = shown.toLocaleDateString(locale.value, { timeZone, year: 'numeric', month: 'long', day: 'numeric' })
  return `${day} ${atMidnight ? '24:00' : inShanghai(instant).toISOString().slice(11, 16)}`
}

/** Civil dates carry no zone: `2025-11-06` -> `2025年11月6日`. */
export function formatDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale.value, { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' })
}

export function wholeDaysUntil(instant: string, now = serverNow()): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / dayMs))
}

/** An instant as a form shows it: `2025-10-21 00:00`, Shanghai time. */
export function toShanghaiInput(instant: string | null): string {
  return instant ? inShanghai(instant).toISOString().slice(0, 16).replace('T', ' ') : ''
}

/** What was typed as an instant; null when nothing was. `isShanghaiInput` tells whether it is a time at all. */
export function fromShanghaiInput(typed: string): string | null {
  return typed ? new Date(readAsUtc(typed) - shanghaiOffsetMs).toISOString() : null
}

export function isShanghaiInput(typed: string): boolean {
  return typed === '' || !Number.isNaN(readAsUtc(typed))
}

function readAsUtc(typed: string): number {
  return Date.parse(`${typed.replace(' ', 'T')}Z`)
}
