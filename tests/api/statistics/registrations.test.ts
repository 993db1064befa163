// STA-01: 注册及审核情况表, equal to the lists that it counts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType } from '../../support/sheet.ts'

type Table = Schemas['RegistrationTable']
type Figures = Schemas['RegistrationFigures']

let server: Server
let cast: Cast
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

const tableOf = async (client: Client, query = '') => (await client.get<Table>(`/statistics/registrations?${query}`)).body
const count = async (client: Client, path: string) => (await client.get<{ total: number }>(path)).body.total
const keys: (keyof Figures)[] = [
  'organizations', 'enterprises', 'attendees', 'enterprise_attendees', 'approved_organizations', 'approved_enterprises', 'locked_attendees', 'locked_enterprise_attendees',
  'badge_attendees', 'badge_enterprise_attendees',
]
const people = ['pending_confirmation', 'draft', 'awaiting_group', 'awaiting_payment', 'awaiting_review', 'approved', 'rejected', 'returned']
const statesOf = (states: string[]) => states.map((state) => `state=${state}`).join('&')

describe.each(['bureau', 'shanghai', 'beijing', 'haidian'] as const)('the table of %s', (player) => {
  test('says what the lists say, and sums its rows', async () => {
    const client = await cast.as(player)
    const { rows, total } = await tableOf(client)
    expect(total).toMatchObject({
      organizations: await count(client, '/organizations?page_size=1'),
      enterprises: await count(client, '/organizations?page_size=1&category=enterprise'),
      approved_organizations: await count(client, '/organizations?page_size=1&state=approved'),
      approved_enterprises: await count(client, '/organizations?page_size=1&state=approved&category=enterprise'),
      attendees: await count(client, `/attendees?page_size=1&${statesOf(people)}`),
      locked_attendees: await count(client, '/attendees?page_size=1&state=awaiting_review&state=approved'),
      badge_attendees: await count(client, '/attendees?page_size=1&state=approved'),
    })
    expect(total.organizations).toBeGreaterThan(0)
    for (const key of keys) expect(rows.reduce((sum, row) => sum + row[key], 0), key).toBe(total[key])
  })
})

test('the bureau has a row for each group and one for those without, and opens a group', async () => {
  const { rows } = await tableOf(bureau)
  expect(rows).toHaveLength(44)
  expect(rows.at(-1)).toMatchObject({ group_id: null, name_zh: '未分配交易团' })
  const beijing = rows.find(({ name_zh }) => name_zh === '北京交易团')!
  const opened = await tableOf(bureau, `group_id=${beijing.group_id}`)
  expect(opened.rows[0]).toMatchObject({ name_zh: '北京交易团' })
  expect(opened.rows.length).toBeGreaterThan(2)
  for (const key of keys) expect(opened.total[key], key).toBe(beijing[key])
  expect(opened).toMatchObject({ rows: (await tableOf(await cast.as('beijing'))).rows })
  expect((await (await cast.as('shanghai')).get(`/statistics/registrations?group_id=${beijing.group_id}`)).status).toBe(404)
})

test('days are those of the registration', async () => {
  const all = (await tableOf(bureau)).total
  const early = (await tableOf(bureau, 'to_on=2025-08-31')).total
  const late = (await tableOf(bureau, 'from_on=2025-09-01')).total
  expect(early.organizations).toBeGreaterThan(0)
  for (const key of keys) expect(early[key] + late[key], key).toBe(all[key])
})

test('is a sheet too, and is not for everybody', async () => {
  const file = await bureau.download('/statistics/registrations/sheet')
  expect(file.headers.get('content-type')).toBe(sheetType)
  const { rows } = readSheet(file.body)
  const { total } = await tableOf(bureau)
  expect(rows).toHaveLength(46)
  expect(rows.at(-1)).toEqual(['总计', ...keys.map((key) => total[key])])
  for (const player of ['finance', 'acme'] as const) expect((await (await cast.as(player)).get('/statistics/registrations')).status).toBe(403)
})
