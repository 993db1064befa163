import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approvedTeam, review } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { begin, orderOf, unpaidOrder, type Order } from '../../support/order.ts'
import { png } from '../../support/png.ts'
import { Server } from '../../support/server.ts'
import { goodVoucher } from '../../support/voucher_pdf.ts'

let server: Server
let cast: Cast
let client: Client
let finance: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  client = (await approvedTeam(cast)).client
  finance = await cast.as('bureau')
})
afterAll(() => server.stop())

const voucher = async (by: Client) => (await by.call('POST', '/my/voucher_pictures', png(300, 200, 180), { 'content-type': 'image/png' })).body.id as string
async function announced(wish: Partial<Schemas['TransferRequest']> = {}): Promise<{ order: Order; transfer: Schemas['TransferRow'] }> {
  const order = await unpaidOrder(client)
  await begin(client, order, 'transfer')
  const answer = await submit(order, wish)
  expect(answer.status).toBe(200)
  return { order, transfer: answer.body.items[0] }
}
const submit = async (order: Order, wish: Partial<Schemas['TransferRequest']> = {}) =>
  client.post(`/my/orders/${order.id}/transfers`, {
    payer_name: '上海测试贸易有限公司',
    payer_bank: '中国银行上海分行',
    payer_account: '4563 5100 1234 5678',
    amount_fen: order.total_fen,
    remitted_on: '2025-10-10',
    note: '',
    voucher_file_id: await voucher(client),
    ...wish,
  })
/** Paid by the sandbox's cashier, and judged by the bureau. */
async function rejected(persons = 1): Promise<Order> {
  const order = await unpaidOrder(client, persons)
  const { number } = (await begin(client, order, 'wechat')).body
  await cast.nobody().post(`/sandbox/charges/${number}/payments`)
  for (const item of order.items) {
    const attendee = (await finance.get(`/attendees/${item.attendee_id}`)).body
    expect((await review(finance, attendee, 'reject', '资料不实')).status).toBe(200)
  }
  return order
}

describe('a transfer (ORD-04)', () => {
  test('has a reference, is announced with a voucher, and confirmed by finance', async () => {
    const order = await unpaidOrder(client)
    expect((await submit(order)).body.code).toBe('transfer.not_begun')
    const begun = (await begin(client, order, 'transfer')).body
    expect(begun.number).toMatch(/^T\d{11}$/)
    expect((await begin(client, order, 'transfer')).body.number).toBe(begun.number)
    const wrong = await submit(order, { payer_name: ' ', amount_fen: 0, remitted_on: '2025-10-11' })
    expect(wrong.body.errors.map((e: { field: string }) => e.field)).toEqual(['payer_name', 'amount_fen', 'remitted_on'])
    expect((await submit(order)).status).toBe(200)
    expect((await submit(order)).body.code).toBe('transfer.submitted')
    const [row] = (await finance.get(`/transfers?state=submitted&order=${order.number}&payer=测试`)).body.items
    expect(row).toMatchObject({ reference: begun.number, amount_fen: order.total_fen, payer_account_masked: '****5678' })
    const picture = await finance.download(`/transfers/${row.id}/voucher`)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect((await finance.post(`/transfers/${row.id}/confirmations`)).status).toBe(204)
    expect(await orderOf(client, order)).toMatchObject({ state: 'paid', channel: 'transfer' })
    expect((await finance.post(`/transfers/${row.id}/confirmations`)).body.code).toBe('transfer.decided')
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })

  test('is refused with a reason, told to the contact, and announced again', async () => {
    const { order, transfer } = await announced()
    expect((await finance.post(`/transfers/${transfer.id}/refusals`, { reason: '未到账' })).status).toBe(204)
    const [seen] = (await client.get(`/my/orders/${order.id}/transfers`)).body.items
    expect(seen).toMatchObject({ state: 'refused', reason: '未到账' })
    expect((await submit(order)).status).toBe(200)
  })

  test('of another amount is not confirmed; two officers confirm once', async () => {
    const { transfer: other } = await announced({ amount_fen: 100 })
    expect((await finance.post(`/transfers/${other.id}/confirmations`)).body).toMatchObject({ code: 'transfer.amount_differs', details: { total: '160.00' } })
    const { order, transfer } = await announced()
    const answers = await Promise.all([1, 2, 3].map(() => finance.post(`/transfers/${transfer.id}/confirmations`)))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect((await orderOf(client, order)).state).toBe('paid')
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })

  test('takes a PDF as it is, and nothing that only says that it is one', async () => {
    const pdf = await client.call('POST', '/my/voucher_documents', goodVoucher(), { 'content-type': 'application/pdf' })
    const { transfer } = await announced({ voucher_file_id: pdf.body.id })
    const file = await finance.download(`/transfers/${transfer.id}/voucher`)
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    const script = await client.call('POST', '/my/voucher_documents', '<script>', { 'content-type': 'application/pdf' })
    expect(script.body.errors).toMatchObject([{ code: 'transfer.voucher_not_a_document' }])
    const stranger = (await approvedTeam(cast)).client
    const order = await unpaidOrder(client)
    await begin(client, order, 'transfer')
    expect((await submit(order, { voucher_file_id: await voucher(stranger) })).body.errors).toMatchObject([{ code: 'transfer.voucher_not_yours' }])
  })

  test('is finance’s work alone', async () => {
    const { transfer } = await announced()
    const shanghai = await cast.as('shanghai')
    expect((await shanghai.get('/transfers')).status).toBe(403)
    expect((await client.post(`/transfers/${transfer.id}/confirmations`)).status).toBe(403)
    expect((await finance.get('/orders?state=unpaid&channel=wechat&has_refund=false&paid_from_on=2025-10-01&paid_to_on=2025-10-02&created_from_on=2025-10-01&created_to_on=2025-10-11&organization=测试&number=V1')).body.total).toBe(0)
  })
})

describe('refunds of the rejected (ORD-08)', () => {
  test('asked for by the organization, approved by finance, back by the paying channel', async () => {
    const order = await rejected(2)
    const [first, second] = order.items as [Schemas['OrderItem'], Schemas['OrderItem']]
    const refundable = async () => (await client.get<Schemas['ListOf_OrderItem']>(`/my/orders/${order.id}/refundable_people`)).body.items.map(({ attendee_id }) => attendee_id)
    expect(await refundable()).toEqual([first.attendee_id, second.attendee_id])
    const asked = await client.post(`/my/orders/${order.id}/refunds`, { attendees: [first.attendee_id], reason: '审核未通过' })
    expect(asked.body.items).toMatchObject([{ kind: 'rejected', state: 'requested', amount_fen: first.fee_fen }])
    expect(await refundable()).toEqual([second.attendee_id])
    expect((await client.post(`/my/orders/${order.id}/refunds`, { attendees: [first.attendee_id], reason: '' })).body.code).toBe('refund.asked_already')
    const { id } = asked.body.items[0]
    expect((await finance.get(`/refunds?state=requested&kind=rejected&channel=wechat&order=${order.number}`)).body.items).toMatchObject([{ id }])
    const decisions = await Promise.all([1, 2].map(() => finance.post(`/refunds/${id}/decisions`, { is_approved: true, opinion: '' })))
    expect(decisions.map(({ status }) => status).sort()).toEqual([200, 409])
    await expect.poll(async () => (await orderOf(client, order)).refunded_fen, { timeout: 20_000 }).toBe(first.fee_fen)
    expect((await client.post(`/my/orders/${order.id}/refunds`, { attendees: [second.attendee_id], reason: '' })).status).toBe(200)
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })

  test('refused with a reason, and may be asked for again', async () => {
    const order = await rejected()
    const people = { attendees: [order.items[0]!.attendee_id], reason: '' }
    const [{ id }] = (await client.post(`/my/orders/${order.id}/refunds`, people)).body.items
    expect((await finance.post(`/refunds/${id}/decisions`, { is_approved: false, opinion: ' ' })).body.errors).toMatchObject([{ field: 'opinion' }])
    expect((await finance.post(`/refunds/${id}/decisions`, { is_approved: false, opinion: '材料不全' })).body.state).toBe('refused')
    expect((await client.post(`/my/orders/${order.id}/refunds`, people)).status).toBe(200)
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })

  test('nobody else’s fee goes back, and a transfer’s only by hand', async () => {
    const unpaid = await unpaidOrder(client)
    expect((await client.get(`/my/orders/${unpaid.id}/refundable_people`)).body.items).toEqual([])
    expect((await client.post(`/my/orders/${unpaid.id}/refunds`, { attendees: [unpaid.items[0]!.attendee_id], reason: '' })).body.code).toBe('refund.order_unpaid')
    const { order, transfer } = await announced()
    await finance.post(`/transfers/${transfer.id}/confirmations`)
    const people = { attendees: [order.items[0]!.attendee_id], reason: '' }
    expect((await client.post(`/my/orders/${order.id}/refunds`, people)).body.code).toBe('refund.not_rejected')
    const attendee = (await finance.get(`/attendees/${order.items[0]!.attendee_id}`)).body
    await review(finance, attendee, 'reject', '资料不实')
    const [{ id }] = (await client.post(`/my/orders/${order.id}/refunds`, people)).body.items
    await finance.post(`/refunds/${id}/decisions`, { is_approved: true, opinion: '' })
    expect((await finance.post(`/refunds/${id}/completions`, { bank_serial: 'B20251010-1' })).body).toMatchObject({ state: 'done', gateway_number: 'B20251010-1' })
    expect((await orderOf(client, order)).refunded_fen).toBe(order.total_fen)
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })
})

describe('what finance decides by', () => {
  const caseOf = async (order: Order) => (await finance.get<Schemas['PageOf_RefundCase']>(`/refunds?order=${order.number}`)).body.items[0]!
  const log = async (id: string) => (await finance.get(`/admin/audit_entries?subject=${id}`)).body.items as { action: string; summary: string }[]

  test('a refund: whose fee, which opinion, which order, and back by the same way', async () => {
    const order = await rejected(2)
    const [first] = order.items as [Schemas['OrderItem']]
    await client.post(`/my/orders/${order.id}/refunds`, { attendees: [first.attendee_id], reason: '请退款' })
    const shown = await caseOf(order)
    expect(shown).toMatchObject({ order_state: 'paid', order_total_fen: order.total_fen, received_fen: order.total_fen, amount_fen: first.fee_fen, payee: null, channel: 'wechat', reason: '请退款' })
    expect(shown.payment_gateway_number).not.toBe('')
    expect(shown.people).toMatchObject([
      { number: first.attendee_number, name_zh: '李明', document_masked: expect.stringContaining('*'), amount_fen: first.fee_fen, state: 'rejected', opinion: '资料不实', reviewer: expect.stringMatching(/./), rejected_at: expect.stringMatching(/^2025/) },
    ])
    expect((await finance.post(`/refunds/${shown.id}/payee_unmaskings`, { reason: '退款打款' })).body.code).toBe('refund.by_bank_only')
    // What its people read says nothing of the office.
    expect((await client.get(`/my/orders/${order.id}/refunds`)).body.items[0]).not.toHaveProperty('people')
  })

  test('the refund of a transfer: the account to pay to, masked, and in full with a reason on record', async () => {
    const { order, transfer } = await announced()
    await finance.post(`/transfers/${transfer.id}/confirmations`)
    const attendee = (await finance.get(`/attendees/${order.items[0]!.attendee_id}`)).body
    await review(finance, attendee, 'reject', '资料不实')
    await client.post(`/my/orders/${order.id}/refunds`, { attendees: [attendee.id], reason: '' })
    const shown = await caseOf(order)
    expect(shown.payee).toMatchObject({ transfer_id: transfer.id, payer_name: '上海测试贸易有限公司', payer_bank: '中国银行上海分行', payer_account_masked: '****5678' })
    expect(JSON.stringify(shown)).not.toMatch(/4563|1234 ?5678/)
    const unmask = (by: Client, reason: string) => by.post(`/refunds/${shown.id}/payee_unmaskings`, { reason })
    expect((await unmask(finance, '')).status).toBe(422)
    expect((await unmask(await cast.as('auditor'), '想看看')).status).toBe(403)
    expect((await unmask(await cast.as('finance'), '退款打款')).body).toMatchObject({ payer_name: '上海测试贸易有限公司', payer_account: expect.stringMatching(/^4563.*5678$/) })
    expect(await log(shown.id)).toContainEqual(expect.objectContaining({ action: 'payer_account_unmasked', summary: expect.stringContaining('退款打款') }))
    expect((await finance.get('/refunds?channel=transfer')).status).toBe(200)
  })

  test('money for nothing: why it goes back, and to whom, as far as the bank says', async () => {
    const order = await unpaidOrder(client)
    const { number } = (await begin(client, order, 'transfer')).body
    await client.post(`/my/orders/${order.id}/cancellations`)
    const statement = `银行流水号,记账日期,付款人,附言,金额\nORPHAN-1,2025-10-10,迟到付款公司,证件费 ${number},${order.total_fen / 100}.00\n`
    const imported = await finance.call('POST', '/statement_imports', statement, { 'content-type': 'text/csv' })
    expect(imported.body).toMatchObject({ added: 1, matched: 0 })
    const [line] = (await finance.get('/statement_lines?q=ORPHAN-1')).body.items
    expect((await finance.post(`/statement_lines/${line.id}/matches`, { order_number: order.number })).status).toBe(204)
    const shown = await caseOf(order)
    expect(shown).toMatchObject({ kind: 'orphan', state: 'processing', order_state: 'cancelled', received_fen: order.total_fen, people: [] })
    expect(shown.payee).toMatchObject({ transfer_id: null, payer_account_masked: '', statement_payer_name: '迟到付款公司', statement_serial: 'ORPHAN-1' })
    expect((await finance.post(`/refunds/${shown.id}/payee_unmaskings`, { reason: '退款打款' })).body.code).toBe('refund.payer_unknown')
  })

  test('a transfer: its order, the lines of the bank that could be it, and the account in full with a reason', async () => {
    const { order, transfer } = await announced({ payer_name: '流水对照公司' })
    const { reference } = (await finance.get(`/transfers?order=${order.number}`)).body.items[0]
    const lines = [`LINE-1,2025-10-10,陌生公司,证件费,160.00`, `LINE-2,2025-10-10,流水对照公司,忘写附言,160.00`, 'LINE-3,2025-10-10,流水对照公司,忘写附言,161.00']
    await finance.call('POST', '/statement_imports', `银行流水号,记账日期,付款人,附言,金额\n${lines.join('\n')}\n`, { 'content-type': 'text/csv' })
    const evidence = async () => (await finance.get<Schemas['ListOf_TransferEvidence']>(`/transfers/${transfer.id}/statement_lines`)).body.items.map((line) => [line.bank_serial, line.is_matched, line.has_reference, line.is_same_payer])
    expect((await evidence()).slice(0, 2)).toEqual([['LINE-2', false, false, true], ['LINE-1', false, false, false]])
    await finance.call('POST', '/statement_imports', `银行流水号,记账日期,付款人,附言,金额\nLINE-4,2025-10-10,代付公司,${reference},160.00\n`, { 'content-type': 'text/csv' })
    expect((await evidence())[0]).toEqual(['LINE-4', true, true, false])
    expect((await finance.get(`/transfers?order=${order.number}`)).body.items[0]).toMatchObject({ order_state: 'paid', persons: 1 })
    expect((await finance.post(`/transfers/${transfer.id}/unmaskings`, { reason: '与银行核对' })).body.payer_account).toMatch(/^4563.*5678$/)
    expect(await log(transfer.id)).toContainEqual(expect.objectContaining({ action: 'payer_account_unmasked', summary: expect.stringContaining('与银行核对') }))
    expect((await (await cast.as('auditor')).post(`/transfers/${transfer.id}/unmaskings`, { reason: '想看看' })).status).toBe(403)
  })
})
