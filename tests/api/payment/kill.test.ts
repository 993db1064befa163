// kill -9 at every single step between a provider's call and the end of what it sets off: each write to the disk or
// to a socket is one. Whatever was cut short, the provider calls again, and the money is where it belongs, once.
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approvedTeam } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { begin, orderOf, reachable, unpaidOrder, type Order, type Payment } from '../../support/order.ts'
import type { Provider } from '../../support/paygate/provider.ts'
import { startWechat } from '../../support/paygate/wechat.ts'
import { root, Server, type Settings } from '../../support/server.ts'

let server: Server
let provider: Provider
let cast: Cast
let cookie: string
let csrf: string
beforeAll(async () => {
  provider = await startWechat({ clock: () => server.now() })
  server = await Server.start({ ...provider.settings(), ...(await reachable()) })
  cast = new Cast(server)
  const { client } = await approvedTeam(cast)
  cookie = client.cookie
  csrf = client.csrf
})
afterAll(async () => {
  await server.stop()
  await provider.stop()
})

const shim = join(root, 'build/dev/tests/faults/libkill_at_step.so')
const again = (): Client => Object.assign(cast.nobody(), { cookie, csrf })
/** A restart or two for each step. */
const patience = 300_000
const soon = { timeout: 30_000, interval: 50 }
const sound = () => expect(server.command('verify').stdout).toMatch(/^sound/)
const refundsOf = async (order: Order) => (await again().get<Schemas['ListOf_RefundRow']>(`/my/orders/${order.id}/refunds`)).body.items

async function begun(): Promise<{ order: Order; payment: Payment }> {
  const order = await unpaidOrder(again())
  const answer = await begin(again(), order, 'wechat')
  expect(answer.status).toBe(200)
  return { order, payment: answer.body }
}

/** The program again, with these settings in this run alone. */
async function restart(besides: Settings = {}): Promise<void> {
  await server.end('SIGKILL')
  await server.serve(besides)
}
/** To be killed at this step after the provider has called. */
const untilStep = (step: number): Settings => ({ LD_PRELOAD: shim, EXPOGATE_KILL_AFTER: 'POST /api/v1/payment_notices', EXPOGATE_KILL_AT: String(step) })

/** From step to step, until all of it was done before the program was killed; answers how many it took. */
async function killOnTheWay(stride: number, scene: (step: number) => Promise<{ wasDone: boolean }>): Promise<number> {
  for (let step = 1; ; step += stride) if ((await scene(step)).wasDone) return step
}

// The whole way with EXPOGATE_EVERY_STEP=1; otherwise some of its steps.
const stride = (short: number): number => (process.env.EXPOGATE_EVERY_STEP ? 1 : short)

test('while a payment is taken in: paid once, when the provider calls again', async () => {
  const steps = await killOnTheWay(stride(3), async (step) => {
    await restart(untilStep(step))
    const { order, payment } = await begun()
    provider.scan(payment.number)
    const answer = await provider.notify(payment.number).catch(() => null)
    await restart()
    if (!answer) expect((await provider.notify(payment.number)).isAccepted).toBe(true)
    expect((await orderOf(again(), order)).state).toBe('paid')
    expect(await refundsOf(order)).toEqual([])
    return { wasDone: answer !== null }
  })
  sound()
  expect(steps).toBeGreaterThan(3)
}, patience)

test('while money for a cancelled order goes back: it goes back once', async () => {
  const steps = await killOnTheWay(stride(12), async (step) => {
    await restart(untilStep(step))
    const { order, payment } = await begun()
    await again().post(`/my/orders/${order.id}/cancellations`)
    provider.scan(payment.number, { late: true })
    const answer = await provider.notify(payment.number).catch(() => null)
    await server.hasEnded()
    const refunds = async () => (await refundsOf(order)).map((one) => [one.kind, one.state, one.amount_fen])
    const end = [['orphan', 'done', order.total_fen]]
    await restart({ EXPOGATE_JOBS_THREADS: '0', EXPOGATE_JOBS_SLOW_THREADS: '0' })
    const wasDone = isDeepStrictEqual(await refunds(), end)
    // Work that died is taken up a minute later.
    await server.moveClock(61)
    if (!answer) await provider.notify(payment.number)
    await expect.poll(refunds, soon).toEqual(end)
    expect(provider.refundedFen(provider.charge(payment.number))).toBe(order.total_fen)
    return { wasDone }
  })
  sound()
  expect(steps).toBeGreaterThan(6)
}, patience)
