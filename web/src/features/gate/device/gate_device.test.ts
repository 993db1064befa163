import { signAsync, getPublicKeyAsync } from '@noble/ed25519'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from '@/shared/api/problem'
import type { Schemas } from '@/shared/api/types'
import type { GateAnswer } from './decide'
import type { DeviceStore, KeptScan, KeptThings } from './device_store'
import type { GateClient } from './gate_client'
import { GateDevice } from './gate_device'
import type { ServerList } from './gate_list'

const seed = new Uint8Array(32).fill(7)
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
let publicKey = ''

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.match(/.{5}/g)!.map((five) => alphabet[parseInt(five, 2)]).join('')
}
async function signed(serial: number, { edition = 8, days = 0b11 } = {}): Promise<string> {
  const message = new Uint8Array(11)
  const view = new DataView(message.buffer)
  view.setUint8(0, 1)
  view.setUint16(1, edition)
  view.setUint32(4, serial)
  view.setUint16(9, days)
  return base32(new Uint8Array([...message, ...(await signAsync(message, seed))]))
}
beforeAll(async () => {
  const key = await getPublicKeyAsync(seed)
  publicKey = btoa(String.fromCharCode(...key)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
})

/** What the browser's database does, without a browser. */
class MemoryStore implements DeviceStore {
  things: KeptThings = { pairing: null, list: null, scans: [], passages: [], lastSequence: 0 }
  load = async () => structuredClone(this.things)
  pair: DeviceStore['pair'] = async (pairing) => {
    const scans = this.things.scans.map((scan, index) => ({ ...scan, sequence: index + 1 }))
    this.things = { ...this.things, pairing, list: null, scans, lastSequence: scans.length }
  }
  unpair = async () => void (this.things.pairing = null)
  keepList: DeviceStore['keepList'] = async (list) => void (this.things.list = structuredClone(list))
  begin: DeviceStore['begin'] = async (scan) => {
    const kept = { ...scan, sequence: ++this.things.lastSequence }
    this.things.scans.push(kept)
    return kept
  }
  settle: DeviceStore['settle'] = async (scan) => void (this.things.scans = this.things.scans.map((kept) => (kept.sequence === scan.sequence ? scan : kept)))
  forget: DeviceStore['forget'] = async (sequences) => void (this.things.scans = this.things.scans.filter(({ sequence }) => !sequences.includes(sequence)))
  keepPassage: DeviceStore['keepPassage'] = async (passage) => void this.things.passages.push(passage)
}

const noon = Date.parse('2025-11-07T12:00:00+08:00')
const list = (wish: Partial<ServerList> = {}): ServerList => ({
  version: 1, server_time: new Date(noon).toISOString(), device_id: 'd', device_name: 'phone', gate_id: 'g', gate_zh: '北', gate_en: 'North', direction: 'entry',
  last_sequence: 0, edition_number: 8, edition_zh: '', edition_en: '', first_entry_on: '2025-11-06',
  public_keys: [{ edition_number: 8, public_key: publicKey }, { edition_number: 7, public_key: publicKey }], refused: [], reused: [], ...wish,
})
const answered = (sequence: number, answer: GateAnswer): Schemas['ScanView'] =>
  ({ sequence, answer, reason_zh: '', reason_en: '', direction: 'entry', scanned_at: new Date(noon).toISOString(), is_overridden: false, holder: null })

const unreachable = () => Promise.reject(new ApiError(0, {}))
let store: MemoryStore
let sent: KeptScan[]
const client = {
  token: '',
  pair: vi.fn(), scan: vi.fn(), sync: vi.fn(), list: vi.fn(), finish: vi.fn(), photo: vi.fn(),
}
function online(answer: GateAnswer = 'admitted') {
  client.list.mockImplementation(async () => list())
  client.scan.mockImplementation(async ({ sequence }: { sequence: number }) => answered(sequence, answer))
  client.sync.mockImplementation(async ({ scans }: { scans: KeptScan[] }) => {
    sent.push(...scans)
    return { complete_to: 0, server_time: '' }
  })
  client.finish.mockImplementation(async () => ({ is_complete: true }))
}
function offline() {
  for (const call of [client.list, client.scan, client.sync, client.finish]) call.mockImplementation(unreachable)
}
const newDevice = async () => {
  const device = new GateDevice(store, client as unknown as GateClient, () => noon)
  await device.start()
  return device
}
beforeEach(() => {
  store = new MemoryStore()
  store.things.pairing = { token: 'gate_x', device_id: 'd' }
  sent = []
  online()
})

describe('with network', () => {
  test('the server decides, and nothing waits', async () => {
    const device = await newDevice()
    await device.scan(await signed(1))
    expect(device.state.shown).toMatchObject({ answer: 'admitted', isOffline: false, sequence: 1 })
    expect(device.state.queued).toBe(0)
    expect(store.things.scans).toEqual([])
  })

  test('a revoked device goes back to pairing', async () => {
    const device = await newDevice()
    client.scan.mockImplementation(() => Promise.reject(new ApiError(401, { code: 'gate.device_revoked' })))
    await device.scan(await signed(1))
    expect(device.state.phase).toBe('pairing')
    expect(store.things.pairing).toBeNull()
    expect(store.things.scans).toHaveLength(1)
  })
})

describe('without network', () => {
  test('decides by the code and the list, and knows whom it has let in', async () => {
    client.list.mockImplementation(async () => list({ refused: [{ edition_number: 8, is_voided: true, entry_days: 0, serials: [2] }, { edition_number: 8, is_voided: false, entry_days: 0, serials: [3] }], reused: [{ edition_number: 7, is_voided: false, entry_days: 0b10, serials: [4] }] }))
    const device = await newDevice()
    offline()
    const answers: GateAnswer[] = []
    const codes = [await signed(1), await signed(1), await signed(2), await signed(3), await signed(4, { edition: 7, days: 0 }), await signed(5, { edition: 7 }), await signed(6, { days: 0b1 }), `${(await signed(1)).slice(0, -2)}AA`, 'NONE']
    for (const code of codes) {
      await device.scan(code)
      answers.push(device.state.shown!.answer)
    }
    expect(answers).toEqual(['admitted', 'already_inside', 'voided', 'revoked', 'admitted', 'unknown', 'wrong_day', 'unknown', 'unknown'])
    expect(device.state).toMatchObject({ isOnline: false, queued: 9 })
  })

  test('sends what waits once the network is back, under the numbers that it has', async () => {
    const device = await newDevice()
    offline()
    await device.scan(await signed(1))
    await device.scan(await signed(1), true)
    online()
    await device.pulse()
    expect(sent).toMatchObject([{ sequence: 1, answer: 'admitted', is_overridden: false }, { sequence: 2, answer: 'admitted', is_overridden: true }])
    expect(device.state).toMatchObject({ isOnline: true, queued: 0 })
  })

  test('an answer that was lost is decided again, under the same number', async () => {
    const device = await newDevice()
    client.scan.mockImplementation(unreachable)
    await device.scan(await signed(1))
    await device.pulse()
    expect(sent).toMatchObject([{ sequence: 1, answer: 'admitted' }])
  })

  test('survives a reload: the queue, the list, and a scan that nobody was told of', async () => {
    const first = await newDevice()
    offline()
    await first.scan(await signed(1))
    store.things.scans.push({ sequence: ++store.things.lastSequence, code: await signed(1), scanned_at: new Date(noon).toISOString(), gate_id: 'g', direction: 'entry', insists: false, answer: null })
    const again = await newDevice()
    expect(again.state.shown).toMatchObject({ sequence: 2, answer: 'already_inside', isOffline: true })
    expect(again.state.queued).toBe(2)
    online()
    await again.pulse()
    expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2])
  })

  test('paired anew, it sends what was left under new numbers', async () => {
    const device = await newDevice()
    offline()
    await device.scan(await signed(1))
    await device.scan(await signed(2))
    store.things.scans.shift()
    store.things.pairing = null
    online()
    client.pair.mockImplementation(async () => ({ token: 'gate_y', device: { id: 'e' } }))
    const again = await newDevice()
    expect(again.state.phase).toBe('pairing')
    await again.pair('ABCDEFGH')
    expect(sent).toMatchObject([{ sequence: 1 }])
    expect(again.state.phase).toBe('ready')
  })
})

test('the day ends once everything has arrived', async () => {
  const device = await newDevice()
  offline()
  await device.scan(await signed(1))
  await device.finish()
  expect(device.state.finish).toBe('asked')
  online()
  await device.pulse()
  expect(client.finish).toHaveBeenLastCalledWith(1)
  expect(device.state.finish).toBe('complete')
  await device.scan(await signed(2))
  expect(device.state.finish).toBe('open')
})

test('the list grows by what is new, and its clock is the server’s', async () => {
  const device = await newDevice()
  client.list.mockImplementation(async () => list({ version: 2, refused: [{ edition_number: 8, is_voided: false, entry_days: 0, serials: [9] }] }))
  device.state.isOnline = false
  await device.pulse()
  device.state.isOnline = false
  await device.pulse()
  expect(client.list).toHaveBeenLastCalledWith(2, 0)
  expect(device.state.list!.refused).toEqual([{ edition_number: 8, is_voided: false, entry_days: 0, serials: [9] }])
  expect(device.now()).toBe(noon)
})
