// STA-01: 入场情况表 and the visits that it counts; each person once a day (BDG-03).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { rowsOfExport } from '../../support/export.ts'
import { addGate, Device, Holders, openFair, type Holder } from '../../support/gate.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType } from '../../support/sheet.ts'

type Table = Schemas['EntryTable']
type Sums = Schemas['EntrySums']
type Visits = Schemas['PageOf_VisitRow']

const days = ['2025-11-08', '2025-11-09']
const dayLong = 24 * 3600_000
let server: Server
let cast: Cast
let bureau: Client
/** Who came on the first day, and on both. */
let once: Holder[]
let twice: Holder[]
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  await openFair(server)
  await server.moveClock(dayLong / 1000)
  const holders = await Holders.of(cast)
  const supervisor = await cast.as('gates')
  const [north, south] = [await addGate(supervisor, '北门'), await addGate(supervisor, '南门')]
  const [one, two] = [await Device.pair(cast, north, '北一'), await Device.pair(cast, south, '南一')]
  // They have been at the gates since the fair's eve: nothing is read before a device is paired.
  server.sql(`update gate_devices set paired_at = paired_at - ${2 * dayLong}`)
  const every = Array.from({ length: 6 }, () => holders.good(0b1100))
  once = every.slice(0, 4)
  twice = every.slice(4)
  // Yesterday without network, one person at two gates: still one.
  const yesterday = server.now() - dayLong
  expect((await one.sync(every.map(({ code }) => one.kept(code, yesterday)))).status).toBe(200)
  expect((await two.sync([two.kept(every[0]!.code, yesterday + 60_000)])).status).toBe(200)
  for (const { code } of twice) expect(await two.answerTo(code)).toBe('admitted')
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

const tableOf = async (client: Client, query = '') => (await client.get<Table>(`/statistics/entries?${query}`)).body
const visitsOf = async (client: Client, query = 'page=1') => (await client.get<Visits>(`/visits?${query}&page_size=200`)).body
const keys: (keyof Omit<Sums, 'by_day'>)[] = ['approved_attendees', 'entered_organizations', 'entered_attendees', 'entered_of_enterprises', 'person_days']

test('each person counts once, and once a day', async () => {
  const { days: shown, total } = await tableOf(bureau)
  expect(shown).toEqual(['2025-11-06', '2025-11-07', '2025-11-08', '2025-11-09', '2025-11-10'])
  expect(total).toMatchObject({ entered_attendees: 6, person_days: 8, by_day: [0, 0, 6, 2, 0] })
  expect((await tableOf(bureau, 'from_on=2025-11-09')).total).toMatchObject({ entered_attendees: 2, person_days: 2, by_day: [2, 0] })
  expect((await tableOf(bureau, 'to_on=2025-11-07')).total).toMatchObject({ entered_attendees: 0, person_days: 0, by_day: [0, 0] })
  expect(await tableOf(bureau, 'from_on=2025-12-01')).toMatchObject({ days: [], total: { person_days: 0, by_day: [] } })
})

describe.each(['bureau', 'shanghai', 'beijing', 'haidian'] as const)('the table of %s', (player) => {
  test('says what the lists say, and sums its rows', async () => {
    const client = await cast.as(player)
    const { days: shown, rows, total } = await tableOf(client)
    const { items } = await visitsOf(client)
    expect(total).toMatchObject({
      approved_attendees: (await client.get<{ total: number }>('/attendees?page_size=1&state=approved')).body.total,
      entered_organizations: new Set(items.map(({ organization_id }) => organization_id)).size,
      entered_attendees: new Set(items.map(({ attendee_id }) => attendee_id)).size,
      person_days: items.length,
      by_day: shown.map((day) => items.filter((visit) => visit.day === day).length),
    })
    for (const key of keys) expect(rows.reduce((sum, row) => sum + row[key], 0), key).toBe(total[key])
    for (const n of shown.keys()) expect(rows.reduce((sum, { by_day }) => sum + by_day[n]!, 0)).toBe(total.by_day[n])
  })
})

test('the rows of the bureau are the tables of the groups', async () => {
  const { rows } = await tableOf(bureau)
  expect(rows.some(({ entered_attendees }) => entered_attendees > 0)).toBe(true)
  const beijing = rows.find(({ name_zh }) => name_zh === '北京交易团')!
  const opened = await tableOf(bureau, `group_id=${beijing.group_id}`)
  expect(opened.total).toMatchObject({ person_days: beijing.person_days, by_day: beijing.by_day })
  expect((await (await cast.as('shanghai')).get(`/statistics/entries?group_id=${beijing.group_id}`)).status).toBe(404)
})

test('the same table is a sheet', async () => {
  const { rows, total } = await tableOf(bureau)
  const answer = await bureau.download('/statistics/entries/sheet')
  expect(answer.headers.get('content-type')).toBe(sheetType)
  const { rows: sheet, name, filtered, frozen } = readSheet(answer.body)
  expect({ name, filtered, frozen }).toEqual({ name: '入场情况表', filtered: `A1:K${rows.length + 1}`, frozen: 'A2' })
  expect(sheet[0]).toEqual(['交易团(分团)名称', '审核通过人数（人）', '入场单位数（家）', '入场人数（人）', '其中企业人数', '入场人次', '2025-11-06', '2025-11-07', '2025-11-08', '2025-11-09', '2025-11-10'])
  expect(sheet).toHaveLength(rows.length + 2)
  expect(sheet.at(-1)).toEqual(['总计', ...keys.map((key) => total[key]), ...total.by_day])
})

describe('the people who came (入场人员)', () => {
  test('are listed by day, the newest first', async () => {
    const { items, total } = await visitsOf(bureau)
    expect(total).toBe(8)
    expect(items.map(({ day }) => day)).toEqual([...Array<string>(2).fill(days[1]!), ...Array<string>(6).fill(days[0]!)])
    const first = items.find(({ attendee_id, day }) => attendee_id === once[0]!.badge.attendee_id && day === days[0])!
    expect(first).toMatchObject({ name_zh: once[0]!.badge.name_zh, entries: 2, is_inside: true, organization_id: once[0]!.badge.organization_id })
    expect((await visitsOf(bureau, 'sort=first_entered_at')).items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).toReversed())
  })

  test('are found by every filter', async () => {
    const found = async (query: string) => (await visitsOf(bureau, query)).items.map(({ attendee_id, day }) => `${attendee_id} ${day}`)
    const [wanted] = twice.map(({ badge }) => badge)
    const both = days.toReversed().map((day) => `${wanted!.attendee_id} ${day}`)
    const { items } = await visitsOf(bureau)
    const row = items.find(({ attendee_id }) => attendee_id === wanted!.attendee_id)!
    expect(await found(`number=${row.attendee_number}`)).toEqual(both)
    expect(await found(`number=${row.attendee_number}&from_on=${days[1]}`)).toEqual(both.slice(0, 1))
    expect(await found(`to_on=${days[0]}`)).toHaveLength(6)
    const named = await found(`name=${encodeURIComponent(row.name_zh)}`)
    expect(named).toEqual(expect.arrayContaining(both))
    expect(named).toHaveLength(items.filter(({ name_zh }) => name_zh === row.name_zh).length)
    const ofOrganization = items.filter(({ organization_id }) => organization_id === row.organization_id).length
    expect(await found(`organization=${encodeURIComponent(row.organization_name_zh)}`)).toHaveLength(ofOrganization)
    expect(await found(`badge_type=${row.badge_type}`)).toHaveLength(items.filter(({ badge_type }) => badge_type === row.badge_type).length)
    expect(await found('is_inside=true')).toHaveLength(8)
    expect(await found('is_inside=false')).toEqual([])
  })

  test('of a group are its own and its subgroups’, and it can ask for either', async () => {
    const beijing = await cast.as('beijing')
    const all = await visitsOf(beijing)
    const [direct, subordinate] = [await visitsOf(beijing, 'placement=direct'), await visitsOf(beijing, 'placement=subordinate')]
    expect(direct.total + subordinate.total).toBe(all.total)
    for (const { group_name_zh } of direct.items) expect(group_name_zh).toBe('北京交易团')
    for (const { group_name_zh } of subordinate.items) expect(group_name_zh).not.toBe('北京交易团')
  })

  test('go into a sheet as they are listed', async () => {
    const sheet = await rowsOfExport(bureau, await bureau.post('/visits/exports', { badge_type: [], to_on: days[0] }))
    expect(sheet).toHaveLength(7)
    expect(sheet[0]).toEqual(['入场日期', '首次入场', '人员编号', '姓名（中文）', '姓名（英文或护照）', '人员标签', '单位', '交易团（分团）', '入场次数', '最后通行'])
    const oldest = await rowsOfExport(bureau, await bureau.post('/visits/exports', { badge_type: [], to_on: days[0], sort: 'first_entered_at' }))
    expect(oldest.slice(1).map((row) => row[1])).toEqual(sheet.slice(1).map((row) => row[1]).sort())
    expect(sheet.slice(1).map((row) => row[1])).toEqual(oldest.slice(1).map((row) => row[1]).reverse())
    expect(new Set(sheet.slice(1).map((row) => row[0]))).toEqual(new Set([`${days[0]} 00:00:00`]))
  })

  test('are not for visitors', async () => {
    expect((await (await cast.as('acme')).get('/visits')).status).toBe(403)
  })
})
