import { computed, shallowRef } from 'vue'
import { locale } from './i18n/locale'
import { serverNow } from './server_clock'

// The fair lives in its own zone wherever its visitor sits; the server says which (INS-01).
const zone = shallowRef('Asia/Shanghai')
const dayMs = 86_400_000

export function setFairZone(name: string) {
  zone.value = name
}

/** The zone as people call it: 北京时间, Singapore Standard Time. */
export function zoneName(): string {
  if (zone.value === 'Asia/Shanghai') return locale.value === 'en' ? 'Beijing time' : '北京时间'
  const parts = new Intl.DateTimeFormat(locale.value, { timeZone: zone.value, timeZoneName: 'long' }).formatToParts(serverNow())
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone.value
}

const clock = computed(
  () => new Intl.DateTimeFormat('en-US', { timeZone: zone.value, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }),
)

/** How far the fair's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(ms: number): number {
  if (zone.value === 'Asia/Shanghai') return 8 * 3_600_000 // UTC+8 all the year
  const part = Object.fromEntries(clock.value.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - Math.floor(ms / 1000) * 1000
}

function atFair(instant: string): Date {
  const ms = Date.parse(instant)
  return new Date(ms + offsetAt(ms))
}

/** English here is British, as the fair's own texts are: 6 November 2025. */
const dates = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale.value === 'en' ? 'en-GB' : 'zh-CN', parts)

/** `2025-10-20T16:00:00Z` -> `2025-10-21 00:00:00`, as the organizer prints it; `21 Oct 2025, 00:00:00` in English. */
export function formatInstant(instant: string | null): string {
  if (!instant) return '—'
  if (locale.value !== 'en') return atFair(instant).toISOString().slice(0, 19).replace('T', ' ')
  return dates({ timeZone: zone.value, dateStyle: 'medium', timeStyle: 'medium' }).format(Date.parse(instant))
}

/** The civil day at the fair of a moment in milliseconds: `2025-11-06`. */
export function fairDay(ms: number): string {
  return new Date(ms + offsetAt(ms)).toISOString().slice(0, 10)
}

/** An end at midnight belongs to the day before, as the fair writes it: 10月20日 24:00 (EDN-03). */
export function formatDeadline(instant: string): string {
  const atMidnight = atFair(instant).toISOString().slice(11, 16) === '00:00'
  const shown = new Date(Date.parse(instant) - (atMidnight ? 1 : 0))
  const day = dates({ timeZone: zone.value, dateStyle: 'long' }).format(shown)
  const time = atMidnight ? '24:00' : atFair(instant).toISOString().slice(11, 16)
  return locale.value === 'en' ? `${day}, ${time}` : `${day} ${time}`
}

/** Civil dates carry no zone: `2025-11-06` -> `2025年11月6日`. */
export function formatDay(day: string): string {
  return dates({ timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`))
}

/** Where the year is clear: `11月6日`, `6 Nov`. */
export function formatDayOfYear(day: string): string {
  return dates({ timeZone: 'UTC', month: locale.value === 'en' ? 'short' : 'long', day: 'numeric' }).format(new Date(`${day}T00:00:00Z`))
}

export function wholeDaysUntil(instant: string, now = serverNow()): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / dayMs))
}

/** An instant as a form shows it: `2025-10-21 00:00`, by the fair's clocks. */
export function toFairInput(instant: string | null): string {
  return instant ? atFair(instant).toISOString().slice(0, 16).replace('T', ' ') : ''
}

/** What was typed as an instant; null when nothing was. `isFairInput` tells whether it is a time at all. */
export function fromFairInput(typed: string): string | null {
  if (!typed) return null
  const local = readAsUtc(typed)
  // The offset of a moment near by may be another one: where clocks change, the second look is right.
  const guess = local - offsetAt(local)
  return new Date(local - offsetAt(guess)).toISOString()
}

export function isFairInput(typed: string): boolean {
  return typed === '' || !Number.isNaN(readAsUtc(typed))
}

function readAsUtc(typed: string): number {
  return Date.parse(`${typed.replace(' ', 'T')}Z`)
}
