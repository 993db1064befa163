import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { addGate, Device, Holders, openFair, reusedBadge, type Holder } from '../../support/gate.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let supervisor: Client
let gate: Schemas['GateView']
let holders: Holders
let reused: Holder
beforeAll(async () => {
  server = await Server.start()
  reused = await reusedBadge(new Cast(server))
  await openFair(server)
  cast = new Cast(server)
  holders = await Holders.of(cast)
  supervisor = await cast.as('gates')
  gate = await addGate(supervisor, '北入口')
})
afterAll(async () => {
  expect(server.command('verify').stdout).toContain('sound')
  await server.stop()
})

const figures = async () => (await supervisor.get<Schemas['EntryFiguresView']>('/entry_figures')).body
const deviceRow = async ({ id }: Device) => (await supervisor.get<Schemas['ListOf_DeviceView']>('/gate_devices')).body.items.find((row) => row.id === id)!
const scansOf = async (answer: string) => (await figures()).hours.filter((hour) => hour.answer === answer).reduce((sum, { scans }) => sum + scans, 0)

describe('gates', () => {
  test('have a name of their own, and are changed by whoever saw them last', async () => {
    const added = await addGate(supervisor, '南入口')
    expect((await supervisor.post('/gates', { name_zh: '南入口', name_en: 'South' })).body.errors).toMatchObject([{ field: 'name_zh', code: 'gate.name_taken' }])
    const changed = await supervisor.put(`/gates/${added.id}`, { name_zh: '南门', name_en: 'South gate', active: false }, 1)
    expect(changed.body).toMatchObject({ name_zh: '南门', active: false, version: 2 })
    expect((await supervisor.put(`/gates/${added.id}`, { name_zh: '南', name_en: 'S', active: true }, 1)).status).toBe(412)
    expect((await supervisor.put('/gates/unknown', { name_zh: '南', name_en: 'S', active: true }, 1)).status).toBe(404)
    const refused = await supervisor.post('/gate_devices', { name: '手机', gate_id: added.id, direction: 'entry' })
    expect(refused.body.errors).toMatchObject([{ field: 'gate_id', code: 'gate.not_usable' }])
  })

  test('are read by offices, and run by their supervisor alone', async () => {
    const auditor = await cast.as('auditor')
    expect((await auditor.get('/gates')).status).toBe(200)
    expect((await auditor.get('/entry_conflicts')).status).toBe(200)
    expect((await auditor.post('/gates', { name_zh: '东', name_en: 'E' })).status).toBe(403)
  })
})

describe('devices', () => {
  test('pair once, by a code that lives ten minutes', async () => {
    const { code, device, qr_svg } = (await supervisor.post<Schemas['PairingView']>('/gate_devices', { name: '一号', gate_id: gate.id, direction: 'entry' })).body
    expect(code).toMatch(/^[A-Z2-7]{8}$/)
    expect(qr_svg).toContain('<svg')
    expect(device.state).toBe('awaiting')
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`
    expect((await cast.nobody().post('/gate/pairings', { code: typed })).body).toMatchObject({ device: { id: device.id, state: 'active' } })
    expect((await cast.nobody().post('/gate/pairings', { code })).body.code).toBe('gate.pairing_code_wrong')
  })

  test('have a token for the gate and for nothing else', async () => {
    const device = await Device.pair(cast, gate, '二号')
    for (const path of ['/my/account', '/gates', '/session']) expect((await device.client.get(path)).status, path).toBe(401)
    expect((await supervisor.post('/gate/scans', { sequence: 1, code: 'x' })).status).toBe(403)
  })

  test('are refused from the moment they are revoked', async () => {
    const device = await Device.pair(cast, gate, '三号')
    expect((await supervisor.post(`/gate_devices/${device.id}/revocations`)).status).toBe(204)
    expect(await device.scan('x')).toMatchObject({ status: 401, body: { code: 'gate.device_revoked' } })
    expect((await device.list()).status).toBe(401)
    expect((await supervisor.post(`/gate_devices/${device.id}/revocations`)).body.code).toBe('gate.device_not_revocable')
    expect((await supervisor.post('/gate_devices/unknown/revocations')).status).toBe(404)
  })

  test('are put to another gate while they run', async () => {
    const device = await Device.pair(cast, gate, '四号')
    const other = await addGate(supervisor, '西入口')
    const { version } = await deviceRow(device)
    const changed = await supervisor.put(`/gate_devices/${device.id}`, { name: '四号', gate_id: other.id, direction: 'exit' }, version)
    expect(changed.body).toMatchObject({ gate_id: other.id, direction: 'exit' })
    expect((await device.list()).body).toMatchObject({ gate_id: other.id, gate_zh: '西入口', direction: 'exit' })
    expect((await device.scan(holders.good().code)).body).toMatchObject({ answer: 'admitted', direction: 'exit' })
  })
})

describe('scans (BDG-03)', () => {
  test('say who it is, and why not', async () => {
    const device = await Device.pair(cast, gate, '五号')
    const { badge, code } = holders.good()
    const first = (await device.scan(code)).body
    expect(first).toMatchObject({ answer: 'admitted', reason_zh: '通过', reason_en: 'Pass', holder: { name_zh: badge.name_zh, organization_zh: badge.organization_zh, has_photo: true, type: badge.type } })
    expect(first.holder!.entry_days).toContain('2025-11-08')
    const again = (await device.scan(code)).body
    expect(again).toMatchObject({ answer: 'already_inside', holder: { last_gate_zh: '北入口', last_at: first.scanned_at } })
    expect((await device.scan(code, { insists: true })).body).toMatchObject({ answer: 'admitted', is_overridden: true })
    expect(await device.answerTo(holders.ofAnotherDay().code)).toBe('wrong_day')
    expect(await device.answerTo(holders.awaiting().code)).toBe('not_issued')
    expect(await device.answerTo((await holders.revoked()).code)).toBe('revoked')
    expect(await device.answerTo((await holders.voided()).code)).toBe('voided')
    expect(await device.answerTo('HTTPS://ELSEWHERE')).toBe('unknown')
    const photo = await device.client.download(`/gate/badges/${badge.id}/photo`)
    expect(photo.headers.get('content-type')).toBe('image/jpeg')
    expect(photo.body.length).toBeGreaterThan(1000)
    expect((await device.client.get('/gate/badges/unknown/photo')).status).toBe(404)
    expect((await device.scan(code, { sequence: 0 })).body.errors).toMatchObject([{ code: 'gate.sequence_wrong' }])
  })

  test('of one badge at one moment: one is admitted', async () => {
    const devices = await Promise.all(['六号', '七号', '八号', '九号'].map((name) => Device.pair(cast, gate, name)))
    for (let round = 0; round < 5; ++round) {
      const { code } = holders.good()
      const answers = await Promise.all(devices.map((device) => device.answerTo(code)))
      expect(answers.toSorted()).toEqual(['admitted', 'already_inside', 'already_inside', 'already_inside'])
    }
  })

  test('are answered from the record when they come again', async () => {
    const device = await Device.pair(cast, gate, '十号')
    const { code } = holders.good()
    const before = await scansOf('admitted')
    const answers = await Promise.all(Array.from({ length: 5 }, () => device.scan(code, { sequence: 1 })))
    expect(new Set(answers.map(({ body }) => `${body.answer} ${body.scanned_at}`)).size).toBe(1)
    expect(await scansOf('admitted')).toBe(before + 1)
  })
})

describe('without network', () => {
  test('what happened arrives once, in whatever order and however often it is sent', async () => {
    const [one, two] = [await Device.pair(cast, gate, '十一号'), await Device.pair(cast, gate, '十二号')]
    const { code } = holders.good()
    const before = await figures()
    const now = server.now()
    const early = one.kept(code, now - 60_000)
    const late = two.kept(code, now - 30_000)
    const refused = one.kept('NOTHING', now - 20_000, 'unknown')
    expect((await two.sync([late])).body.complete_to).toBe(1)
    expect((await one.sync([refused], 1)).body.complete_to).toBe(0)
    expect((await deviceRow(one)).queued).toBe(1)
    expect((await one.sync([early, refused])).body.complete_to).toBe(2)
    expect((await one.sync([early, refused])).body.complete_to).toBe(2)
    const after = await figures()
    expect(after.persons).toBe(before.persons + 1)
    const { items } = (await supervisor.get<Schemas['ListOf_Conflict']>('/entry_conflicts')).body
    expect(items.filter(({ device_id }) => device_id === two.id)).toMatchObject([{ kind: 'admitted_twice', device_name: '十二号', before_device_name: '十一号' }])
    expect((await one.sync([])).status).toBe(422)
  })

  test('the day is complete once the last scan has arrived', async () => {
    const device = await Device.pair(cast, gate, '十三号')
    const scan = device.kept(holders.good().code, server.now())
    expect((await device.client.post('/gate/finishes', { final_sequence: 1 })).body).toEqual({ is_complete: false })
    expect(await deviceRow(device)).toMatchObject({ is_finished: true, is_complete: false })
    await device.sync([scan])
    expect(await deviceRow(device)).toMatchObject({ is_complete: true, complete_to: 1 })
  })

  test('the list has what a device needs, and tells what is new', async () => {
    const device = await Device.pair(cast, gate, '十四号')
    const { body: list } = await device.list()
    expect(list).toMatchObject({ device_id: device.id, edition_number: 8, first_entry_on: '2025-11-06', gate_zh: '北入口', last_sequence: 0 })
    expect(list.public_keys.map(({ edition_number }) => edition_number)).toEqual([5, 6, 7, 8])
    expect(list.reused).toEqual([{ edition_number: 7, is_voided: false, entry_days: reused.badge.entry_days, serials: [reused.badge.code_serial] }])
    expect(await device.answerTo(reused.code)).toBe('admitted')
    const gone = holders.good()
    await holders.revoke(gone)
    const news = (await device.list(list.version)).body
    expect(news.refused.flatMap(({ serials }) => serials)).toContain(gone.badge.code_serial)
    expect(news.reused).toEqual([])
    expect((await deviceRow(device)).list_fetched_at).not.toBeNull()
  })
})
