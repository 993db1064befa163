import type { Schemas } from '@/shared/api/types'
import { fairDay } from '@/shared/time'
import { isSigned, parseCode, type BadgeCode } from './badge_code'
import { decide, type Direction, type GateAnswer, type Passage } from './decide'

export type ServerList = Schemas['GateListView']

/** The list as the device keeps it, with how far the server's clock is from its own. */
export interface KeptList extends ServerList {
  fetched_at_ms: number
  clock_offset_ms: number
}

type Listed = Schemas['ListedSerialsView']

/** Both may name the same badge: what was written late is sent twice rather than never. */
function united(known: Listed[], news: Listed[]): Listed[] {
  if (news.length === 0) return known
  const groups = new Map<string, { group: Listed; serials: Set<number> }>()
  for (const group of [...known, ...news]) {
    const key = `${group.edition_number} ${group.is_voided} ${group.entry_days}`
    const { serials } = groups.get(key) ?? groups.set(key, { group, serials: new Set() }).get(key)!
    for (const serial of group.serials) serials.add(serial)
  }
  return [...groups.values()].map(({ group, serials }) => ({ ...group, serials: [...serials] }))
}

/** What is new, added to what is there. */
export function merged(known: KeptList | null, news: ServerList, sentMs: number, receivedMs: number): KeptList {
  return {
    ...news,
    refused: united(known?.refused ?? [], news.refused),
    reused: united(known?.reused ?? [], news.reused),
    fetched_at_ms: receivedMs,
    clock_offset_ms: Date.parse(news.server_time) - (sentMs + receivedMs) / 2,
  }
}

const nameOf = (editionNumber: number, serial: number) => `${editionNumber}/${serial}`
export const nameOfCode = (code: BadgeCode) => nameOf(code.editionNumber, code.serial)

const dayMs = 86_400_000
const bytesOf = (base64url: string) => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

export interface Judgement {
  answer: GateAnswer
  code: BadgeCode | null
  /** Bits of the days on which the badge opens the gates. */
  days: number
}

/** Decides without the server (BDG-03), by the signed code and the list. */
export class GateJudge {
  private readonly refused = new Map<string, 'voided' | 'revoked'>()
  private readonly reused = new Map<string, number>()
  private readonly keys: Map<number, Uint8Array>

  constructor(private readonly list: KeptList) {
    for (const { edition_number, is_voided, serials } of list.refused)
      for (const serial of serials) this.refused.set(nameOf(edition_number, serial), is_voided ? 'voided' : 'revoked')
    for (const { edition_number, entry_days, serials } of list.reused)
      for (const serial of serials) this.reused.set(nameOf(edition_number, serial), entry_days)
    this.keys = new Map(list.public_keys.map(({ edition_number, public_key }) => [edition_number, bytesOf(public_key)]))
  }

  async judge(text: string, who: { direction: Direction; isInside: (name: string) => boolean; insists: boolean }, nowMs: number): Promise<Judgement> {
    const code = await this.read(text)
    const days = code ? this.daysOf(code) : 0
    const passage: Passage = {
      direction: who.direction,
      standing: code ? this.standingOf(code) : 'unknown',
      opens_today: this.opensOn(days, nowMs),
      is_inside: code !== null && who.isInside(nameOfCode(code)),
      insists: who.insists,
    }
    return { answer: decide(passage), code, days }
  }

  private async read(text: string): Promise<BadgeCode | null> {
    const code = parseCode(text)
    const key = code && this.keys.get(code.editionNumber)
    return key && (await isSigned(text, key)) ? code : null
  }

  private standingOf(code: BadgeCode): Passage['standing'] {
    const refused = this.refused.get(nameOfCode(code))
    if (refused) return refused
    return code.editionNumber === this.list.edition_number || this.reused.has(nameOfCode(code)) ? 'good' : 'unknown'
  }

  /** A badge of a past edition still shows its own days; the list has those of this one (ATT-07). */
  private daysOf(code: BadgeCode): number {
    return code.editionNumber === this.list.edition_number ? code.days : (this.reused.get(nameOfCode(code)) ?? 0)
  }

  private opensOn(days: number, nowMs: number): boolean {
    const day = (Date.parse(fairDay(nowMs)) - Date.parse(this.list.first_entry_on)) / dayMs
    return day >= 0 && day < 16 && ((days >> day) & 1) === 1
  }
}

/** The days of a badge as dates. */
export function entryDays(days: number, firstEntryOn: string): string[] {
  const first = Date.parse(firstEntryOn)
  return [...Array(16).keys()].filter((n) => (days >> n) & 1).map((n) => new Date(first + n * dayMs).toISOString().slice(0, 10))
}
