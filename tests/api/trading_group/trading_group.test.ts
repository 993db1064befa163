import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

const row = async (name: string) => (await bureau.get(`/admin/trading_groups?q=${encodeURIComponent(name)}`)).body.items[0]

describe('the tree (GRP-01)', () => {
  test('has the 43 groups, and registration may choose among them without signing in', async () => {
    const groups = (await cast.nobody().get('/trading_groups?kind=group')).body.items as { name_zh: string; family: string; requires_subgroup: boolean }[]
    expect(groups).toHaveLength(43)
    const central = groups.find((g) => g.family === 'central_enterprise')!
    expect(central.requires_subgroup).toBe(true)
    const beijing = (await row('beijingjiaoyituan')).id
    const subgroups = (await cast.nobody().get(`/trading_groups?parent_id=${beijing}`)).body.items
    expect(subgroups).toHaveLength(21)
  })

  test('a group sees itself and its subgroups; a subgroup only itself', async () => {
    const beijing = (await (await cast.as('beijing')).get('/my/trading_group')).body
    expect(beijing.group.name_zh).toBe('北京交易团')
    expect(beijing.subgroups).toHaveLength(21)
    const haidian = (await (await cast.as('haidian')).get('/my/trading_group')).body
    expect(haidian.group.kind).toBe('subgroup')
    expect(haidian.subgroups).toEqual([])
    expect((await (await cast.as('acme')).get('/my/trading_group')).status).toBe(403)
  })

  test('a subgroup needs a group, and has no subgroups of its own', async () => {
    const add = (kind: string, parent_id: string | null) =>
      bureau.post('/admin/trading_groups', { kind, parent_id, family: 'regional', name_zh: '测试分团', name_en: 'Test', login_name: 'ceshifentuan', mobile: '13700004444' })
    expect((await add('subgroup', null)).body.errors).toMatchObject([{ field: 'parent_id' }])
    const haidian = (await row('beijinghaidianfentuan')).id
    expect((await add('subgroup', haidian)).body.errors).toMatchObject([{ field: 'parent_id', code: 'trading_group.too_deep' }])
    const added = await add('subgroup', (await row('shanghaijiaoyituan')).id)
    expect(added.body.group).toMatchObject({ parent_name_zh: '上海交易团', login_name: 'ceshifentuan' })
    expect(added.body.group.invitation_code).toMatch(/^100\d{8}$/)
    expect((await add('subgroup', (await row('shanghaijiaoyituan')).id)).body.errors).toMatchObject([{ field: 'login_name', code: 'account.login_name_taken' }])
  })

  test('a renewed invitation code replaces the old one', async () => {
    const before = await row('shanghaijiaoyituan')
    expect(before.invitation_code).toBe('10045679580')
    const after = (await bureau.post(`/admin/trading_groups/${before.id}/invitation_codes`)).body
    expect(after.invitation_code).toMatch(/^100\d{8}$/)
    expect(after.invitation_code).not.toBe(before.invitation_code)
    expect((await bureau.get('/admin/trading_groups?q=10045679580')).body.total).toBe(0)
  })

  test('a renamed group keeps its version honest', async () => {
    const before = await row('beijinghaidianfentuan')
    const change = { name_zh: '北京交易团海淀分团', name_en: 'Beijing Haidian', state: 'active' }
    expect((await bureau.put(`/admin/trading_groups/${before.id}`, change, before.version)).body.name_en).toBe('Beijing Haidian')
    expect((await bureau.put(`/admin/trading_groups/${before.id}`, change, before.version)).status).toBe(412)
    expect((await bureau.put('/admin/trading_groups/none', change, 1)).status).toBe(404)
  })

  test('lists filter by family, kind, parent and state', async () => {
    const total = async (query: string) => (await bureau.get(`/admin/trading_groups?${query}`)).body.total
    expect(await total('kind=group')).toBe(43)
    expect(await total('kind=group&family=planned_city')).toBe(5)
    expect(await total('parent_id=' + (await row('beijingjiaoyituan')).id)).toBe(21)
    expect(await total('state=disabled')).toBe(0)
  })
})

describe('tasks and notices (GRP-02)', () => {
  test('a group’s count of unread notices equals the list it leads to', async () => {
    const beijing = await cast.as('beijing')
    const tasks = (await beijing.get('/my/tasks')).body.items as { kind: string; count: number }[]
    const unread = tasks.find((task) => task.kind === 'notices_unread')!
    expect(unread.count).toBe((await beijing.get('/my/notices?unread_only=true')).body.total)
    expect(unread.count).toBeGreaterThan(0)
  })

  test('the bureau sees what failed and what is still a draft', async () => {
    await bureau.post('/admin/notices', { title_zh: '草稿', title_en: '', body_zh: '内容', body_en: '', level: 'info', audience: 'everyone' })
    const tasks = (await bureau.get('/my/tasks')).body.items as { kind: string; count: number }[]
    expect(tasks.find((task) => task.kind === 'notices_draft')!.count).toBe(1)
    expect((await bureau.get('/admin/notices?state=draft')).body.total).toBe(1)
    const asleep = tasks.find((task) => task.kind === 'groups_never_signed_in')!
    expect(asleep.count).toBe((await bureau.get('/admin/trading_groups?never_signed_in=true')).body.total)
  })
})
