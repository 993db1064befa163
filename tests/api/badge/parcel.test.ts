// BDG-06: badges that a courier brings.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approvedTeam } from '../../support/attendee.ts'
import { approved, badgeOf, badgesOf, made, visitors, type Visitors } from '../../support/badge.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { codesOf, textsOf } from '../../support/pdf.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType, writeSheet, type Row } from '../../support/sheet.ts'

type Parcel = Schemas['ParcelDetailView'] & Partial<Problem>
type Report = Schemas['ImportReport'] & Partial<Problem>

let server: Server
let cast: Cast
let group: Visitors
let desk: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  group = await visitors(cast)
  desk = await cast.as('badges')
  // The demonstration's own badges are out of the way.
  await desk.post('/parcels')
  for (const { id } of await parcels('state=packed')) await sendOne(id, `DEMO${id.slice(-8)}`)
})
afterAll(() => server.stop())

const parcels = async (query: string) => (await desk.get<{ items: Parcel[] }>(`/parcels?page_size=100&${query}`)).body.items
const sendOne = (id: string, tracking_number: string) => desk.post<Parcel>(`/parcels/${id}/dispatches`, { courier: '顺丰速运', tracking_number })
const pack = () => desk.post<Schemas['Packing'] & Partial<Problem>>('/parcels')
const tracking = (path: string, rows: Row[]) => desk.call<Report>('POST', path, writeSheet([['包裹编号', '快递公司', '快递单号'], ...rows]), { 'content-type': sheetType })

let addresses = 0
async function address(of: Visitors, recipient: string): Promise<string> {
  const form = { recipient, mobile: `1370000${String(1000 + ++addresses)}`, postcode: '200000', province_code: '310000', city_code: '310100', district_code: '310115', address: '世纪大道 1 号' }
  const answer = await of.team.client.post('/my/courier_addresses', form)
  if (answer.status !== 200) throw new Error(`no address: ${JSON.stringify(answer.body)}`)
  return answer.body.id
}

async function toBeSent(of: Visitors, courier_address_id: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await approved(of, { collection: 'courier', courier_address_id })
  await made(desk, { organization_id: of.team.organization.id })
}

describe('packing', () => {
  test('puts at most ten badges of one organization and address together', async () => {
    const other = { ...group, team: await approvedTeam(cast) }
    const [first, second, third] = [await address(group, '王收件'), await address(group, '李收件'), await address(other, '王收件')]
    await toBeSent(group, first, 12)
    await toBeSent(group, second, 1)
    await toBeSent(other, third, 2)
    expect((await pack()).body).toEqual({ parcels: 4, badges: 15, is_everything_packed: true })
    const packed = await parcels('state=packed')
    expect(packed.map(({ badges, recipient, organization_id }) => [badges, recipient, organization_id === group.team.organization.id]).sort()).toEqual(
      [[1, '李收件', true], [10, '王收件', true], [2, '王收件', false], [2, '王收件', true]].sort(),
    )
    for (const parcel of packed) {
      const { items } = (await desk.get<Parcel>(`/parcels/${parcel.id}`)).body
      expect(items).toHaveLength(parcel.badges)
    }
    expect((await pack()).body).toMatchObject({ code: 'parcel.none' })
  })

  test('once, however many pack at the same time', async () => {
    await toBeSent(group, await address(group, '赵收件'), 3)
    const answers = await Promise.all(Array.from({ length: 4 }, pack))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect((await parcels('state=packed')).filter(({ recipient }) => recipient === '赵收件')).toHaveLength(1)
  })

  test('can be undone until the parcel is sent', async () => {
    const [parcel] = (await parcels('state=packed')).filter(({ recipient }) => recipient === '赵收件')
    expect((await desk.delete(`/parcels/${parcel!.id}`)).status).toBe(204)
    expect((await desk.get(`/parcels/${parcel!.id}`)).status).toBe(404)
    expect((await pack()).body).toMatchObject({ parcels: 1, badges: 3 })
  })
})

describe('what goes with the courier', () => {
  test('a slip for each parcel, with its code', async () => {
    const packed = (await parcels('state=packed&sort=number')).map(({ number }) => number)
    const { body } = await desk.download('/parcel_slips')
    expect(codesOf(body)).toEqual(packed)
    const all = textsOf(body).join()
    for (const word of ['王收件', '13700001001', '上海市', '世纪大道 1 号', group.team.organization.name_zh]) expect(all).toContain(word)
  })

  test('a sheet of addresses, which comes back with tracking numbers', async () => {
    const { rows } = readSheet((await desk.download('/parcel_sheet')).body)
    expect(rows[0]).toEqual(['包裹编号', '收件人', '手机', '邮编', '地区', '地址', '单位', '张数', '快递公司', '快递单号'])
    const [one, two, three] = rows.slice(1).map((row) => String(row[0]))
    const wrong = await tracking('/parcel_tracking_checks', [[one!, '', 'SF1234567'], [two!, '顺丰速运', '1'], ['K9999999', '顺丰速运', 'SF1234567'], [three!, '顺丰速运', 'SF7777777'], [three!, '顺丰速运', 'SF8888888']])
    expect(wrong.body.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '快递公司', 'parcel.courier_missing'],
      [3, '快递单号', 'parcel.tracking_malformed'],
      [4, '包裹编号', 'parcel.unknown'],
      [6, '包裹编号', 'parcel.twice'],
    ])
    const sheet: Row[] = [[one!, '顺丰速运', 'SF1000001'], [two!, '顺丰速运', 'SF1000002'], [three!, '', '']]
    expect((await tracking('/parcel_tracking_checks', sheet)).body).toMatchObject({ rows: 2, changed: 2, error_count: 0 })
    expect(await parcels(`number=${one}`)).toMatchObject([{ state: 'packed' }])
    expect((await tracking('/parcel_tracking_imports', sheet)).body).toMatchObject({ changed: 2 })
    expect((await tracking('/parcel_tracking_imports', sheet)).body).toMatchObject({ changed: 0, unchanged: 2, error_count: 0 })
    const [sent] = await parcels(`number=${one}`)
    expect(sent).toMatchObject({ state: 'sent', courier: '顺丰速运', tracking_number: 'SF1000001' })
    expect((await badgesOf(desk, `parcel_id=${sent!.id}`)).every(({ state }) => state === 'sent')).toBe(true)
    expect((await desk.delete(`/parcels/${sent!.id}`)).body).toMatchObject({ code: 'parcel.sent_already' })
    expect((await sendOne(sent!.id, 'SF1000009')).body).toMatchObject({ code: 'parcel.sent_already' })
    expect((await tracking('/parcel_tracking_checks', [[three!, '顺丰速运', 'SF1000001']])).body.errors[0]).toMatchObject({ code: 'parcel.tracking_taken' })
  })
})

test('the receiver sees its own parcels, with the tracking number', async () => {
  const mine = (await group.team.client.get<{ items: Parcel[] }>('/my/parcels')).body.items
  const sent = mine.filter(({ state }) => state === 'sent')
  expect(sent.length).toBeGreaterThan(0)
  expect(sent[0]).toMatchObject({ courier: '顺丰速运', tracking_number: expect.stringMatching(/^SF/), mobile_masked: expect.stringContaining('*') })
  const detail = (await group.team.client.get<Parcel>(`/my/parcels/${sent[0]!.id}`)).body
  expect(detail.items).toHaveLength(sent[0]!.badges)
  const other = (await (await cast.as('acme')).get<{ items: Parcel[] }>('/my/parcels')).body.items
  expect(other.map(({ id }) => id)).not.toContain(sent[0]!.id)
  expect((await (await cast.as('acme')).get(`/my/parcels/${sent[0]!.id}`)).status).toBe(404)
})

describe('what changes after packing', () => {
  test('a badge that was revoked in its parcel is taken out before the parcel goes', async () => {
    const where = await address(group, '孙收件')
    const people = [await approved(group, { collection: 'courier', courier_address_id: where }), await approved(group, { collection: 'courier', courier_address_id: where })]
    await made(desk, { organization_id: group.team.organization.id })
    await pack()
    const [parcel] = (await parcels('state=packed')).filter(({ recipient }) => recipient === '孙收件')
    expect(parcel).toMatchObject({ badges: 2 })
    await group.bureau.post('/attendee_voids', { attendees: [people[0]!.id], reason: '本人不再参观' })
    const refused = await sendOne(parcel!.id, 'SF5550001')
    expect(refused).toMatchObject({ status: 409, body: { code: 'parcel.holds_revoked' } })
    expect(refused.body.detail).toContain((await badgeOf(desk, people[0]!)).number)
    expect((await desk.post(`/parcels/${parcel!.id}/revoked_removals`)).status).toBe(204)
    expect((await desk.get<Parcel>(`/parcels/${parcel!.id}`)).body).toMatchObject({ badges: 1, items: [{}] })
    expect((await sendOne(parcel!.id, 'SF5550001')).body).toMatchObject({ state: 'sent' })
    expect((await badgesOf(desk, `parcel_id=${parcel!.id}`)).map(({ state }) => state)).toEqual(['sent'])
  })

  test('a mistyped tracking number is corrected, to one that no other parcel has', async () => {
    const [first, second] = (await parcels('state=sent')).filter(({ tracking_number }) => tracking_number?.startsWith('SF'))
    const correct = (id: string, tracking_number: string) => desk.post<Parcel>(`/parcels/${id}/tracking_corrections`, { courier: '顺丰速运', tracking_number })
    expect((await correct(first!.id, second!.tracking_number!)).body.errors).toMatchObject([{ field: 'tracking_number', code: 'parcel.tracking_taken' }])
    expect((await correct(first!.id, 'SF9990001')).body).toMatchObject({ state: 'sent', tracking_number: 'SF9990001' })
    await toBeSent(group, await address(group, '周收件'), 1)
    await pack()
    const [packed] = (await parcels('state=packed')).filter(({ recipient }) => recipient === '周收件')
    expect((await correct(packed!.id, 'SF9990002')).body).toMatchObject({ code: 'parcel.not_sent' })
  })
})
