// What providers do wrong, and what happens around them: no money is lost, none is counted twice (ORD-05).
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approvedTeam } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { begin, orderOf, reachable, unpaidOrder, type Order, type Payment } from '../../support/order.ts'
import { startAlipay } from '../../support/paygate/alipay.ts'
import type { Provider } from '../../support/paygate/provider.ts'
import { startUnionpay, Unionpay } from '../../support/paygate/unionpay.ts'
import { startWechat } from '../../support/paygate/wechat.ts'
import { Server } from '../../support/server.ts'

const channels = [
  { channel: 'wechat', start: startWechat },
  { channel: 'alipay', start: startAlipay },
  { channel: 'unionpay', start: startUnionpay },
  { channel: 'b2b', start: startUnionpay },
]

describe.each(channels)('$channel', ({ channel, start }) => {
  let server: Server
  let provider: Provider
  let cast: Cast
  let client: Client
  let finance: Client
  beforeAll(async () => {
    provider = await start({ clock: () => server.now() })
    server = await Server.start({ ...provider.settings(), ...(await reachable()) })
    cast = new Cast(server)
    client = (await approvedTeam(cast)).client
    finance = await cast.as('bureau')
  })
  afterAll(async () => {
    await server.stop()
    await provider.stop()
  })
  beforeEach(() => void (provider.refundsAre = 'done'))

  /** An order whose payer has the code, or the gateway's page, before their eyes. */
  async function begun(persons = 1): Promise<{ order: Order; payment: Payment }> {
    const order = await unpaidOrder(client, persons)
    const answer = await begin(client, order, channel)
    expect(answer.status).toBe(200)
    open(answer.body)
    return { order, payment: answer.body }
  }
  function open(payment: Payment) {
    if (payment.fields.length) (provider as Unionpay).openPage(Object.fromEntries(payment.fields.map(({ name, value }) => [name, value])))
  }
  /** Alipay knows a charge only once it is scanned, UnionPay closes none; what still comes for those goes back. */
  const canClose = channel === 'wechat'
  const stateOf = async (order: Order) => (await orderOf(client, order)).state
  const refundsOf = async (order: Order) => (await client.get<Schemas['ListOf_RefundRow']>(`/my/orders/${order.id}/refunds`)).body.items
  const soon = { timeout: 30_000, interval: 200 }
  const sound = () => expect(server.command('verify').stdout).toMatch(/^sound/)
  /** The orphan is on its way back or gone, and it is one. */
  async function oneOrphanBack(order: Order, amountFen = order.total_fen) {
    await expect.poll(async () => (await refundsOf(order)).map((r) => [r.kind, r.state, r.amount_fen]), soon).toEqual([['orphan', 'done', amountFen]])
    sound()
  }

  test('a notice pays once, however often it comes, also at the same moment', async () => {
    const { order, payment } = await begun(2)
    provider.scan(payment.number)
    const answers = await Promise.all(Array.from({ length: 5 }, () => provider.notify(payment.number)))
    expect(answers.every(({ isAccepted }) => isAccepted)).toBe(true)
    expect((await provider.notify(payment.number)).isAccepted).toBe(true)
    expect(await orderOf(client, order)).toMatchObject({ state: 'paid', channel })
    const attempts = (await finance.get<Schemas['ListOf_PaymentRow']>(`/orders/${order.id}/payments`)).body.items
    expect(attempts).toMatchObject([{ state: 'paid', received_fen: order.total_fen }])
    sound()
  })

  test('a lost notice is found out by asking', async () => {
    const { order, payment } = await begun()
    provider.scan(payment.number)
    await expect.poll(() => stateOf(order), soon).toBe('paid')
    sound()
  })

  test('what is not genuine changes nothing, and its untouched twin pays', async () => {
    const { order, payment } = await begun()
    provider.scan(payment.number)
    for (const wish of [{ forged: true }, { merchant: 'another' }, ...(channel === 'wechat' ? [{ ageS: 301 }, { isProbe: true }] : [])]) {
      expect((await provider.notify(payment.number, wish)).isAccepted).toBe(false)
      expect(await stateOf(order)).toBe('unpaid')
    }
    expect((await provider.notify(payment.number)).isAccepted).toBe(true)
    expect(await stateOf(order)).toBe('paid')
    sound()
  })

  test('a wrong amount is not believed: the provider is asked itself', async () => {
    const { order, payment } = await begun()
    provider.scan(payment.number)
    await provider.notify(payment.number, { amountFen: 1 })
    await expect.poll(() => stateOf(order), soon).toBe('paid')
    expect(await refundsOf(order)).toEqual([])
    sound()
  })

  test('money for a cancelled order goes back by itself, once', async () => {
    const { order, payment } = await begun()
    await client.post(`/my/orders/${order.id}/cancellations`)
    provider.scan(payment.number, { late: true })
    await Promise.all([provider.notify(payment.number), provider.notify(payment.number)])
    await oneOrphanBack(order)
    expect(provider.refundedFen(provider.charge(payment.number))).toBe(order.total_fen)
    expect(await stateOf(order)).toBe('cancelled')
  })

  test('a cancelled order can no longer be paid: its code is closed', async () => {
    const { order, payment } = await begun()
    await client.post(`/my/orders/${order.id}/cancellations`)
    const attempt = async () => (await client.get<Payment>(`/my/payments/${payment.id}`)).body.state
    await expect.poll(attempt, soon).toBe('closed')
    if (canClose) expect(() => provider.scan(payment.number)).toThrow('is closed')
    expect(await refundsOf(order)).toEqual([])
    sound()
  })

  test('cancelled at the very moment of paying: either paid, or all of it back', async () => {
    const { order, payment } = await begun()
    provider.scan(payment.number)
    await Promise.all([client.post(`/my/orders/${order.id}/cancellations`), provider.notify(payment.number)])
    if ((await stateOf(order)) === 'paid') expect(await refundsOf(order)).toEqual([])
    else await oneOrphanBack(order)
    sound()
  })

  test('a refund that the provider takes its time for ends by its notice or by asking', async () => {
    provider.refundsAre = 'processing'
    const { order, payment } = await begun()
    await client.post(`/my/orders/${order.id}/cancellations`)
    provider.scan(payment.number, { late: true })
    await provider.notify(payment.number)
    await expect.poll(() => [...provider.refunds.values()].some((r) => r.charge.number === payment.number), soon).toBe(true)
    const refund = [...provider.refunds.values()].find((r) => r.charge.number === payment.number)!
    expect((await refundsOf(order))[0]!.state).toBe('processing')
    provider.endRefund(refund.number)
    if (channel === 'wechat') await provider.notifyRefund(refund.number)
    else await server.moveClock(61).then(() => (client = Object.assign(cast.nobody(), { cookie: client.cookie, csrf: client.csrf })))
    await oneOrphanBack(order)
  })

  test('a provider that refuses a refund is tried again by finance', async () => {
    provider.refundsAre = 'refused'
    const { order, payment } = await begun()
    await client.post(`/my/orders/${order.id}/cancellations`)
    provider.scan(payment.number, { late: true })
    await provider.notify(payment.number)
    await expect.poll(async () => (await refundsOf(order))[0]?.state, soon).toBe('failed')
    sound()
    provider.refundsAre = 'done'
    const [{ id }] = (await refundsOf(order)) as [Schemas['RefundRow']]
    const again = Object.assign(cast.nobody(), { cookie: finance.cookie, csrf: finance.csrf })
    expect((await again.post(`/refunds/${id}/retries`)).status).toBe(200)
    await oneOrphanBack(order)
  })

  test('a provider out of order is told to the payer, who can try again', async () => {
    const order = await unpaidOrder(client)
    if (channel === 'b2b') return // its page is made here; nobody is asked
    provider.meet('drop', 'drop', { status: 500 }, { status: 500 })
    const refused = await begin(client, order, channel)
    expect(refused).toMatchObject({ status: 503, body: { code: 'payment.gateway_unavailable' } })
    let answer = await begin(client, order, channel)
    while (answer.status === 503) answer = await begin(client, order, channel)
    provider.scan(answer.body.number)
    await provider.notify(answer.body.number)
    expect(await stateOf(order)).toBe('paid')
    sound()
  })

  test.runIf(channel === 'b2b')('a page may send the payer to the provider, and nowhere else', async () => {
    const page = await fetch(server.url)
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${provider.url}`)
  })

  test('killed at any moment, no money is lost', async () => {
    const { order, payment } = await begun()
    provider.scan(payment.number)
    const notice = provider.notify(payment.number).catch(() => undefined)
    await server.end('SIGKILL')
    await notice
    await server.serve()
    const back = Object.assign(cast.nobody(), { cookie: client.cookie, csrf: client.csrf })
    await expect.poll(async () => (await orderOf(back, order)).state, soon).toBe('paid')
    sound()
  })
})
