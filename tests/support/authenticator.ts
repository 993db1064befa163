// An authenticator in software, as WebAuthn describes one: it makes keys and signs what the browser would have it sign. Every part
// of an answer can be made wrong.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

export const relyingParty = 'visitors.example'
export const siteOrigin = 'https://visitors.example'

type Algorithm = 'ES256' | 'EdDSA' | 'RS256'

/** What a browser may be led to say, and an authenticator to answer. */
export interface Twist {
  origin?: string
  relyingParty?: string
  type?: string
  challenge?: string
  flags?: number
  count?: number
  crossOrigin?: boolean
  signedBy?: KeyObject
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()
const userPresent = 0x01, userVerified = 0x04, hasKey = 0x40

/** CBOR as far as a COSE key needs it: numbers, bytes, and a map of them. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}
const cborNumber = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))
const cborBytes = (bytes: Buffer) => Buffer.concat([head(2, bytes.length), bytes])
const cborMap = (entries: [number, number | Buffer][]) =>
  Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, value]) => [cborNumber(key), typeof value === 'number' ? cborNumber(value) : cborBytes(value)])])

export class Authenticator {
  readonly id = randomBytes(32)
  count = 0
  private readonly publicKey: KeyObject
  readonly privateKey: KeyObject

  constructor(readonly algorithm: Algorithm = 'ES256') {
    const pair =
      algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : algorithm === 'EdDSA' ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('rsa', { modulusLength: 2048 })
    this.publicKey = pair.publicKey
    this.privateKey = pair.privateKey
  }

  private coseKey(): Buffer {
    const jwk = this.publicKey.export({ format: 'jwk' })
    const part = (name: 'x' | 'y' | 'n' | 'e') => Buffer.from(jwk[name]!, 'base64url')
    if (this.algorithm === 'ES256') return cborMap([[1, 2], [3, -7], [-1, 1], [-2, part('x')], [-3, part('y')]])
    if (this.algorithm === 'EdDSA') return cborMap([[1, 1], [3, -8], [-1, 6], [-2, part('x')]])
    return cborMap([[1, 3], [3, -257], [-1, part('n')], [-2, part('e')]])
  }

  private clientData(type: string, challenge: string, twist: Twist): Buffer {
    return Buffer.from(JSON.stringify({ type: twist.type ?? type, challenge: twist.challenge ?? challenge, origin: twist.origin ?? siteOrigin, crossOrigin: twist.crossOrigin ?? false }))
  }

  private data(flags: number, twist: Twist, key = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(twist.count ?? this.count)
    return Buffer.concat([sha256(twist.relyingParty ?? relyingParty), Buffer.from([twist.flags ?? flags]), counter, key])
  }

  /** What the page sends after `navigator.credentials.create`. */
  register(challenge: string, twist: Twist = {}) {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const key = Buffer.concat([Buffer.alloc(16), length, this.id, this.coseKey()])
    return {
      client_data_json: base64url(this.clientData('webauthn.create', challenge, twist)),
      authenticator_data: base64url(this.data(userPresent | userVerified | hasKey, twist, key)),
      transports: ['usb'],
    }
  }

  /** What the page sends after `navigator.credentials.get`. */
  answer(challenge: string, twist: Twist = {}) {
    this.count += 1
    const clientData = this.clientData('webauthn.get', challenge, twist)
    const data = this.data(userPresent | userVerified, twist)
    const signature = sign(this.algorithm === 'EdDSA' ? null : 'sha256', Buffer.concat([data, sha256(clientData)]), twist.signedBy ?? this.privateKey)
    return { credential_id: base64url(this.id), client_data_json: base64url(clientData), authenticator_data: base64url(data), signature: base64url(signature) }
  }
}
