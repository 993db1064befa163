// RET-01, RET-02: what is over its period goes, whatever interrupts it; statistics, books and other editions stay; and a report proves it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, password } from '../../cast/cast.ts'
import { added, approvedTeam, awaitingReview, freeOption, optionOf, review, type Team } from '../../support/attendee.ts'
import { Client, type Schemas } from '../../support/client.ts'
import { begin, unpaidOrder } from '../../support/order.ts'
import { png } from '../../support/png.ts'
import { root, Server } from '../../support/server.ts'

type Period = Schemas['PeriodView']
type Report = Schemas['ErasureReport']

let server: Server
let cast: Cast
let bureau: Client
let team: Team
/** What only this test wrote: names, numbers and addresses that must be nowhere afterwards. */
const secrets = ['司空摘星', '13577778888', 'sikong@canary.example', '首席采购官甲', '西门吹雪', '陆小凤收', '花满楼商行付款', '叶孤城']

const periods = async (edition = 8): Promise<Period[]> => (await bureau.get<Schemas['ListOf_PeriodView']>(`/editions/${edition}/retention_periods`)).body.items
const periodOf = async (kind: string, edition = 8) => (await periods(edition)).find((period) => period.kind === kind)!
const put = (kind: string, { purpose_zh, purpose_en, basis_zh, basis_en }: Period, days: number, version: number, edition = 8) =>
  bureau.put<Period>(`/editions/${edition}/retention_periods/${kind}`, { days, purpose_zh, purpose_en, basis_zh, basis_en }, version)
const setDays = async (kind: string, days: number, edition = 8) => {
  const before = await periodOf(kind, edition)
  return put(kind, before, days, before.version, edition)
}
const filesIn = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
const day = 86_400

async function figures() {
  const all = ['/statistics/registrations', '/statistics/entries']
  return Promise.all(all.map(async (path) => ({ ...(await bureau.get(path)).body, as_of: null })))
}

beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  team = await approvedTeam(cast)
  const free = await freeOption(bureau)
  const person = await awaitingReview(team.client, free, { name_zh: '司空摘星', mobile: '13577778888', email: 'sikong@canary.example', position: '首席采购官甲' })
  expect((await review(await cast.as('reviewer'), person, 'return_for_changes', '请西门吹雪补充材料')).status).toBe(200)
  await added(team.client, { name_zh: '叶孤城', entry_option_id: await optionOf(team.client, '6-10') })
  const order = await unpaidOrder(team.client, 1, { name_zh: '叶孤城' })
  await begin(team.client, order, 'transfer')
  const voucher = await team.client.call<{ id: string }>('POST', '/my/voucher_pictures', png(300, 200, 90), { 'content-type': 'image/png' })
  const announced = await team.client.post(`/my/orders/${order.id}/transfers`, { payer_name: '花满楼商行付款', payer_bank: '示范银行', payer_account: '6222000011112222', amount_fen: order.total_fen, remitted_on: '2025-10-10', note: '陆小凤收', voucher_file_id: voucher.body.id })
  expect(announced.status, JSON.stringify(announced.body)).toBe(200)
})
afterAll(() => server.stop())

describe('periods', () => {
  test('each kind has its purpose, its basis and the moment when it is over', async () => {
    const all = await periods()
    expect(all.map(({ kind }) => kind)).toEqual(['identity', 'photo', 'person', 'contact', 'message', 'record', 'payment'])
    for (const { purpose, basis } of all) expect(purpose.length * basis.length).toBeGreaterThan(0)
    expect(await periodOf('message')).toMatchObject({ days: 365, due_at: '2026-11-10T16:00:00.000Z', finished_at: null, rows_erased: 0 })
    expect((await bureau.get<Schemas['ListOf_PeriodView']>('/editions/8/retention_periods', { 'accept-language': 'en' })).body.items[0]!.purpose).toMatch(/identity|verify/i)
  })

  test('are changed by compare-and-set, within sense, by the bureau alone', async () => {
    const before = await periodOf('contact')
    expect((await setDays('contact', 700)).body).toMatchObject({ days: 700, version: before.version + 1 })
    expect((await put('contact', before, 1, before.version)).status).toBe(412)
    expect((await put('contact', { ...before, basis_en: ' ' }, 1, before.version + 1)).body).toMatchObject({ errors: [{ field: 'basis_en' }] })
    expect((await setDays('contact', -1)).body).toMatchObject({ errors: [{ field: 'days' }] })
    expect((await setDays('contact', 36_501)).body).toMatchObject({ errors: [{ field: 'days' }] })
    expect((await put('nothing', before, 1, 0)).status).toBe(404)
    expect((await (await cast.as('shanghai')).get('/editions/8/retention_periods')).status).toBe(403)
  })

  test('nothing goes before the show is over', async () => {
    expect((await bureau.post('/editions/8/erasures')).body).toMatchObject({ code: 'retention.show_not_over' })
    expect(server.command('retention').stdout).toMatch(/^0 row/)
  })
})

test('a past edition’s period takes nothing of what is written for the next one', async () => {
  const messages = async () => (await bureau.get('/admin/messages?page_size=100')).body.items.map(({ to_masked }: { to_masked: string }) => to_masked)
  const before = await messages()
  expect(before.length).toBeGreaterThan(3)
  for (const edition of [4, 5, 6, 7]) for (const kind of ['message', 'record', 'payment']) expect((await setDays(kind, 0, edition)).status).toBe(200)
  server.command('retention')
  expect(await messages()).toEqual(expect.arrayContaining(before))
  expect((await bureau.get('/admin/audit_entries?action=attendee_added')).body.items[0].summary).not.toBe('')
})

describe('after its period', () => {
  test('nothing of it is left, wherever erasing was killed; statistics, books and other editions stay', async () => {
    for (const { kind } of await periods()) expect((await setDays(kind, 0)).status).toBe(200)
    // Nothing is done yet by the jobs of the server itself.
    await server.moveClock(60 * day, { EXPOGATE_JOBS_THREADS: '0', EXPOGATE_JOBS_SLOW_THREADS: '0' })
    bureau = await new Cast(server).as('bureau')
    const before = await figures()
    const orders = (await bureau.get('/orders?page_size=100')).body
    const past = (await bureau.get('/attendees?page_size=100', { edition: '7' })).body
    const files = filesIn(join(server.folder, 'files'))
    expect(secrets.filter((secret) => server.dump().includes(secret)).length, 'some is in the clear before').toBeGreaterThan(2)

    await server.end()
    const shim = join(root, 'build/dev/tests/faults/libkill_at_step.so')
    let kills = 0
    for (let step = 2; step < 4000; step = Math.ceil(step * 1.7)) {
      const run = server.attempt({ LD_PRELOAD: shim, EXPOGATE_KILL_AT: String(step) }, 'retention')
      if (run.status !== 0) kills += 1
    }
    expect(kills, 'it was killed on the way').toBeGreaterThan(3)
    server.command('retention')

    const left = secrets.filter((secret) => server.dump().includes(secret))
    expect(left).toEqual([])
    expect(server.command('retention').stdout).toMatch(/^0 row/)
    expect(server.command('verify').stdout).toMatch(/^sound/)
    expect(filesIn(join(server.folder, 'files'))).toBeLessThan(files)

    await server.serve()
    bureau = Object.assign(new Client(server.url), { cookie: bureau.cookie, csrf: bureau.csrf })
    expect(await figures()).toEqual(before)
    const after = (await bureau.get('/orders?page_size=100')).body
    expect(after.items.map(({ number, total_fen, state }: { number: string; total_fen: number; state: string }) => [number, total_fen, state])).toEqual(orders.items.map(({ number, total_fen, state }: { number: string; total_fen: number; state: string }) => [number, total_fen, state]))
    expect((await bureau.get('/attendees?page_size=100', { edition: '7' })).body).toEqual(past)
    const people = (await bureau.get('/attendees?page_size=100')).body.items
    expect(people.length).toBeGreaterThan(5)
    for (const one of people) expect(one).toMatchObject({ name_zh: '已清除', document_masked: '', has_photo: false })
    const [batch] = (await bureau.get('/badge_batches')).body.items
    for (const file of ['pdf', 'list']) expect((await bureau.get(`/badge_batches/${batch.id}/${file}`)).status, file).toBe(404)
    expect((await bureau.get('/sandbox/messages')).status).toBe(200)
  })

  test('the report says so, signed; one changed byte is another file', async () => {
    const path = join(server.folder, 'report.json')
    const made = server.attempt({}, 'retention', '--report', '8', path)
    expect(made.stdout).toContain('clean: nothing is left')
    expect(made.status).toBe(0)
    const document = readFileSync(path, 'utf8')
    const { report } = JSON.parse(document) as { report: Report }
    expect(report).toMatchObject({ is_clean: true, edition: '8', suspicions: [], unknown_columns: [], leaving_files: 0, unowned_files: 0, audit_lines_left: 0 })
    expect(report.tables.filter(({ left }) => left > 0)).toEqual([])
    expect(report.tables.find(({ table, kind }) => table === 'attendees' && kind === 'person')!.rows).toBeGreaterThan(5)
    expect(report.searched_values).toBeGreaterThan(100)
    for (const [name, text] of [['said twice', document.replace('"is_clean":true', '"is_clean":true,"is_clean":false')], ['changed', document.replace('"is_clean":true', '"is_clean":false')], ['foreign', '{"a":1}'], ['empty', '']] as const) {
      writeFileSync(path, text)
      expect(server.attempt({}, 'retention', '--check', path), name).toMatchObject({ status: 1, stdout: expect.stringContaining('was not signed by this fair') })
    }
    expect((await bureau.post('/erasure_report_checks', { document })).body).toMatchObject({ is_genuine: true, report: { edition: '8' } })
    expect((await bureau.post('/erasure_report_checks', { document: document.replace('"rows":', '"rows": ').replace(/"left":0/, '"left":1') })).body).toEqual({ is_genuine: false, report: null })
    const { items } = (await bureau.get<Schemas['ListOf_ErasureReportRow']>('/editions/8/erasure_reports')).body
    expect(items).toMatchObject([{ is_clean: true }])
    expect((await bureau.get(`/erasure_reports/${items[0]!.id}/document`)).body).toEqual(JSON.parse(document))
    expect((await bureau.get('/erasure_reports/none/document')).status).toBe(404)
  })

  test('a report names what is left: in a column that should hold nothing, of a row that came back, of a file without a row', async () => {
    server.sql("update organizations set name_en = 'call 138 0013 8000' where id = (select min(id) from organizations where edition_id = '8'); update organization_quotas set name = '张三丰 13800138000' where id = (select min(id) from organization_quotas); update attendees set position = 'somebody' where id = (select min(id) from attendees where edition_id = '8')")
    expect((await bureau.post('/editions/8/erasure_reports')).status).toBe(204)
    const reports = async () => (await bureau.get<Schemas['ListOf_ErasureReportRow']>('/editions/8/erasure_reports')).body.items
    await expect.poll(async () => (await reports()).length).toBe(2)
    const [newest] = await reports()
    expect(newest).toMatchObject({ is_clean: false, made_by: '进口博览局' })
    const { report } = (await bureau.get<{ report: Report }>(`/erasure_reports/${newest!.id}/document`)).body
    expect(report.suspicions).toEqual([{ table: 'organization_quotas', column: 'name', what: 'mobile', rows: 1 }, { table: 'organizations', column: 'name_en', what: 'mobile', rows: 1 }])
    expect(report.tables.filter(({ left }) => left > 0)).toMatchObject([{ table: 'attendees', kind: 'person', left: 1 }])
  })

  test('what is written into it afterwards goes with the next run', async () => {
    server.sql("update organizations set name_en = '' where name_en like 'call%'; update organization_quotas set name = '' where name like '张三丰%'")
    expect(server.command('retention').stdout).toMatch(/^[1-9]\d* row/)
    expect(server.attempt({}, 'retention', '--report', '8', join(server.folder, 'again.json')).stdout).toContain('clean: nothing is left')
  })

  test('an erased account signs in no more', async () => {
    const anyone = new Cast(server)
    expect((await anyone.nobody().post('/session', { door: 'visitor', name: team.organization.uscc, password })).status).toBe(401)
  })
})
