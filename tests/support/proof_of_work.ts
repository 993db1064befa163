import { createHash } from 'node:crypto'
import type { Client, Schemas } from './client.ts'

function leadingZeroBits(digest: Buffer): number {
  let bits = 0
  for (const byte of digest) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24
    bits += 8
  }
  return bits
}

/** Asks for a challenge and solves it, as the browser's worker does. */
export async function solvedCaptcha(client: Client): Promise<Schemas['CaptchaAnswer']> {
  const { body } = await client.post<Schemas['CaptchaChallenge']>('/captchas')
  for (let n = 0; ; n++) {
    const digest = createHash('sha256').update(body.salt + n).digest()
    if (leadingZeroBits(digest) >= body.difficulty) return { challenge: body.challenge, answer: String(n) }
  }
}
