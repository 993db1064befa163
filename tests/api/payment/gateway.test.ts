// Each way to be paid against its provider: every state, every refusal of a notice with the untouched one as its control.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Alipay, startAlipay } from '../../support/paygate/alipay.ts'
import { Driver, type Told } from '../../support/paygate/driver.ts'
import { shanghai, type NoticeWish, type Provider, type Trouble } from '../../support/paygate/provider.ts'
import { startUnionpay, Unionpay } from '../../support/paygate/unionpay.ts'
import { startWechat, Wechat } from '../../support/paygate/wechat.ts'
import { demoTime } from '../../support/server.ts'

const channels = [
  { channel: 'wechat', start: startWechat },
  { channel: 'alipay', start: startAlipay },
  { channel: 'unionpay', start: startUnionpay },
  { channel: 'b2b', start: startUnionpay },
]

/** Both sides live in the demonstration's time. */
const offsetS = Math.round((demoTime - Date.now()) / 1000)
let numbers = 0
const time = (at: number) => new Date(Math.floor(at / 1000) * 1000).toISOString()

describe.each(channels)('$channel', ({ channel, start }) => {
  let provider: Provider
  let gateway: Driver
  beforeAll(async () => {
    provider = await start({ clock: () => Date.now() + offsetS * 1000 })
    gateway = await Driver.start(channel, { ...provider.settings(), EXPOGATE_DEMO_CLOCK_OFFSET_S: String(offsetS) })
  })
  afterAll(async () => {
    await gateway.stop()
    await provider.stop()
  })
  beforeEach(() => void (provider.refundsAre = 'done'))

  /** A charge of 160 yuan that the payer has before their eyes. */
  async function begun(amountFen = 16_000) {
    const now = provider.clock()
    const charge = { number: `C20251010${String(++numbers).padStart(6, '0')}`, amount_fen: amountFen, created_at: time(now), expires_at: time(now + 3_600_000) }
    const cashier = await gateway.ask('begin', { ...charge, subject: '专业观众证件 & "费用" 1 人', notify_url: gateway.noticeUrl, return_url: 'https://fair.example/orders' })
    if (cashier.fields) (provider as Unionpay).openPage(cashier.fields)
    expect(cashier.failure).toBeUndefined()
    return { ...charge, cashier }
  }
  async function paid(amountFen = 16_000) {
    const charge = await begun(amountFen)
    return { ...charge, gatewayNumber: provider.scan(charge.number).gatewayNumber }
  }
  const query = (charge: object) => gateway.ask('query', charge)
  const close = (charge: object) => gateway.ask('close', charge)
  const refundOf = (charge: { number: string; amount_fen: number; gatewayNumber: string }, amountFen: number, number = `R20251010${String(++numbers).padStart(6, '0')}`) => ({
    number,
    charge_number: charge.number,
    charge_gateway_number: charge.gatewayNumber,
    amount_fen: amountFen,
    charge_amount_fen: charge.amount_fen,
    reason: '审核未通过',
    requested_at: time(provider.clock()),
    notify_url: gateway.noticeUrl,
  })
  async function notified(number: string, wish: NoticeWish = {}): Promise<Told> {
    const answer = await provider.notify(number, wish)
    return { ...gateway.lastReading, isAccepted: answer.isAccepted }
  }

  test('an unpaid charge is unpaid, a paid one is paid with its amount, time and number', async () => {
    const charge = await begun()
    expect(provider.charge(charge.number).amountFen).toBe(16_000)
    expect((await query(charge)).state).toBe('unpaid')
    const { gatewayNumber, paidAt } = provider.scan(charge.number)
    expect(await query(charge)).toEqual({ state: 'paid', gateway_number: gatewayNumber, amount_fen: 16_000, paid_at: time(paidAt) })
  })

  test('amounts keep every fen', async () => {
    for (const amountFen of [1, 99, 101, 909_090_918]) expect((await query(await paid(amountFen))).amount_fen).toBe(amountFen)
  })

  test('closing tells what became of it', async () => {
    const late = await paid()
    expect((await close(late)).state).toBe('paid')
    const charge = await begun()
    const closed = await close(charge)
    expect(closed.state).toBe(channel === 'wechat' ? 'closed' : 'unpaid')
    if (provider instanceof Alipay) {
      provider.look(charge.number)
      expect((await close(charge)).state).toBe('closed')
    }
  })

  test('a refund is done once for its number, in parts up to the whole', async () => {
    const charge = await paid()
    const first = refundOf(charge, 6_000)
    expect((await gateway.ask('query_refund', first)).state).toBe('unknown')
    for (let tries = 0; tries < 3; tries++) await gateway.ask('refund', first)
    expect(await gateway.ask('query_refund', first)).toMatchObject({ state: 'done', amount_fen: 6_000 })
    expect(provider.refundedFen(provider.charge(charge.number))).toBe(6_000)
    expect((await gateway.ask('refund', refundOf(charge, 10_001))).state).toBe('refused')
    const rest = refundOf(charge, 10_000)
    await gateway.ask('refund', rest)
    expect((await gateway.ask('query_refund', rest)).state).toBe('done')
    if (provider instanceof Alipay || channel === 'wechat') expect((await query(charge)).state).toBe('refunded')
  })

  test('a refund may be refused, with a reason', async () => {
    const charge = await paid()
    provider.refundsAre = 'refused'
    const refund = refundOf(charge, 100)
    const told = await gateway.ask('refund', refund)
    expect(told.state).toBe('refused')
    expect(told.reason).toContain('balance')
    expect((await gateway.ask('query_refund', refund)).state).toBe('unknown')
    provider.refundsAre = 'done'
    await gateway.ask('refund', refund)
    expect((await gateway.ask('query_refund', refund)).state).toBe('done')
  })

  test('a refund may take its time, and its notice tells the end', async () => {
    const charge = await paid()
    provider.refundsAre = 'processing'
    const refund = refundOf(charge, 100)
    expect((await gateway.ask('refund', refund)).state).toBe('processing')
    expect((await gateway.ask('query_refund', refund)).state).toBe(channel === 'alipay' ? 'unknown' : 'processing')
    provider.endRefund(refund.number)
    expect(await gateway.ask('query_refund', refund)).toMatchObject({ state: 'done', amount_fen: 100 })
    const answer = await provider.notifyRefund(refund.number)
    expect(answer.isAccepted).toBe(true)
    if (channel === 'alipay') expect(gateway.lastReading).toMatchObject({ charge: charge.number, status: { state: 'refunded', amount_fen: 16_000 } })
    else expect(gateway.lastReading).toMatchObject({ refund: refund.number, status: { state: 'done', amount_fen: 100 } })
    if (channel === 'wechat') expect(gateway.lastReading.charge_number).toBe(charge.number)
  })

  test('a notice tells what was paid, as often as it comes', async () => {
    const charge = await paid()
    const first = await notified(charge.number)
    expect(first).toMatchObject({ charge: charge.number, isAccepted: true, status: { state: 'paid', amount_fen: 16_000, gateway_number: charge.gatewayNumber, paid_at: time(provider.charge(charge.number).paidAt) } })
    expect(await notified(charge.number)).toMatchObject({ status: first.status, isAccepted: true })
    // Wrong amounts and numbers are genuine: comparing them with the order is the caller's part.
    expect((await notified(charge.number, { amountFen: 1 })).status.amount_fen).toBe(1)
    expect((await notified(charge.number, { number: 'C99999999' })).charge).toBe('C99999999')
  })

  test('a notice that is not genuine, not fresh or not for us is refused', async () => {
    const charge = await paid()
    const wishes: [NoticeWish, string][] = [
      [{ forged: true }, 'bad_signature'],
      [{ merchant: '1900000999' }, 'other_merchant'],
      [{ currency: 'USD' }, 'other_currency'],
    ]
    if (channel === 'wechat') wishes.push([{ isProbe: true }, 'bad_signature'], [{ ageS: 301 }, 'stale'], [{ ageS: -301 }, 'stale'])
    if (channel === 'wechat' || channel === 'alipay') wishes.push([{ app: 'wx0000000000000000' }, 'other_merchant'])
    for (const [wish, fault] of wishes) expect(await notified(charge.number, wish), JSON.stringify(wish)).toMatchObject({ fault, isAccepted: false })
    expect(await notified(charge.number)).toMatchObject({ charge: charge.number, isAccepted: true })
  })

  test('an old state that comes late, and money that comes after closing, are told as they are', async () => {
    const charge = await begun()
    await close(charge)
    provider.scan(charge.number, { late: true })
    expect((await notified(charge.number)).status.state).toBe('paid')
    expect((await query(charge)).state).toBe('paid')
    const word = { wechat: 'USERPAYING', alipay: 'WAIT_BUYER_PAY', unionpay: '05', b2b: '05' }[channel]
    expect((await notified(charge.number, { state: word! })).status.state).toBe('unpaid')
  })

  test('the bill of a day lists what was paid and refunded, with fees', async () => {
    const today = shanghai(provider.clock()).slice(0, 10)
    if (provider instanceof Unionpay) return expect(await gateway.ask('bill', { on: today })).toMatchObject({ is_permanent: true })
    expect(await gateway.ask('bill', { on: '2020-01-01' })).toEqual({ rows: [] })
    const charge = await paid()
    const refund = refundOf(charge, 6_000)
    await gateway.ask('refund', refund)
    const { rows } = await gateway.ask('bill', { on: today })
    const { paidAt } = provider.charge(charge.number)
    expect(rows.filter((row: Told) => row.charge_number === charge.number)).toEqual([
      { kind: 'payment', charge_number: charge.number, gateway_number: charge.gatewayNumber, refund_number: '', amount_fen: 16_000, fee_fen: 96, at: time(paidAt) },
      { kind: 'refund', charge_number: charge.number, gateway_number: channel === 'wechat' ? provider.refundOf(refund.number).gatewayNumber : charge.gatewayNumber, refund_number: refund.number, amount_fen: 6_000, fee_fen: 36, at: time(provider.refundOf(refund.number).doneAt) },
    ])
    if (!(provider instanceof Wechat)) return
    provider.isBillDamaged = true
    expect((await gateway.ask('bill', { on: today })).failure).toContain('checksum')
  })

  test('a provider in trouble is a failure that may pass', async () => {
    const charge = await paid()
    // A kept connection that is dropped is tried once more on a new one, by libcurl itself.
    for (const troubles of [[{ status: 500 }], [{ status: 502 }], ['drop', 'drop']] as Trouble[][]) {
      provider.meet(...troubles)
      expect(await query(charge), JSON.stringify(troubles)).toMatchObject({ is_permanent: false })
    }
    provider.meet({ slowMs: 300 })
    expect((await query(charge)).state).toBe('paid')
  })
})
