// A fair from nothing: an empty database, a fair pack, one command, and no demonstration.
import { createHmac } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type Schemas } from './client.ts'
import { root, Server, type Run, type Settings } from './server.ts'

export const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10)

/** A copy of a fair pack whose current edition is open now: its windows since yesterday, its entry days from today on. */
export function packOpenToday(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'expogate-fair-'))
  cpSync(join(root, 'fairs'), folder, { recursive: true })
  const editions = join(folder, name, 'editions')
  for (const number of readdirSync(editions)) {
    const file = join(editions, number, 'edition.toml')
    const text = readFileSync(file, 'utf8')
    if (text.includes('state = "current"')) writeFileSync(file, openToday(text))
  }
  return join(folder, name)
}

function openToday(text: string): string {
  return text
    .replace(/^(show|entry)_from = .*$/gm, `$1_from = ${day(0)}`)
    .replace(/^(show|entry)_to = .*$/gm, `$1_to = ${day(4)}`)
    .replace(/^opens = .*$/gm, `opens = ${day(-1)}T00:00:00`)
    .replace(/^closes = .*$/gm, `closes = ${day(30)}T00:00:00`)
    .replace(/^from = .*$/gm, `from = ${day(0)}`)
    .replace(/^to = .*$/gm, `to = ${day(4)}`)
}

/** What an authenticator shows now (RFC 6238). */
export function totp(secret: string, at = Date.now()): string {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = digest[19]! & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export const tokenIn = (text: string): string => /welcome#(\S+)/.exec(text)![1]!

/** Follows a personal link: a password, and the authenticator where one is asked for. Answers its secret. */
export async function follow(client: Client, token: string, password: string): Promise<string | null> {
  const { body: linked } = await client.post<Schemas['LinkedAccount']>('/account_links/lookups', { token })
  const secret = linked.needs_totp ? (await client.post<Schemas['LinkTotp']>('/account_links/totp', { token })).body.secret : null
  const used = await client.post('/account_links/uses', { token, password, totp_code: secret ? totp(secret) : '' })
  if (used.status !== 200) throw new Error(`the link was refused: ${JSON.stringify(used.body)}`)
  return secret
}

/** Signs in with an authenticator. Its code of the link's minute is used up, so the next one is shown. */
export async function signInByTotp(client: Client, door: string, name: string, password: string, secret: string): Promise<void> {
  const first = await client.post<Schemas['SessionView']>('/session', { door, name, password })
  client.csrf = first.body.csrf_token
  const second = await client.post<Schemas['SessionView']>('/session/second_step', { method: 'totp', code: totp(secret, Date.now() + 30_000) })
  if (second.status !== 200) throw new Error(`not signed in: ${JSON.stringify(second.body)}`)
  client.csrf = second.body.csrf_token
}

/** An installation without any data; `setUp` is what its operator types. */
export class Installation {
  private constructor(
    readonly server: Server,
    readonly pack: string,
  ) {}

  static begin(pack: string, settings: Settings = {}): Installation {
    return new Installation(Server.empty(settings), packOpenToday(pack))
  }

  setUp(): Run {
    return this.server.command('setup', '--fair', this.pack, '--admin', 'chief', '--contact', 'chief@fair.example')
  }

  client = () => new Client(this.server.url)
}
