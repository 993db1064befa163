import { shallowReactive } from 'vue'
import { ApiError } from '@/shared/api/problem'
import type { Schemas } from '@/shared/api/types'
import { fairDay } from '@/shared/time'
import { parseCode, standardSpelling } from './badge_code'
import type { Direction, GateAnswer } from './decide'
import type { DeviceStore, KeptScan } from './device_store'
import type { GateClient, ScanView } from './gate_client'
import { entryDays, GateJudge, merged, nameOfCode, type KeptList } from './gate_list'

type Holder = Schemas['BadgeHolderView']

/** What the operator is shown. Offline nothing but the code itself is known of the holder. */
export interface Shown {
  sequence: number
  code: string
  answer: GateAnswer
  direction: Direction
  isOverridden: boolean
  isOffline: boolean
  holder: Holder | null
  badge: { serial: number; type: Holder['type']; days: string[] } | null
}

interface State {
  phase: 'starting' | 'pairing' | 'ready'
  list: KeptList | null
  shown: Shown | null
  isOnline: boolean
  isBusy: boolean
  queued: number
  /** `asked`: the operator has ended the day, and what is here is on its way. */
  finish: 'open' | 'asked' | 'complete'
  /** What the server said against it, beyond not being there. */
  problem: string | null
}

const listAgeMs = 60_000
const scansAtOnce = 100

export class GateDevice {
  // Not deep: what is kept is a plain copy of what came.
  readonly state = shallowReactive<State>({ phase: 'starting', list: null, shown: null, isOnline: true, isBusy: false, queued: 0, finish: 'open', problem: null })
  private waiting = new Map<number, KeptScan>()
  private passages = new Map<string, { day: string; direction: Direction }>()
  private judge: GateJudge | null = null
  private lastSequence = 0
  /** One person after the other. */
  private turn: Promise<void> = Promise.resolve()
  private pulsing: Promise<void> | null = null

  constructor(
    private readonly store: DeviceStore,
    private readonly client: GateClient,
    private readonly clock: () => number = Date.now,
  ) {}

  /** The server's time, as far as it is known. */
  now(): number {
    return this.clock() + (this.state.list?.clock_offset_ms ?? 0)
  }

  async start() {
    const kept = await this.store.load()
    this.adoptScans(kept.scans)
    this.lastSequence = kept.lastSequence
    for (const { name, day, direction } of kept.passages) this.passages.set(name, { day, direction })
    if (kept.list) this.adoptList(kept.list)
    if (!kept.pairing) return void (this.state.phase = 'pairing')
    this.client.token = kept.pairing.token
    await this.begin()
  }

  async pair(code: string) {
    const { token, device } = await this.client.pair(code)
    this.client.token = token
    await this.store.pair({ token, device_id: device.id })
    this.state.list = null
    const kept = await this.store.load()
    this.adoptScans(kept.scans)
    this.lastSequence = kept.lastSequence
    this.state.finish = 'open'
    await this.begin()
  }

  private async begin() {
    await this.pulse()
    if (this.client.token) this.state.phase = 'ready'
    // The page was closed before anybody was told: the number is asked for again.
    for (const scan of this.waiting.values()) if (scan.answer === null) await this.inTurn(() => this.finishScan(scan))
  }

  /** `insists`: the operator lets somebody in who is inside already. */
  scan(typed: string, insists = false): Promise<void> {
    const code = standardSpelling(typed)
    return this.inTurn(async () => {
      const { list } = this.state
      if (!list) return
      const scan = await this.store.begin({ code, scanned_at: new Date(this.now()).toISOString(), gate_id: list.gate_id, direction: list.direction, insists, answer: null })
      this.lastSequence = scan.sequence
      this.state.finish = 'open'
      this.keep(scan)
      await this.finishScan(scan)
    })
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(async () => {
      this.state.isBusy = true
      await work().finally(() => (this.state.isBusy = false))
    })
    return this.turn
  }

  private async finishScan(scan: KeptScan) {
    const view = this.state.isOnline ? await this.ask(scan) : null
    if (this.state.phase === 'pairing') return
    if (view) await this.takeAnswer(scan, view)
    else await this.decide(scan)
  }

  private async ask(scan: KeptScan): Promise<ScanView | null> {
    try {
      return await this.client.scan({ sequence: scan.sequence, code: scan.code, insists: scan.insists, queued: Math.max(0, this.state.queued - 1) })
    } catch (error) {
      await this.goOffline(error)
      return null
    }
  }

  private async takeAnswer(scan: KeptScan, view: ScanView) {
    await this.forget([scan.sequence])
    await this.notePassage(scan, view.answer)
    this.state.shown = {
      sequence: scan.sequence, code: scan.code, answer: view.answer, direction: view.direction, isOverridden: view.is_overridden,
      isOffline: false, holder: view.holder ?? null, badge: null,
    }
  }

  private async decide(scan: KeptScan) {
    const nowMs = Date.parse(scan.scanned_at)
    const who = { direction: scan.direction, insists: scan.insists, isInside: (name: string) => this.isInside(name, nowMs) }
    const { answer, code, days } = await this.judge!.judge(scan.code, who, nowMs)
    const decided = { ...scan, answer }
    await this.store.settle(decided)
    this.keep(decided)
    await this.notePassage(scan, answer)
    this.state.shown = {
      sequence: scan.sequence, code: scan.code, answer, direction: scan.direction, isOverridden: scan.insists && answer === 'admitted',
      isOffline: true, holder: null,
      badge: code && { serial: code.serial, type: code.type, days: entryDays(days, this.state.list!.first_entry_on) },
    }
  }

  private isInside(name: string, nowMs: number): boolean {
    const last = this.passages.get(name)
    return last?.direction === 'entry' && last.day === fairDay(nowMs)
  }

  private async notePassage(scan: KeptScan, answer: GateAnswer) {
    const code = parseCode(scan.code)
    const isKnown = answer === 'admitted' || answer === 'already_inside'
    if (!code || !isKnown) return
    const passage = { name: nameOfCode(code), day: fairDay(Date.parse(scan.scanned_at)), direction: scan.direction }
    this.passages.set(passage.name, passage)
    await this.store.keepPassage(passage)
  }

  /** Called every few seconds: sends what waits, looks for the server again, keeps the list fresh. */
  pulse(): Promise<void> {
    this.pulsing ??= this.exchange().finally(() => (this.pulsing = null))
    return this.pulsing
  }

  private async exchange() {
    if (!this.client.token) return
    try {
      await this.sync()
      const { list } = this.state
      if (!list || !this.state.isOnline || this.clock() - list.fetched_at_ms >= listAgeMs) await this.fetchList()
      this.state.isOnline = true
      this.state.problem = null
      if (this.state.finish === 'asked' && this.waiting.size === 0) {
        const { is_complete } = await this.client.finish(this.lastSequence)
        if (is_complete) this.state.finish = 'complete'
      }
    } catch (error) {
      await this.goOffline(error)
    }
  }

  private async sync() {
    for (;;) {
      const batch = [...this.waiting.values()].filter((scan) => scan.answer !== null).slice(0, scansAtOnce)
      if (batch.length === 0) return
      const scans = batch.map(({ sequence, code, scanned_at, gate_id, direction, insists, answer }) => ({
        sequence, code, scanned_at, gate_id, direction, answer: answer!, is_overridden: insists && answer === 'admitted',
      }))
      await this.client.sync({ scans, queued: this.waiting.size - batch.length })
      await this.forget(batch.map(({ sequence }) => sequence))
    }
  }

  private async fetchList() {
    const known = this.state.list
    const sentMs = this.clock()
    const news = await this.client.list(known?.version, this.waiting.size)
    const list = merged(known, news, sentMs, this.clock())
    await this.store.keepList(list)
    this.adoptList(list)
  }

  /** The day is over: the server is told once everything is there. */
  finish(): Promise<void> {
    this.state.finish = 'asked'
    return this.pulse()
  }

  private async goOffline(error: unknown) {
    if (!(error instanceof ApiError)) throw error
    if (error.status === 401) return this.unpair()
    this.state.isOnline = false
    this.state.problem = error.status > 0 && error.status < 500 ? error.message : null
  }

  private async unpair() {
    this.client.token = ''
    this.state.phase = 'pairing'
    this.state.shown = null
    await this.store.unpair()
  }

  private adoptList(list: KeptList) {
    this.state.list = list
    this.judge = new GateJudge(list)
  }

  private adoptScans(scans: KeptScan[]) {
    this.waiting = new Map(scans.map((scan) => [scan.sequence, scan]))
    this.state.queued = this.waiting.size
  }

  private keep(scan: KeptScan) {
    this.waiting.set(scan.sequence, scan)
    this.state.queued = this.waiting.size
  }

  private async forget(sequences: number[]) {
    await this.store.forget(sequences)
    for (const sequence of sequences) this.waiting.delete(sequence)
    this.state.queued = this.waiting.size
  }
}
