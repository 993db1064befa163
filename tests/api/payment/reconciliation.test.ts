import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approvedTeam } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { begin, orderOf, unpaidOrder } from '../../support/order.ts'
import { Server } from '../../support/server.ts'

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

const csv = (...lines: string[]) => ['银行流水号,记账日期,付款人,附言,金额', ...lines].join('\n')
const send = (path: string, text: string) => finance.call('POST', path, text, { 'content-type': 'text/csv' })
/** Text as another program encodes it. */
const encoded = (text: string, encoding: string) => new Uint8Array(execFileSync('python3', ['-c', 'import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode().encode(sys.argv[1]))', encoding], { input: text }))
const day = { from_on: '2025-10-10', to_on: '2025-10-10' }
const table = async () => (await finance.get<Schemas['ListOf_ReconciliationRow']>('/reconciliation?from_on=2025-10-10&to_on=2025-10-10')).body.items
const differences = async () => (await finance.get<Schemas['ListOf_Difference']>('/reconciliation/differences?from_on=2025-10-10&to_on=2025-10-10')).body.items

describe('bank statements (ORD-04)', () => {
  test('pay the orders whose reference and amount they name, once', async () => {
    const order = await unpaidOrder(client)
    const { number } = (await begin(client, order, 'transfer')).body
    const text = csv(`B1,2025-10-10,上海测试公司,证件费 ${number},160.00`, 'B2,2025-10-10,不明,房租,"1,000.00"', `B3,2025-10-10,上海测试公司,${number},159.99`)
    expect((await send('/statement_checks', text)).body).toMatchObject({ rows: 3, added: 3, known: 0, matched: 1, error_count: 0 })
    expect((await orderOf(client, order)).state).toBe('unpaid')
    expect((await send('/statement_imports', text)).body).toMatchObject({ added: 3, matched: 1 })
    expect(await orderOf(client, order)).toMatchObject({ state: 'paid', channel: 'transfer' })
    expect((await send('/statement_imports', text)).body).toMatchObject({ added: 0, known: 3, matched: 0 })
    const open = (await finance.get('/statement_lines?is_matched=false&booked_from_on=2025-10-10')).body.items
    expect(open.map((l: { bank_serial: string }) => l.bank_serial).sort()).toEqual(['B2', 'B3'])
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })

  test('are found by day and text, with the orders they paid', async () => {
    const found = async (query: string) => (await finance.get<Schemas['PageOf_StatementRow']>(`/statement_lines?${query}`)).body.items.map((line) => line.bank_serial)
    await send('/statement_imports', csv('F1,2025-09-01,甲公司,一,1.00', 'F2,2025-09-02,乙公司,100%,2.00'))
    expect(await found('booked_from_on=2025-09-01&booked_to_on=2025-09-02&sort=booked_on')).toEqual(['F1', 'F2'])
    expect(await found('q=乙公司')).toEqual(['F2'])
    expect(await found('q=0%25')).toEqual(['F2'])
    expect(await found('q=F1')).toEqual(['F1'])
    const [paid] = (await finance.get<Schemas['PageOf_StatementRow']>('/statement_lines?is_matched=true&q=B1')).body.items
    expect((await finance.get(`/orders?number=${paid!.order_number}`)).body.items).toMatchObject([{ id: paid!.order_id, state: 'paid' }])
    expect((await finance.get(`/statement_lines/${paid!.id}/proposals`)).body.code).toBe('statement.matched')
  })

  test('are read as banks write them: title lines, GBK, their own headings, money that leaves beside money that comes', async () => {
    const order = await unpaidOrder(client)
    const { number } = (await begin(client, order, 'transfer')).body
    const bank = (serial: string, reference: string) =>
      ['中国示例银行对公账户交易明细', '账号:,6222000011112222', '交易流水号,交易日期,借方发生额,贷方发生额,对方户名,摘要', `${serial},20251010,,160.00,上海测试公司,证件费 ${reference.split('').join(' ')}`, 'G2,2025-10-10,88.00,,某供应商,货款'].join('\r\n')
    const sent = await finance.call('POST', '/statement_imports', encoded(bank('G1', number), 'gbk'), { 'content-type': 'text/csv' })
    expect(sent.body).toMatchObject({ added: 1, matched: 1, error_count: 0 })
    expect((await orderOf(client, order)).state).toBe('paid')
  })

  test('of a bank with other headings are laid out by finance, once', async () => {
    const headings = ['Ref', 'Value date', 'From', 'Text', 'Credit']
    const text = [headings.join(','), 'X1,2025-10-10,Nordwind,no reference,12.00'].join('\n')
    expect((await send('/statement_checks', text)).body).toMatchObject({ added: 0, unknown_lines: [headings, ['X1', '2025-10-10', 'Nordwind', 'no reference', '12.00']] })
    const layout = { bank_serial: 'Ref', booked_on: 'Value date', payer_name: 'From', memo: 'Text', amount: 'Credit', debit: '' }
    const wrong = await finance.post('/statement_layouts', { headings, layout: { ...layout, amount: 'Amount' } })
    expect(wrong.body.errors).toMatchObject([{ field: 'layout.amount', code: 'statement.layout_wrong' }])
    expect((await finance.post('/statement_layouts', { headings, layout })).status).toBe(204)
    expect((await finance.post('/statement_layouts', { headings, layout })).status).toBe(204)
    expect((await send('/statement_imports', text)).body).toMatchObject({ added: 1, unknown_lines: [] })
    expect((await send('/statement_imports', text.replace('12.00', '13.00'))).body.errors).toMatchObject([{ code: 'statement.contradicts' }])
  })

  test('propose the orders that a line may pay, and where it names one only that', async () => {
    const [named, sameAmount] = [await unpaidOrder(client, 2), await unpaidOrder(client, 3)]
    const { number } = (await begin(client, named, 'transfer')).body
    await begin(client, sameAmount, 'transfer')
    await send('/statement_imports', csv(`P1,2025-10-10,某公司,费用${number.toLowerCase()},${sameAmount.total_fen / 100}`))
    const [line] = (await finance.get('/statement_lines?q=P1')).body.items
    const proposals = (await finance.get<Schemas['ListOf_StatementProposal']>(`/statement_lines/${line.id}/proposals`)).body.items
    const seen = (items: Schemas['StatementProposal'][]) => items.map(({ order_number, has_reference, is_same_amount }) => [order_number, has_reference, is_same_amount])
    expect(seen(proposals), 'a line that names an attempt is offered to no stranger').toEqual([[named.number, true, false]])
    await send('/statement_imports', csv(`P2,2025-10-10,某公司,费用,${sameAmount.total_fen / 100}`))
    const [unnamed] = (await finance.get('/statement_lines?q=P2')).body.items
    expect(seen((await finance.get<Schemas['ListOf_StatementProposal']>(`/statement_lines/${unnamed.id}/proposals`)).body.items)).toContainEqual([sameAmount.number, false, true])
    expect((await client.get(`/statement_lines/${line.id}/proposals`)).status).toBe(403)
    expect((await finance.get('/statement_lines/none/proposals')).status).toBe(404)
  })

  test('say by row and column what is wrong, and then change nothing', async () => {
    const report = (await send('/statement_imports', csv('B9,2025-10-10,甲,,1.00', ',昨天,乙,,免费'))).body
    expect(report).toMatchObject({ rows: 2, added: 0, error_count: 3 })
    expect(report.errors).toMatchObject([{ row: 3, column: '银行流水号' }, { row: 3, column: '记账日期' }, { row: 3, column: '金额' }])
    expect((await send('/statement_checks', '\u0000')).body.errors).toMatchObject([{ field: 'file', code: 'statement.not_csv' }])
  })

  test('are matched by hand; money of another amount goes back', async () => {
    const order = await unpaidOrder(client)
    await begin(client, order, 'transfer')
    await send('/statement_imports', csv('B7,2025-10-10,上海测试公司,忘写附言,100.00'))
    const [line] = (await finance.get('/statement_lines?is_matched=false&sort=-amount_fen')).body.items.filter((l: { bank_serial: string }) => l.bank_serial === 'B7')
    expect((await finance.post(`/statement_lines/${line.id}/matches`, { order_number: 'V1' })).body.errors).toMatchObject([{ code: 'statement.order_unknown' }])
    expect((await finance.post(`/statement_lines/${line.id}/matches`, { order_number: order.number })).status).toBe(204)
    expect((await finance.post(`/statement_lines/${line.id}/matches`, { order_number: order.number })).status).toBeGreaterThanOrEqual(409)
    expect((await orderOf(client, order)).state).toBe('unpaid')
    expect((await client.get(`/my/orders/${order.id}/refunds`)).body.items).toMatchObject([{ kind: 'orphan', state: 'processing', amount_fen: 10_000 }])
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })
})

describe('reconciliation (ORD-09)', () => {
  test('sets our books beside the providers’ bills and names every difference', async () => {
    for (const channel of ['alipay', 'wechat']) {
      const order = await unpaidOrder(client)
      const { number } = (await begin(client, order, channel)).body
      await cast.nobody().post(`/sandbox/charges/${number}/payments`)
    }
    expect((await table()).find((row) => row.channel === 'wechat')).toMatchObject({ payments: 1, paid_fen: 16_000, has_bill: false, differences: 0 })
    expect((await finance.post('/reconciliation/bills', day)).status).toBe(204)
    await expect.poll(async () => (await table()).filter((row) => row.has_bill).length, { timeout: 20_000 }).toBe(4)
    expect((await table()).find((row) => row.channel === 'wechat')).toMatchObject({ billed_fen: 16_000, differences: 0 })
    // Paid after the bill was made: our books know more than the provider's.
    const late = await unpaidOrder(client)
    const { number } = (await begin(client, late, 'wechat')).body
    await cast.nobody().post(`/sandbox/charges/${number}/payments`)
    expect((await table()).find((row) => row.channel === 'wechat')).toMatchObject({ paid_fen: 32_000, billed_fen: 16_000, differences: 1 })
    expect(await differences()).toMatchObject([{ on: '2025-10-10', channel: 'wechat', kind: 'missing_at_provider', number, ours_fen: 16_000, theirs_fen: 0 }])
    await finance.post('/reconciliation/bills', day)
    await expect.poll(differences, { timeout: 20_000 }).toEqual([])
  })

  test('is exported, for a span that makes sense', async () => {
    expect((await finance.post('/reconciliation/exports', day)).body).toMatchObject({ kind: 'reconciliation' })
    const wrong = await finance.get('/reconciliation?from_on=2025-01-01&to_on=2025-10-10')
    expect(wrong.body.errors).toMatchObject([{ field: 'to_on', code: 'reconciliation.span_too_long' }])
    expect((await client.get('/reconciliation?from_on=2025-10-10&to_on=2025-10-10')).status).toBe(403)
  })
})
