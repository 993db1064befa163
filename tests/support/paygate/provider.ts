// What the three payment providers of the tests have in common: charges, refunds, troubles, and notices on demand.
// Each is written from its provider's own description and knows nothing of the server's code.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Charge {
  number: string
  /** The provider's own number, once there is one. */
  gatewayNumber: string
  amountFen: number
  state: 'unpaid' | 'paid' | 'closed'
  notifyUrl: string
  expiresAt: number
  paidAt: number
  /** What was asked, word for word. */
  asked: Record<string, unknown>
}

export interface Refund {
  number: string
  gatewayNumber: string
  charge: Charge
  amountFen: number
  state: 'processing' | 'done' | 'refused'
  notifyUrl: string
  doneAt: number
}

/** How a notice differs from the plain truth. */
export interface NoticeWish {
  /** Signed by a key that is not the provider's. */
  forged?: boolean
  /** Signed so many seconds ago (where the provider signs the time). */
  ageS?: number
  /** The provider's own probe traffic, which must fail. */
  isProbe?: boolean
  amountFen?: number
  merchant?: string
  app?: string
  currency?: string
  /** Sent to another charge's number. */
  number?: string
  /** The state that it tells, when not the present one: an old notice that comes late. */
  state?: string
}

export interface NoticeAnswer {
  status: number
  body: string
  /** Whether the provider would stop repeating it. */
  isAccepted: boolean
}

/** What the next calls meet instead of an answer. */
export type Trouble = { slowMs: number } | { status: number } | 'drop'

export interface Answer {
  status: number
  headers?: Record<string, string>
  body: string | Uint8Array
}

export interface Call {
  method: string
  /** Path and query. */
  target: string
  headers: IncomingMessage['headers']
  body: string
}

export interface ProviderOptions {
  /** What time it is for the provider; its server's clock may be moved. */
  clock?: () => number
}

export abstract class Provider {
  readonly folder = mkdtempSync(join(tmpdir(), 'expogate-paygate-'))
  readonly charges = new Map<string, Charge>()
  readonly refunds = new Map<string, Refund>()
  readonly calls: Call[] = []
  clock: () => number
  /** What becomes of refunds that are asked for from now on. */
  refundsAre: 'done' | 'processing' | 'refused' = 'done'
  private troubles: Trouble[] = []
  private server: Server | null = null
  private numbers = 0

  protected constructor(options: ProviderOptions) {
    this.clock = options.clock ?? Date.now
  }

  /** EXPOGATE_… with which a server talks to this provider. */
  abstract settings(): Record<string, string>
  protected abstract answer(call: Call): Answer
  protected abstract chargeNotice(charge: Charge, wish: NoticeWish): Call
  protected abstract refundNotice(refund: Refund, wish: NoticeWish): Call
  protected abstract isAccepted(answer: { status: number; body: string }): boolean

  async listen(): Promise<this> {
    const server = createServer((request, response) => void this.serve(request, response))
    this.server = server
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((done) => this.server?.close(done))
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The next calls meet these, one after the other. */
  meet(...troubles: Trouble[]): void {
    this.troubles.push(...troubles)
  }

  /** The payer pays; `again` although it is paid (with a second number of the provider's), `late` although it is closed. */
  scan(number: string, how: { again?: boolean; late?: boolean } = {}): Charge {
    const charge = this.charge(number)
    const isPossible = charge.state === 'unpaid' ? this.clock() < charge.expiresAt || how.late : charge.state === 'paid' ? how.again : how.late
    if (!isPossible) throw new Error(`${number} is ${charge.state} and cannot be paid`)
    Object.assign(charge, { state: 'paid', paidAt: this.clock(), gatewayNumber: this.newNumber() })
    return charge
  }

  /** Tells the server about a charge, once, and answers what it said. */
  notify(number: string, wish: NoticeWish = {}): Promise<NoticeAnswer> {
    const charge = this.charge(number)
    return this.send(charge.notifyUrl, this.chargeNotice(charge, wish))
  }

  /** A refund that was processing ends. */
  endRefund(number: string, state: 'done' | 'refused' = 'done'): void {
    Object.assign(this.refundOf(number), { state, doneAt: this.clock() })
  }

  notifyRefund(number: string, wish: NoticeWish = {}): Promise<NoticeAnswer> {
    const refund = this.refundOf(number)
    return this.send(refund.notifyUrl, this.refundNotice(refund, wish))
  }

  charge(number: string): Charge {
    const charge = this.charges.get(number)
    if (!charge) throw new Error(`no charge ${number}`)
    return charge
  }

  refundOf(number: string): Refund {
    const refund = this.refunds.get(number)
    if (!refund) throw new Error(`no refund ${number}`)
    return refund
  }

  refundedFen(charge: Charge): number {
    return [...this.refunds.values()].filter((one) => one.charge === charge && one.state !== 'refused').reduce((sum, one) => sum + one.amountFen, 0)
  }

  /** What was booked on a day in Shanghai. */
  protected bookedOn(day: string): { charges: Charge[]; refunds: Refund[] } {
    const isThen = (at: number) => shanghai(at).slice(0, 10) === day
    return {
      charges: [...this.charges.values()].filter((one) => one.state === 'paid' && isThen(one.paidAt)),
      refunds: [...this.refunds.values()].filter((one) => one.state === 'done' && isThen(one.doneAt)),
    }
  }

  /** 0.6 %, as merchants pay. */
  protected feeFen(amountFen: number): number {
    return Math.round((amountFen * 6) / 1000)
  }

  protected addCharge(number: string, amountFen: number, notifyUrl: string, expiresAt: number, asked: Record<string, unknown>): Charge {
    const charge: Charge = { number, gatewayNumber: '', amountFen, state: 'unpaid', notifyUrl, expiresAt, paidAt: 0, asked }
    this.charges.set(number, charge)
    return charge
  }

  /** Why not, or the refund: the same number refunds once, and never more than was paid. */
  protected addRefund(number: string, charge: Charge | undefined, amountFen: number, notifyUrl: string): Refund | string {
    const before = this.refunds.get(number)
    if (before && before.state !== 'refused') return before.charge === charge && before.amountFen === amountFen ? before : 'the number is taken'
    if (!charge || charge.state !== 'paid') return 'the charge is not paid'
    if (this.refundsAre === 'refused') return 'the balance is not enough'
    if (amountFen <= 0 || this.refundedFen(charge) + amountFen > charge.amountFen) return 'that is more than was paid'
    const refund: Refund = { number, gatewayNumber: this.newNumber(), charge, amountFen, state: this.refundsAre, notifyUrl, doneAt: this.clock() }
    this.refunds.set(number, refund)
    return refund
  }

  protected newNumber(): string {
    return `42${String(this.clock())}${String(++this.numbers).padStart(8, '0')}`
  }

  protected keep(name: string, text: string): string {
    const path = join(this.folder, name)
    writeFileSync(path, text, { mode: 0o600 })
    return path
  }

  private async send(url: string, notice: Call): Promise<NoticeAnswer> {
    const response = await fetch(url, { method: 'POST', headers: notice.headers as Record<string, string>, body: notice.body, redirect: 'manual' })
    const answer = { status: response.status, body: await response.text() }
    return { ...answer, isAccepted: this.isAccepted(answer) }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const call = { method: request.method!, target: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() }
    this.calls.push(call)
    const trouble = this.troubles.shift()
    if (trouble === 'drop') return void request.socket.destroy()
    if (trouble && 'status' in trouble) return void response.writeHead(trouble.status).end('trouble')
    if (trouble) await new Promise((done) => setTimeout(done, trouble.slowMs))
    const { status, headers, body } = this.answer(call)
    response.writeHead(status, headers).end(body)
  }
}

/** `2025-10-10 09:00:00` by the clock of Shanghai. */
export const shanghai = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
