// 统付配额管理 as a list: every filter of the screen, where an organization is, and its export (GPY-04).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approvedTeam, type Team } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { rowsOfExport } from '../../support/export.ts'
import { Server } from '../../support/server.ts'

type Limit = Schemas['LimitRow']

let server: Server
let bureau: Client
let shanghai: Client
let team: Team
beforeAll(async () => {
  server = await Server.start()
  const cast = new Cast(server)
  bureau = await cast.as('bureau')
  shanghai = await cast.as('shanghai')
  team = await approvedTeam(cast)
})
afterAll(() => server.stop())

const list = async (query = '') => (await shanghai.get<{ items: Limit[]; total: number }>(`/sponsorship_limits?page_size=200&${query}`)).body
const numbers = async (query: string) => (await list(query)).items.map(({ number }) => number).sort()
const set = (ids: string[], persons: number | null) => shanghai.post('/sponsorship_limit_batches', { organizations: ids, persons })

test('each filter finds what its column shows', async () => {
  const { items, total } = await list()
  expect(items).toHaveLength(total)
  const those = (has: (row: Limit) => boolean) => items.filter(has).map(({ number }) => number).sort()
  const enterprise = items.find(({ category, uscc }) => category === 'enterprise' && uscc)!
  expect(await numbers('category=enterprise')).toEqual(those(({ category }) => category === 'enterprise'))
  expect(await numbers(`uscc=${enterprise.uscc!.slice(0, 8).toLowerCase()}`)).toEqual(those(({ uscc }) => uscc?.startsWith(enterprise.uscc!.slice(0, 8)) ?? false))
  expect(await numbers(`uscc=${enterprise.uscc}`)).toEqual([enterprise.number])
  const most = Math.max(...items.map(({ attendee_count }) => attendee_count))
  expect(await numbers(`attendee_count_from=1&attendee_count_to=${most - 1}`)).toEqual(those(({ attendee_count: n }) => n >= 1 && n < most))
  const day = new Date(Date.parse(enterprise.submitted_at!) + 8 * 3_600_000).toISOString().slice(0, 10)
  const isOfDay = ({ submitted_at }: Limit) => submitted_at !== null && new Date(Date.parse(submitted_at) + 8 * 3_600_000).toISOString().startsWith(day)
  expect(await numbers(`submitted_from_on=${day}&submitted_to_on=${day}`)).toEqual(those(isOfDay))
  for (const wrong of ['attendee_count_from=x', 'limit_to=1.5', 'category=none', 'submitted_to_on=2025'])
    expect((await shanghai.get(`/sponsorship_limits?${wrong}`)).status).toBe(422)
})

test('industries are found by what was chosen and by what stands above it', async () => {
  const { organization } = team
  const detail = (await shanghai.get<Schemas['OrganizationDetail']>(`/organizations/${organization.id}`)).body
  const code = detail.industries[0]!.code
  expect(await numbers(`industry=${code}`)).toContain(organization.number)
  expect(await numbers(`industry=${code}&industry=none`)).toContain(organization.number)
  expect(await numbers('industry=none')).toEqual([])
})

test('limits are found by what holds: its own, or the group’s default, and unlimited is more than any number', async () => {
  const { organization } = team
  const others = (await list()).items.filter(({ id }) => id !== organization.id)
  await set([organization.id], 7)
  expect(await numbers('limit_from=7&limit_to=7')).toEqual([organization.number])
  expect(await numbers('limit_to=6')).toEqual([])
  expect(await numbers('limit_from=8')).toEqual(others.map(({ number }) => number).sort())
  const { version } = (await shanghai.get<Schemas['GroupPayment']>('/my/group_payment')).body
  expect((await bureau.put('/group_payments/G09/permission', { is_permitted: true }, version)).status).toBe(200)
  expect((await shanghai.post('/my/group_payment/default_limits', { persons: 12 })).status).toBe(200)
  expect(await numbers('limit_from=8&limit_to=12')).toEqual(others.map(({ number }) => number).sort())
  expect(await numbers('limit_from=13')).toEqual([])
})

test('a row says where the organization is, in both languages, and a city of its province’s name once', async () => {
  const row = (await list(`number=${team.organization.number}`)).items[0]!
  const detail = (await shanghai.get<Schemas['OrganizationDetail']>(`/organizations/${team.organization.id}`)).body
  const inWords = (key: 'name_zh' | 'name_en') => [...new Set(detail.place.map((part) => part[key]))].join(' ')
  expect([row.place_zh, row.place_en]).toEqual([inWords('name_zh'), inWords('name_en')])
  expect(row.place_zh).not.toBe('')
  expect(row.purchase_5y_code).not.toBe('')
})

test('the export holds the filtered rows in the order of the list, in its words', async () => {
  const sorted = (await list('attendee_count_to=50&sort=-attendee_count')).items
  const [headings, ...rows] = await rowsOfExport(shanghai, await shanghai.post('/sponsorship_limits/exports', { industry: [], attendee_count_to: 50, sort: '-attendee_count' }))
  expect(headings).toEqual([
    '单位编号', '单位名称（中文）', '单位名称（英文）', '统一社会信用代码', '单位类型', '所在地', '联系人', '采购意向(万美元)', '参观人数', '是否中小微企业', '单位配额人数', '已代付人数', '申报日期',
  ])
  expect(rows.map(([number]) => number)).toEqual(sorted.map(({ number }) => number))
  const own = rows.find(([number]) => number === team.organization.number)!
  expect(own[10]).toBe(7)
  expect(rows.find(([number]) => number !== team.organization.number)![10]).toBe('默认（12 人）')
  expect((await shanghai.post('/sponsorship_limits/exports', { industry: [], sort: 'none' })).status).toBe(422)
})
