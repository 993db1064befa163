import { randomKey } from '../random_key'

/**
 * One Idempotency-Key per intent. The same request repeated before a definite answer came (a second click, a retry after
 * the connection broke) is the same intent and carries the same key, so the server does it once.
 */
export class Intents {
  private readonly pending = new Map<string, string>()

  async keyOf(request: Request): Promise<string> {
    const fingerprint = await fingerprintOf(request)
    const key = this.pending.get(fingerprint) ?? randomKey()
    this.pending.set(fingerprint, key)
    return key
  }

  settle(key: string | null) {
    for (const [fingerprint, pendingKey] of this.pending) {
      if (pendingKey === key) this.pending.delete(fingerprint)
    }
  }
}

async function fingerprintOf(request: Request): Promise<string> {
  return `${request.method} ${request.url} ${await request.clone().text()}`
}
