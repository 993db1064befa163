import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

type View = Schemas['SavedView']

let server: Server
let cast: Cast
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

const add = (client: Client, name: string, list = 'trading_groups', query = 'kind=group') => client.post('/my/saved_views', { list, name, query })
const viewsOf = async (client: Client, list = 'trading_groups') => (await client.get<{ items: View[] }>(`/my/saved_views?list=${list}`)).body.items

test('filters are saved under a name, changed and removed, each list for itself', async () => {
  const first = (await add(bureau, '交易团')).body
  const second = (await add(bureau, '上海', 'trading_groups', 'q=%E4%B8%8A%E6%B5%B7')).body
  await add(bureau, '交易团', 'accounts', 'kind=group')
  expect((await viewsOf(bureau)).map((view) => view.name)).toEqual(['交易团', '上海'])
  const changed = await bureau.put<View>(`/my/saved_views/${first.id}`, { name: '全部交易团', query: 'kind=group&sort=name_zh', position: 9 }, first.version)
  expect(changed.body).toMatchObject({ name: '全部交易团', version: 2, position: 9 })
  expect((await viewsOf(bureau)).map((view) => view.name)).toEqual(['上海', '全部交易团'])
  expect((await bureau.put(`/my/saved_views/${first.id}`, { name: 'x', query: '', position: 1 }, first.version)).body.code).toBe('resource.stale')
  expect((await bureau.delete(`/my/saved_views/${second.id}`)).status).toBe(204)
  expect((await bureau.delete(`/my/saved_views/${second.id}`)).status).toBe(404)
  expect(await viewsOf(bureau)).toHaveLength(1)
})

test('a name is given once in a list, also by two clicks at the same moment and when renaming', async () => {
  const answers = await Promise.all([add(bureau, '同名'), add(bureau, '同名')])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422])
  expect(answers.find((answer) => answer.status === 422)!.body).toMatchObject({ errors: [{ field: 'name', code: 'saved_view.name_taken' }] })
  const other = (await add(bureau, '另一个')).body
  const renamed = await bureau.put(`/my/saved_views/${other.id}`, { name: '同名', query: '', position: 1 }, other.version)
  expect(renamed.body).toMatchObject({ errors: [{ field: 'name', code: 'saved_view.name_taken' }] })
})

test('what is no view is told by field', async () => {
  expect((await add(bureau, '', 'accounts')).body.errors).toMatchObject([{ field: 'name' }])
  expect((await add(bureau, 'x', 'Drop Table')).body.errors).toMatchObject([{ field: 'list', code: 'saved_view.list_wrong' }])
  expect((await add(bureau, 'x', 'accounts', 'q='.padEnd(2001, 'x'))).body.errors).toMatchObject([{ field: 'query' }])
  expect((await bureau.get('/my/saved_views')).status).toBe(422)
})

test('views are one’s own: a neighbour sees and changes none, and may have the same name', async () => {
  const mine = (await add(bureau, '我的', 'accounts')).body as View
  const shanghai = await cast.as('shanghai')
  expect(await viewsOf(shanghai, 'accounts')).toEqual([])
  expect((await shanghai.put(`/my/saved_views/${mine.id}`, { name: 'x', query: '', position: 1 }, 1)).status).toBe(404)
  expect((await shanghai.delete(`/my/saved_views/${mine.id}`)).status).toBe(404)
  expect((await add(shanghai, '我的', 'accounts')).status).toBe(200)
})

test('a list has thirty at most, also when the last two are saved at once', async () => {
  for (let i = 0; i < 28; i++) await add(bureau, `第 ${i} 个`, 'many')
  const answers = await Promise.all(['甲', '乙', '丙'].map((name) => add(bureau, name, 'many')))
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 409])
  expect(await viewsOf(bureau, 'many')).toHaveLength(30)
})
