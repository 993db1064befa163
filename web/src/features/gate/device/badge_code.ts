import { verifyAsync } from '@noble/ed25519'
import type { Schemas } from '@/shared/api/types'

/** What a badge's QR code says (BDG-02), as `server/modules/badge/badge_code.cpp` writes it. */
export interface BadgeCode {
  editionNumber: number
  serial: number
  type: Schemas['BadgeHolderView']['type']
  /** Bit 0 is the first entry day of the edition. */
  days: number
}

const version = 1
const messageBytes = 11
const codeBytes = messageBytes + 64
const types = ['professional', 'staff', 'vip'] as const
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32Bytes(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const letter of text) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return null
    value = ((value << 5) | digit) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((value >> bits) & 0xff)
  }
  return new Uint8Array(bytes)
}

/** As codes are spelled, of what a scanner typed: capitals, half width, without blanks and a leading AIM identifier (`]Q1`). */
export function standardSpelling(typed: string): string {
  const spelled = typed.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  return spelled.startsWith(']') && spelled.length > 3 ? spelled.slice(3) : spelled
}

/** What the text says, whoever has written it. */
export function parseCode(text: string): BadgeCode | null {
  const bytes = base32Bytes(text.trim())
  if (bytes?.length !== codeBytes) return null
  const view = new DataView(bytes.buffer)
  const type = types[view.getUint8(8)]
  if (view.getUint8(0) !== version || !type) return null
  return { editionNumber: view.getUint16(1), serial: view.getUint8(3) * 2 ** 32 + view.getUint32(4), type, days: view.getUint16(9) }
}

/** The holder of the key has signed exactly this text. */
export async function isSigned(text: string, publicKey: Uint8Array): Promise<boolean> {
  const bytes = base32Bytes(text.trim())
  return bytes?.length === codeBytes && verifyAsync(bytes.slice(messageBytes), bytes.slice(0, messageBytes), publicKey)
}
