import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, password } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { added, approvedTeam } from '../../support/attendee.ts'
import { begin, orderOf, unpaidOrder } from '../../support/order.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let client: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  client = (await approvedTeam(cast)).client
})
afterAll(() => server.stop())

/** A contact whose session has ended meanwhile. */
async function signedIn(name: string): Promise<Client> {
  const again = cast.nobody()
  again.csrf = (await again.post('/session', { door: 'visitor', name, password })).body.csrf_token
  return again
}
const stateOf = async (id: string) => (await client.get<Schemas['AttendeeDetail']>(`/my/attendees/${id}`)).body.state

test('people are found by how their newest order stands, and by what became of their fee', async () => {
  const { client } = await approvedTeam(cast)
  const people = async (query: string) => (await client.get<Schemas['PageOf_AttendeeListRow']>(`/my/attendees?sort=number&${query}`)).body.items.map(({ id }) => id)
  const idle = (await added(client)).id
  const again = (await unpaidOrder(client)).items[0]!.attendee_id
  const cancelled = await unpaidOrder(client)
  for (const order of [cancelled, { id: (await client.get<Schemas['PageOf_OrderRow']>('/my/orders?sort=number')).body.items.find(({ id }) => id !== cancelled.id)!.id }])
    expect((await client.post(`/my/orders/${order.id}/cancellations`)).status).toBe(200)
  expect((await client.post('/my/orders', { attendees: [again], are_notices_accepted: true })).status).toBe(200)
  expect(await people('order_state=none')).toEqual([idle])
  expect(await people('order_state=unpaid')).toEqual([again])
  expect(await people('order_state=cancelled')).toEqual([cancelled.items[0]!.attendee_id])
  expect(await people('order_state=paid')).toEqual([])
  expect(await people('payment_state=unpaid')).toHaveLength(3)
  expect((await client.get('/my/attendees?payment_state=settled')).body.errors).toMatchObject([{ field: 'payment_state' }])

  // The demonstration's organization has people of every kind: each is in one of the four.
  const acme = await cast.as('acme')
  const totalOf = async (query: string) => (await acme.get(`/my/attendees?${query}`)).body.total as number
  const kinds = ['not_needed', 'unpaid', 'paid', 'refunded'] as const
  const totals = await Promise.all(kinds.map((kind) => totalOf(`payment_state=${kind}`)))
  expect(totals.reduce((sum, total) => sum + total)).toBe(await totalOf(''))
  const paidFor = new Set<string>()
  for (const { id } of (await acme.get<Schemas['PageOf_OrderRow']>('/my/orders?state=paid&page_size=200')).body.items)
    for (const item of (await orderOf(acme, { id })).items) paidFor.add(item.attendee_id)
  expect(totals[2]! + totals[3]!).toBe(paidFor.size)
  expect(await totalOf('payment_state=paid&order_state=paid')).toBe(totals[2])
})

describe('ordering badges (ORD-01)', () => {
  test('shows what it would be, and makes it once the notices are accepted', async () => {
    const [one, two] = [await added(client), await added(client)]
    const preview = (await client.post('/my/order_previews', { attendees: [one.id, two.id, 'nobody'] })).body
    expect(preview).toMatchObject({ persons: 2, total_fen: 32_000 })
    expect(preview.left_out).toMatchObject([{ id: 'nobody', is_done: false }])
    const unread = await client.post('/my/orders', { attendees: [one.id, two.id], are_notices_accepted: false })
    expect(unread.body.errors).toMatchObject([{ field: 'are_notices_accepted', code: 'order.notices_unread' }])
    const made = await client.post('/my/orders', { attendees: [one.id, two.id], are_notices_accepted: true })
    expect(made.body).toMatchObject({ state: 'unpaid', persons: 2, total_fen: 32_000 })
    expect(made.body.number).toMatch(/^V20251010\d{13}$/)
    expect(made.body.items.map((i: { document_masked: string }) => i.document_masked.includes('*'))).toEqual([true, true])
    expect((await client.get('/my/orders')).body.items[0].id).toBe(made.body.id)
  })

  test('nobody is in two open orders, whoever asks at the same moment', async () => {
    const { id } = await added(client)
    const answers = await Promise.all(Array.from({ length: 6 }, () => client.post('/my/orders', { attendees: [id], are_notices_accepted: true })))
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
    expect(answers.filter((a) => a.status !== 200).every((a) => [409, 412].includes(a.status))).toBe(true)
  })

  test('whoever stands in an unpaid order is neither changed nor removed; cancelling frees', async () => {
    const order = await unpaidOrder(client)
    const { attendee_id, attendee_number } = order.items[0]!
    expect(attendee_number).toMatch(/^P8\d{7}$/)
    const removed = (await client.post('/my/attendee_removals', { attendees: [attendee_id] })).body.items
    expect(removed).toMatchObject([{ is_done: false }])
    expect(removed[0].reason).toContain(order.number)
    expect((await client.post(`/my/orders/${order.id}/cancellations`)).body.state).toBe('cancelled')
    expect((await client.post(`/my/orders/${order.id}/cancellations`)).body.code).toBe('order.not_unpaid')
    expect((await client.post('/my/orders', { attendees: [attendee_id], are_notices_accepted: true })).status).toBe(200)
  })

  test('is for nobody else’s eyes', async () => {
    const order = await unpaidOrder(client)
    const { client: stranger } = await approvedTeam(cast)
    expect((await stranger.get(`/my/orders/${order.id}`)).status).toBe(404)
    expect((await stranger.post(`/my/orders/${order.id}/cancellations`)).status).toBe(404)
    expect((await begin(stranger, order, 'wechat')).status).toBe(404)
  })

  test('expires when nobody pays in time, and its people are free again', async () => {
    const order = await unpaidOrder(client)
    const { uscc } = (await client.get('/my/organization')).body
    await server.moveClock(24 * 3600 + 60)
    client = await signedIn(uscc)
    await expect.poll(async () => (await orderOf(client, order)).state, { timeout: 30_000 }).toBe('expired')
    expect(await stateOf(order.items[0]!.attendee_id)).toBe('awaiting_payment')
  })
})

describe('the sandbox (ORD-02)', () => {
  test('goes the whole way: cashier, signed notice, paid, people under review', async () => {
    const order = await unpaidOrder(client, 2)
    const begun = await begin(client, order, 'alipay')
    expect(begun.body).toMatchObject({ state: 'pending', is_sandbox: true, amount_fen: order.total_fen, order_state: 'unpaid' })
    expect(begun.body.qr_svg).toContain('<svg')
    expect((await begin(client, order, 'alipay')).body.id).toBe(begun.body.id)
    const payer = cast.nobody()
    expect((await payer.get(`/sandbox/charges/${begun.body.number}`)).body).toMatchObject({ state: 'unpaid', channel: 'alipay' })
    expect((await payer.post(`/sandbox/charges/${begun.body.number}/payments`)).body.state).toBe('paid')
    expect((await payer.post(`/sandbox/charges/${begun.body.number}/payments`)).body.code).toBe('sandbox.not_payable')
    expect((await client.get(`/my/payments/${begun.body.id}`)).body).toMatchObject({ state: 'paid', order_state: 'paid' })
    expect(await orderOf(client, order)).toMatchObject({ state: 'paid', channel: 'alipay' })
    for (const item of order.items) expect(await stateOf(item.attendee_id)).toBe('awaiting_review')
    expect(server.command('verify').stdout).toContain('sound')
  })

  test('the B2B gateway is a page of its own', async () => {
    const order = await unpaidOrder(client)
    const begun = await begin(client, order, 'b2b')
    expect(begun.body.address).toContain(`/sandbox/cashier/${begun.body.number}`)
    await cast.nobody().post(`/sandbox/charges/${begun.body.number}/payments`)
    expect((await orderOf(client, order)).channel).toBe('b2b')
  })
})
