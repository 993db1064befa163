import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let editor: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  editor = await cast.as('editor')
})
afterAll(() => server.stop())

const notice = (audience: string) => ({ title_zh: '测试通知', title_en: 'Test', body_zh: '内容', body_en: 'Body', level: 'info', audience })
const titles = async (client: Client) => (await client.get('/my/notices?page_size=50')).body.items.map((n: { title_zh: string }) => n.title_zh) as string[]

test('a notice is written, published to its audience, read, withdrawn', async () => {
  const beijing = await cast.as('beijing')
  const acme = await cast.as('acme')
  const draft = (await editor.post('/admin/notices', notice('groups'))).body
  expect(await titles(beijing)).not.toContain('测试通知')
  expect((await editor.post(`/admin/notices/${draft.id}/publication`)).body.state).toBe('published')
  expect(await titles(beijing)).toContain('测试通知')
  expect(await titles(acme)).not.toContain('测试通知')
  expect((await acme.put(`/my/notices/${draft.id}/read`, {})).status).toBe(404)
  expect((await beijing.put(`/my/notices/${draft.id}/read`, {})).body.read_at).not.toBeNull()
  const first = (await beijing.put(`/my/notices/${draft.id}/read`, {})).body.read_at
  expect((await beijing.put(`/my/notices/${draft.id}/read`, {})).body.read_at).toBe(first)
  const row = (await editor.get('/admin/notices')).body.items.find((n: { id: string }) => n.id === draft.id)
  expect(row.reads).toBe(1)
  expect((await editor.post(`/admin/notices/${draft.id}/withdrawal`)).body.state).toBe('withdrawn')
  expect(await titles(beijing)).not.toContain('测试通知')
})

test('subgroups see what is for groups and for subgroups, groups not what is for subgroups', async () => {
  const draft = (await editor.post('/admin/notices', { ...notice('subgroups'), title_zh: '分团通知' })).body
  await editor.post(`/admin/notices/${draft.id}/publication`)
  expect(await titles(await cast.as('haidian'))).toContain('分团通知')
  expect(await titles(await cast.as('beijing'))).not.toContain('分团通知')
})

test('a published notice is withdrawn before it is changed; the state table refuses the rest', async () => {
  const draft = (await editor.post('/admin/notices', notice('everyone'))).body
  const changed = await editor.put(`/admin/notices/${draft.id}`, { ...notice('everyone'), title_en: 'Changed' }, 1)
  expect(changed.body).toMatchObject({ title_en: 'Changed', state: 'draft', version: 2 })
  expect((await editor.put(`/admin/notices/${draft.id}`, notice('everyone'), 1)).status).toBe(412)
  expect((await editor.post(`/admin/notices/${draft.id}/withdrawal`)).body).toMatchObject({ code: 'notice.state_wrong', details: { state: '草稿' } })
  await editor.post(`/admin/notices/${draft.id}/publication`)
  expect((await editor.put(`/admin/notices/${draft.id}`, notice('everyone'), 3)).body.code).toBe('notice.published')
  expect((await editor.post(`/admin/notices/${draft.id}/publication`)).status).toBe(409)
})

test('two who publish at once: one does', async () => {
  const draft = (await editor.post('/admin/notices', notice('everyone'))).body
  const answers = await Promise.all(Array.from({ length: 8 }, () => editor.post(`/admin/notices/${draft.id}/publication`)))
  expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(7).fill(409)])
})

test('deliveries are listed masked; the outbox is open in the demonstration only', async () => {
  const auditor = await cast.as('auditor')
  const list = (await auditor.get('/admin/messages?channel=sms&state=sent')).body
  expect(list.total).toBeGreaterThan(0)
  expect(JSON.stringify(list)).not.toMatch(/139\d{8}/)
  const closed = await Server.start({ EXPOGATE_DEMO_ENABLED: 'false' })
  try {
    const client = new Cast(closed).nobody()
    expect((await client.get('/sandbox/messages')).status).toBe(404)
    expect((await client.get('/system')).body.demo).toBe(false)
  } finally {
    await closed.stop()
  }
})
