// ORG-09, API-02: lists leave as xlsx, made in the background for the one who asked.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType } from '../../support/sheet.ts'

type Export = Schemas['SheetExportView']

const start = (client: Client, choice: object = {}) => client.post<Export>('/admin/trading_groups/exports', choice)

async function ended(client: Client, id: string): Promise<Export> {
  for (;;) {
    const { body } = await client.get<Export>(`/my/exports/${id}`)
    if (body.state !== 'queued' && body.state !== 'running') return body
  }
}

describe('while the jobs run', () => {
  let server: Server
  let cast: Cast
  let bureau: Client
  beforeAll(async () => {
    server = await Server.start()
    cast = new Cast(server)
    bureau = await cast.as('bureau')
  })
  afterAll(() => server.stop())

  test('the bureau exports its groups: every row in the list’s order, and who made it', async () => {
    const begun = await start(bureau)
    expect(begun).toMatchObject({ status: 200, body: { kind: 'trading_groups', title: '交易团名单', state: 'queued', error: null } })
    const done = await ended(bureau, begun.body.id)
    const list = (await bureau.get('/admin/trading_groups?page_size=200&sort=position')).body
    expect(done).toMatchObject({ state: 'done', rows_done: list.total, rows_total: list.total })
    const file = await bureau.download(`/my/exports/${done.id}/file`)
    expect(file.status).toBe(200)
    expect(file.body.length).toBe(done.bytes)
    expect(file.headers.get('content-type')).toBe(sheetType)
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="________________20251010.xlsx"; filename*=UTF-8''${encodeURIComponent('交易团名单 20251010.xlsx')}`)
    const { rows, note, name, filtered, frozen } = readSheet(file.body)
    expect({ name, filtered, frozen }).toEqual({ name: '交易团名单', filtered: `A1:J${list.total + 1}`, frozen: 'A2' })
    expect(rows[0]!.slice(0, 4)).toEqual(['名称（中文）', '名称（英文）', '级别', '所属交易团'])
    expect(rows.slice(1).map((row) => row[0])).toEqual(list.items.map((group: { name_zh: string }) => group.name_zh))
    expect(note).toMatch(/^导出人：进口博览局，导出时间：2025-10-10/)
  })

  test('the list’s sort counts; one that it does not know is refused', async () => {
    const done = await ended(bureau, (await start(bureau, { kind: 'group', sort: '-name_en' })).body.id)
    const { rows } = readSheet((await bureau.download(`/my/exports/${done.id}/file`)).body)
    const list = (await bureau.get('/admin/trading_groups?kind=group&page_size=200&sort=-name_en')).body
    expect(rows.slice(1).map((row) => row[1])).toEqual(list.items.map((group: { name_en: string }) => group.name_en))
    expect((await start(bureau, { sort: 'secret' })).status).toBe(422)
  })

  test('the filters count, and the sheet speaks the caller’s language', async () => {
    bureau.language = 'en'
    const begun = await start(bureau, { family: 'planned_city', kind: 'group' })
    const done = await ended(bureau, begun.body.id)
    const { rows } = readSheet((await bureau.download(`/my/exports/${done.id}/file`)).body)
    bureau.language = 'zh-CN'
    expect(done.title).toBe('Trading groups')
    expect(rows[0]![2]).toBe('Level')
    expect(rows).toHaveLength((await bureau.get('/admin/trading_groups?family=planned_city&kind=group')).body.total + 1)
    expect(new Set(rows.slice(1).map((row) => row[2]))).toEqual(new Set(['Trading group']))
  })

  test('start, download and removal are in the audit log; the newest export comes first', async () => {
    const { body } = await start(bureau, { q: '上海' })
    await ended(bureau, body.id)
    await bureau.download(`/my/exports/${body.id}/file`)
    const mine = (await bureau.get<Schemas['PageOf_SheetExportView']>('/my/exports')).body
    expect(mine.items[0]).toMatchObject({ id: body.id, state: 'done', downloaded_at: expect.any(String), expires_at: expect.any(String) })
    expect((await bureau.delete(`/my/exports/${body.id}`)).status).toBe(204)
    const lines = (await bureau.get(`/admin/audit_entries?subject=${body.id}`)).body.items
    expect(lines.map((line: { action: string }) => line.action)).toEqual(['export_removed', 'export_downloaded', 'export_started'])
    expect((await bureau.delete(`/my/exports/${body.id}`)).status).toBe(404)
    expect((await bureau.get(`/my/exports/${body.id}/file`)).status).toBe(404)
  })

  test('another account’s export does not exist; who may not see the list may not export it', async () => {
    const { body } = await start(bureau)
    const reviewer = await cast.as('reviewer')
    expect((await start(reviewer)).status).toBe(403)
    for (const path of [`/my/exports/${body.id}`, `/my/exports/${body.id}/file`]) expect((await reviewer.get(path)).status).toBe(404)
    expect((await reviewer.delete(`/my/exports/${body.id}`)).status).toBe(404)
    expect((await reviewer.get('/my/exports')).body.total).toBe(0)
    await ended(bureau, body.id)
  })

  test('a wrong filter is told by its field', async () => {
    expect((await start(bureau, { family: 'none' })).body).toMatchObject({ code: 'request.invalid', errors: [{ field: 'family' }] })
  })

  test('a repeated click starts one export', async () => {
    const key = { 'idempotency-key': 'one-click' }
    const [first, again] = [await bureau.post('/admin/trading_groups/exports', {}, key), await bureau.post('/admin/trading_groups/exports', {}, key)]
    expect(again.body.id).toBe(first.body.id)
    await ended(bureau, first.body.id)
  })

  test('after a week the file has expired, and says so', async () => {
    const { body } = await start(bureau)
    await ended(bureau, body.id)
    await server.moveClock(7 * 24 * 3600 + 60)
    const later = await new Cast(server).signIn('bureau')
    let mine: Export
    do mine = (await later.get<Export>(`/my/exports/${body.id}`)).body
    while (mine.state !== 'expired')
    expect((await later.get(`/my/exports/${body.id}/file`)).body).toMatchObject({ status: 409, code: 'export.expired' })
  })
})

describe('while no job runs', () => {
  let server: Server
  let bureau: Client
  beforeAll(async () => {
    server = await Server.start({ EXPOGATE_JOBS_THREADS: '0', EXPOGATE_JOBS_SLOW_THREADS: '0' })
    bureau = await new Cast(server).as('bureau')
  })
  afterAll(() => server.stop())

  test('three may wait at once, also when five are asked for at the same moment; one taken away makes room', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => start(bureau)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 409, 409])
    expect(answers.find((answer) => answer.status === 409)!.body).toMatchObject({ code: 'export.too_many', details: { count: 3 } })
    const waiting = answers.find((answer) => answer.status === 200)!.body
    expect((await bureau.get(`/my/exports/${waiting.id}/file`)).body.code).toBe('export.not_ready')
    const removals = await Promise.all([bureau.delete(`/my/exports/${waiting.id}`), bureau.delete(`/my/exports/${waiting.id}`)])
    expect(removals.map((answer) => answer.status).sort()).toEqual([204, 404])
    expect((await start(bureau)).status).toBe(200)
    expect((await start(bureau)).status).toBe(409)
  })

  test('a worker process makes them; the one that was taken away is nowhere', async () => {
    server.command('work', '--once')
    const { items } = (await bureau.get<Schemas['PageOf_SheetExportView']>('/my/exports')).body
    expect(items.map((one) => one.state)).toEqual(['done', 'done', 'done'])
    expect((await bureau.download(`/my/exports/${items[0]!.id}/file`)).status).toBe(200)
  })
})
