// Badges, as they are signed, and the devices that read them.
import { createPrivateKey, hkdfSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cast } from '../cast/cast.ts'
import { batch, review, type Attendee } from './attendee.ts'
import { badgesOf, type Badge } from './badge.ts'
import { Client, type Answer, type Problem, type Schemas } from './client.ts'
import type { Server } from './server.ts'

export type ScanView = Schemas['ScanView'] & Partial<Problem>
export type GateAnswer = ScanView['answer']

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.match(/.{1,5}/g)!.map((five) => alphabet[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The edition's key, as the key ring has it. */
function signingKey(server: Server, edition: number) {
  const root = /^index:([^:]+):/m.exec(readFileSync(join(server.folder, 'keys.txt'), 'utf8'))![1]!
  const seed = Buffer.from(hkdfSync('sha256', Buffer.from(root, 'base64'), '', `badge-signature/${edition}`, 32))
  const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
}

/** What the QR code of a badge says (BDG-02), written here a second time. */
export function signedCode(server: Server, serial: number, edition = 8, days = 0b11111): string {
  const message = Buffer.alloc(11)
  message.writeUInt8(1, 0)
  message.writeUInt16BE(edition, 1)
  message.writeUIntBE(serial, 3, 5)
  message.writeUInt8(0, 8)
  message.writeUInt16BE(days, 9)
  return base32(Buffer.concat([message, sign(null, message, signingKey(server, edition))]))
}

const today = 0b100
/** 8 November, 10 o'clock: the third entry day. */
export const openFair = (server: Server): Promise<void> => server.moveClock(Math.round((Date.parse('2025-11-08T10:00:00+08:00') - server.now()) / 1000))

/** A badge in its holder's hands, and what its code says. */
export interface Holder {
  badge: Badge
  code: string
}

/** The badges of the demonstration, each given out once. */
export class Holders {
  private constructor(
    private readonly cast: Cast,
    private readonly badges: Badge[],
  ) {}

  static async of(cast: Cast): Promise<Holders> {
    const states = ['awaiting', 'made', 'sent', 'collected'].map((state) => `state=${state}`).join('&')
    return new Holders(cast, await badgesOf(await cast.as('badges'), states))
  }

  private take(wanted: (badge: Badge) => boolean): Holder {
    const place = this.badges.findIndex(wanted)
    if (place < 0) throw new Error('the demonstration has no such badge left')
    const [badge] = this.badges.splice(place, 1) as [Badge]
    return { badge, code: signedCode(this.cast.server, badge.code_serial, badge.code_edition_number, badge.entry_days) }
  }

  /** Good on all of these days. */
  good = (days = today) => this.take(({ state, entry_days }) => state !== 'awaiting' && (entry_days & days) === days)
  ofAnotherDay = () => this.take(({ state, entry_days }) => state !== 'awaiting' && (entry_days & today) === 0)
  awaiting = () => this.take(({ state }) => state === 'awaiting')

  async revoked(): Promise<Holder> {
    const holder = this.good()
    await this.revoke(holder)
    return holder
  }
  async revoke({ badge }: Holder): Promise<void> {
    const answer = await (await this.cast.as('badges')).post(`/badges/${badge.id}/reissues`, { kind: 'reprint', reason: '证件遗失' })
    if (answer.status !== 200) throw new Error(`the badge was not reissued: ${JSON.stringify(answer.body)}`)
  }
  async voided(): Promise<Holder> {
    const holder = this.good()
    const { body } = await (await this.cast.as('bureau')).post('/attendee_voids', { attendees: [holder.badge.attendee_id], reason: '本人不再参观' })
    if (!body.items?.[0]?.is_done) throw new Error(`the person was not voided: ${JSON.stringify(body)}`)
    return holder
  }
}

/** Somebody whose badge of a past edition opens the gates again (ATT-07); while people can be submitted. */
export async function reusedBadge(cast: Cast): Promise<Holder> {
  const acme = await cast.as('acme')
  const bureau = await cast.as('bureau')
  const past = (await acme.get<Schemas['PageOf_PastAttendeeListRow']>('/my/past_attendees?has_applied=false')).body.items
  const old = past.find(({ allowed_actions }) => allowed_actions.some(({ action, allowed }) => action === 'reuse' && allowed))!
  const taken = (await acme.post<Attendee>(`/my/past_attendees/${old.id}/take_overs`, { how: 'reuse' })).body
  await batch(acme, '/my/attendee_submissions', [taken.id])
  await review(bureau, (await bureau.get<Attendee>(`/attendees/${taken.id}`)).body, 'approve')
  const badge = (await badgesOf(await cast.as('badges'), 'kind=reuse')).find(({ attendee_id }) => attendee_id === taken.id)!
  // Its code still says the days of the past edition.
  return { badge, code: signedCode(cast.server, badge.code_serial, badge.code_edition_number, 0b1) }
}

export const addGate = async (supervisor: Client, name_zh: string, name_en = name_zh): Promise<Schemas['GateView']> =>
  (await supervisor.post<Schemas['GateView']>('/gates', { name_zh, name_en })).body

/** A device at a gate, from its pairing on. */
export class Device {
  sequence = 0
  constructor(
    readonly client: Client,
    readonly id: string,
    readonly gateId: string,
    readonly direction: Schemas['ScanView']['direction'],
  ) {}

  static async pair(cast: Cast, gate: Schemas['GateView'], name: string, direction: Device['direction'] = 'entry'): Promise<Device> {
    const supervisor = await cast.as('gates')
    const { device, code } = (await supervisor.post<Schemas['PairingView']>('/gate_devices', { name, gate_id: gate.id, direction })).body
    const client = new Client(supervisor.url)
    const paired = await client.post<Schemas['PairedDeviceView']>('/gate/pairings', { code })
    if (paired.status !== 200) throw new Error(`the device was not paired: ${JSON.stringify(paired.body)}`)
    const own = new Device(client, device.id, gate.id, direction)
    client.bearer = paired.body.token
    return own
  }

  scan(code: string, wish: { sequence?: number; insists?: boolean } = {}): Promise<Answer<ScanView>> {
    return this.client.post<ScanView>('/gate/scans', { sequence: wish.sequence ?? ++this.sequence, code, insists: wish.insists ?? false })
  }

  async answerTo(code: string, insists = false): Promise<GateAnswer> {
    return (await this.scan(code, { insists })).body.answer
  }

  /** What it decided by itself at a moment. */
  kept(code: string, scannedAt: number, answer: GateAnswer = 'admitted'): Schemas['OfflineScanRequest'] {
    return { sequence: ++this.sequence, code, scanned_at: new Date(scannedAt).toISOString(), gate_id: this.gateId, direction: this.direction, answer, is_overridden: false }
  }

  sync(scans: Schemas['OfflineScanRequest'][], queued = 0): Promise<Answer<Schemas['SyncView'] & Partial<Problem>>> {
    return this.client.post('/gate/syncs', { scans, queued })
  }

  list(since?: number): Promise<Answer<Schemas['GateListView'] & Partial<Problem>>> {
    return this.client.get(`/gate/list${since === undefined ? '' : `?since=${since}`}`)
  }
}
