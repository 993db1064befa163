import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let editor: Client
let stranger: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  editor = await cast.as('editor')
  stranger = cast.nobody()
})
afterAll(() => server.stop())

const article = (changes: object = {}) => ({ section: 'activities', title_zh: '测试内容', title_en: 'Test', body_zh: '第一段\n\n第二段', body_en: 'Body', is_pinned: false, ...changes })
const write = async (changes: object = {}) => (await editor.post<Schemas['Article']>('/admin/articles', article(changes))).body
const publish = (id: string, version: number, client = editor) => client.post(`/admin/articles/${id}/publication`, undefined, { 'if-match': `"${version}"` })
const withdraw = (id: string, version: number) => editor.post(`/admin/articles/${id}/withdrawal`, undefined, { 'if-match': `"${version}"` })
const board = async (query = '', client = stranger) => (await client.get(`/articles?page_size=100${query}`)).body.items as Schemas['ArticleRow'][]
const ids = async (query = '', client = stranger) => (await board(query, client)).map(({ id }) => id)
const auditOf = async (id: string) => (await (await cast.as('auditor')).get(`/admin/audit_entries?subject=${id}`)).body.items as { action: string; before: unknown; after: unknown }[]

test('a draft is nobody\'s until it is published, and again when it is withdrawn', async () => {
  const readers = [stranger, await cast.as('anna'), await cast.as('shanghai'), editor]
  const isSeenBy = async (reader: Client, id: string) => [(await ids('', reader)).includes(id), (await reader.get(`/articles/${id}`)).status]
  const draft = await write()
  expect(draft).toMatchObject({ state: 'draft', published_at: null, version: 1 })
  for (const reader of readers) expect(await isSeenBy(reader, draft.id)).toEqual([false, 404])

  const published = (await publish(draft.id, 1)).body
  expect(published).toMatchObject({ state: 'published', version: 2 })
  expect(Date.parse(published.published_at)).toBeGreaterThan(0)
  for (const reader of readers) expect(await isSeenBy(reader, draft.id)).toEqual([true, 200])
  expect((await stranger.get(`/articles/${draft.id}`)).body).toMatchObject({ title_zh: '测试内容', body_zh: '第一段\n\n第二段' })

  expect((await withdraw(draft.id, 2)).body).toMatchObject({ state: 'draft', published_at: null, version: 3 })
  for (const reader of readers) expect(await isSeenBy(reader, draft.id)).toEqual([false, 404])
})

test('the demonstration has every section on the board, and drafts beside it', async () => {
  const shown = await board()
  expect(new Set(shown.map(({ section }) => section))).toEqual(new Set(['matchmaking', 'activities', 'guide', 'show_news', 'pre_show_news']))
  expect(shown.every(({ state, title_en, lead_en }) => state === 'published' && title_en && lead_en)).toBe(true)
  const drafts = (await editor.get('/admin/articles?state=draft')).body.items as Schemas['ArticleRow'][]
  expect(drafts.map(({ id }) => id)).toContain('show_news_first_day')
  expect((await stranger.get('/articles/show_news_first_day')).status).toBe(404)
})

test('the board shows the pinned ones, then the newest; a section only its own', async () => {
  const older = await write({ section: 'matchmaking' })
  const pinned = await write({ section: 'matchmaking', is_pinned: true })
  const newer = await write({ section: 'matchmaking' })
  for (const { id } of [older, pinned, newer]) await publish(id, 1)
  const order = await ids('&section=matchmaking')
  expect(order.filter((id) => [older.id, pinned.id, newer.id].includes(id))).toEqual([pinned.id, newer.id, older.id])
  const rows = await board()
  const firstLoose = rows.findIndex(({ is_pinned }) => !is_pinned)
  expect(rows.slice(firstLoose).some(({ is_pinned }) => is_pinned)).toBe(false)
  expect((await board('&section=matchmaking')).every(({ section }) => section === 'matchmaking')).toBe(true)
  expect((await stranger.get('/articles?section=gossip')).status).toBe(422)
})

test('a list has only the beginning of a text, whole characters of it', async () => {
  const { id } = await write({ body_zh: '展'.repeat(10_000), body_en: 'x'.repeat(20_000) })
  await publish(id, 1)
  const row = (await board()).find((each) => each.id === id)!
  expect(row.lead_zh).toBe('展'.repeat(120))
  expect(row.lead_en).toBe('x'.repeat(240))
  expect((await stranger.get(`/articles/${id}`)).body.body_zh).toHaveLength(10_000)
})

test('a published article is corrected on the board; of two editors the later one is told', async () => {
  const { id } = await write()
  await publish(id, 1)
  const changed = await editor.put(`/admin/articles/${id}`, article({ title_en: 'Corrected', section: 'guide' }), 2)
  expect(changed.body).toMatchObject({ title_en: 'Corrected', section: 'guide', state: 'published', version: 3 })
  expect(changed.headers.get('etag')).toBe('"3"')
  expect((await stranger.get(`/articles/${id}`)).body.title_en).toBe('Corrected')
  const bureau = await cast.as('bureau')
  const late = await bureau.put(`/admin/articles/${id}`, article({ title_en: 'Mine' }), 2)
  expect(late).toMatchObject({ status: 412, body: { code: 'resource.stale' } })
  expect((await editor.get(`/admin/articles/${id}`)).body.title_en).toBe('Corrected')
})

test('who decides names the version that they have read', async () => {
  const { id } = await write()
  await editor.put(`/admin/articles/${id}`, article({ title_zh: '改过的内容' }), 1)
  expect((await publish(id, 1)).status).toBe(412)
  expect((await editor.delete(`/admin/articles/${id}`, 1)).status).toBe(412)
  for (const answer of [await editor.post(`/admin/articles/${id}/publication`), await editor.put(`/admin/articles/${id}`, article()), await editor.delete(`/admin/articles/${id}`)])
    expect(answer.body.code).toBe('request.if_match_required')
  expect((await withdraw(id, 2)).body).toMatchObject({ code: 'article.state_wrong', details: { state: '草稿' } })
  expect((await publish(id, 2)).status).toBe(200)
  expect((await publish(id, 3)).body).toMatchObject({ code: 'article.state_wrong', details: { state: '已发布' } })
})

test('two who publish at once: one does', async () => {
  const { id } = await write()
  const answers = await Promise.all(Array.from({ length: 8 }, () => publish(id, 1)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  // Who read before the winner wrote meets a changed state, who read after it a changed version.
  for (const { status, body } of answers.filter(({ status }) => status !== 200))
    expect([status, body.code]).toEqual(status === 412 ? [412, 'resource.stale'] : [409, 'article.state_wrong'])
})

test('a removed article is gone, and the audit log keeps its text', async () => {
  const { id } = await write({ title_zh: '将被删除' })
  await publish(id, 1)
  expect((await editor.delete(`/admin/articles/${id}`, 2)).status).toBe(204)
  expect((await stranger.get(`/articles/${id}`)).status).toBe(404)
  expect((await editor.delete(`/admin/articles/${id}`, 2)).status).toBe(404)
  const entries = await auditOf(id)
  expect(entries.map(({ action }) => action)).toEqual(['article_removed', 'article_published', 'article_added'])
  expect(entries[0]).toMatchObject({ before: { title_zh: '将被删除', body_zh: '第一段\n\n第二段' }, after: null })
})

test('only editors and administrators of the bureau write; the board is read only by its address', async () => {
  const { id, version } = await write()
  for (const player of ['reviewer', 'finance', 'auditor', 'shanghai', 'anna', 'exhibitor'] as const) {
    const client = await cast.as(player)
    expect((await client.get('/admin/articles')).status, player).toBe(403)
    expect((await client.get(`/admin/articles/${id}`)).status, player).toBe(403)
    expect((await client.post('/admin/articles', article())).status, player).toBe(403)
    expect((await client.put(`/admin/articles/${id}`, article(), version)).status, player).toBe(403)
    expect((await publish(id, version, client)).status, player).toBe(403)
    expect((await client.delete(`/admin/articles/${id}`, version)).status, player).toBe(403)
  }
  expect((await stranger.get('/admin/articles')).status).toBe(401)
  expect((await publish(id, version, await cast.as('bureau'))).status).toBe(200)
})

test('the editors\' list is filtered and sorted; what is typed is not a pattern', async () => {
  await write({ title_zh: '百分之百 100% 采购', title_en: 'Hundred_percent' })
  const found = async (query: string) => ((await editor.get(`/admin/articles?page_size=100&${query}`)).body.items as Schemas['ArticleRow'][])
  expect((await found(`q=${encodeURIComponent('100%')}`)).map(({ title_en }) => title_en)).toEqual(['Hundred_percent'])
  expect((await found(`q=${encodeURIComponent('d_p')}`)).map(({ title_en }) => title_en)).toEqual(['Hundred_percent'])
  expect((await found('section=guide')).every(({ section }) => section === 'guide')).toBe(true)
  const published = (await found('state=published&sort=-published_at')).map(({ published_at }) => published_at!)
  expect(published).toEqual(published.toSorted().reverse())
  const changed = (await found('sort=changed_at')).map(({ changed_at }) => changed_at)
  expect(changed).toEqual(changed.toSorted())
  expect((await editor.get('/admin/articles?sort=body_zh')).status).toBe(422)
})

test('a text needs its Chinese; all that is wrong is told at once', async () => {
  const answer = await editor.post('/admin/articles', { ...article({ title_zh: '', body_zh: '', title_en: 'x'.repeat(201) }), section: 'gossip' })
  expect(answer.status).toBe(422)
  expect(answer.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['body_zh', 'section', 'title_en', 'title_zh'])
  expect((await write({ title_en: '', body_en: '' })).title_en).toBe('')
})

test('an edition has its own board; a past one is only read (EDN-02)', async () => {
  const past = { edition: '7' }
  expect((await stranger.get('/articles', past)).body.items).toEqual([])
  expect((await stranger.get('/articles/guide_register', past)).status).toBe(404)
  expect((await editor.call('POST', '/admin/articles', article(), past)).body.code).toBe('edition.read_only')
})
