// For whom a quota is: the registered name goes before the typed one, everywhere it is shown (QTA-01, ORG-02).
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { registerAndSubmit, uscc } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'

type Quota = Schemas['OrganizationQuotaRow'] & Partial<Problem>
type Recipient = Schemas['QuotaRecipient'] & Partial<Problem>

let server: Server
let cast: Cast
let shanghai: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
})
afterAll(() => server.stop())
afterEach(() => expect(server.command('verify').stdout).toMatch(/^sound/))

const recipient = async (code: string, by = shanghai) => (await by.get<Recipient>(`/organization_quota_recipient?uscc=${encodeURIComponent(code)}`)).body
const add = (wish: object) => shanghai.post<Quota>('/organization_quotas', { name: '手填的名称', vip: 0, staff: 0, ...wish })
const listed = async (query: string) => (await shanghai.get<{ items: Quota[] }>(`/organization_quotas?${query}`)).body.items
const register = (code: string, trading_group_id: string, name_zh: string) => registerAndSubmit(cast, { category: 'government', uscc: code, trading_group_id, name_zh })

test('a code says who has registered with it, where, and whether it has a quota', async () => {
  const [here, elsewhere, nobody] = [uscc(7301, '11'), uscc(7302, '11'), uscc(7303, '11')]
  await register(here, 'G09', '上海已登记局')
  const beijing = (await (await cast.as('beijing')).get('/my/trading_group')).body.group.id
  await register(elsewhere, beijing, '北京已登记局')
  expect(await recipient(here.toLowerCase())).toMatchObject({ uscc: here, registered: 'here', name: '上海已登记局', quota_id: null, is_odd: false })
  expect(await recipient(elsewhere)).toMatchObject({ registered: 'elsewhere', name: '北京已登记局' })
  expect(await recipient(nobody)).toMatchObject({ registered: 'not_yet', name: null })
  const { body } = await add({ uscc: here })
  expect(body).toMatchObject({ name: '上海已登记局', registered: 'here' })
  expect(await recipient(here)).toMatchObject({ quota_id: body.id })
  expect((await recipient('9131')).errors).toMatchObject([{ field: 'uscc', code: 'organization.uscc_malformed' }])
  expect(await recipient(here, await cast.as('shanghaiViewer'))).toMatchObject({ status: 403 })
})

test('a last character that does not fit is told, as at registration, and refuses nothing', async () => {
  const right = uscc(7304, '11')
  const odd = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1')
  expect(await recipient(odd)).toMatchObject({ is_odd: true, registered: 'not_yet' })
  expect((await add({ uscc: odd })).status).toBe(200)
})

test('what was given before it registered bears the registered name from then on: list, search, sort, ledger', async () => {
  const code = uscc(7305, '11')
  const quota = (await add({ uscc: code, name: '上海先手填局', staff: 0 })).body
  await register(code, 'G09', '上海后登记局')
  const found = await listed(`organization=${encodeURIComponent('后登记')}`)
  expect(found).toMatchObject([{ id: quota.id, name: '上海后登记局', registered: 'here' }])
  expect(await listed(`organization=${encodeURIComponent('先手填')}`)).toMatchObject([{ id: quota.id, name: '上海后登记局' }])
  const names = (await listed('sort=name&page_size=200')).map(({ name }) => name)
  expect(names).toContain('上海后登记局')
  const changed = (await shanghai.put<Quota>(`/organization_quotas/${quota.id}`, { name: '又一个名称', vip: 0, staff: 1 }, quota.version)).body
  expect(changed).toMatchObject({ name: '上海后登记局', staff: 1 })
  const entries = (await shanghai.get<{ items: Schemas['QuotaEntry'][] }>('/quota_entries?badge_type=staff&reason=quota_assigned')).body.items
  expect(entries.find(({ other_zh }) => other_zh === '上海后登记局')).toBeDefined()
  const batch = (await shanghai.post<{ items: Schemas['BatchOutcome'][] }>('/organization_quota_batches', { quotas: [quota.id], vip: 0, staff: 0 })).body.items
  expect(batch).toMatchObject([{ is_done: true, name_zh: '上海后登记局' }])
})
