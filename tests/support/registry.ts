// A public register as its gateway speaks: it checks who asks, and keeps what it was asked for.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Settings } from './server.ts'

export type Entry = { name: string; active: boolean }

const keyId = 'fair'
const secret = 'register-secret'

export class Registry {
  /** What it holds; a code that is not here is unknown to it. */
  readonly entries = new Map<string, Entry>()
  readonly asked: string[] = []
  /** Answers every question with this status instead, as if it were out of order. */
  failure: number | null = null
  readonly settings: Settings
  private readonly server

  private constructor(server: ReturnType<typeof createServer>) {
    this.server = server
    this.settings = {
      EXPOGATE_REGISTRY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/organizations`,
      EXPOGATE_REGISTRY_KEY_ID: keyId,
      EXPOGATE_REGISTRY_SECRET: secret,
    }
    server.on('request', async (request, response) => {
      const body = await bodyOf(request)
      response.statusCode = !isSigned(request, body) ? 401 : (this.failure ?? 200)
      response.end(response.statusCode === 200 ? JSON.stringify(this.answer(JSON.parse(body).uscc)) : '{}')
    })
  }

  static async start(): Promise<Registry> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new Registry(server)
  }

  stop() {
    this.server.close()
    this.server.closeAllConnections()
  }

  private answer(uscc: string) {
    this.asked.push(uscc)
    const entry = this.entries.get(uscc)
    return entry ? { registered: true, ...entry } : { registered: false }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += piece
  return body
}

function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const [timestamp, nonce] = [headers['x-timestamp'], headers['x-nonce']]
  const expected = createHmac('sha256', secret).update(`${timestamp}\n${nonce}\n${body}`).digest('hex')
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300
  return isFresh && headers['x-key-id'] === keyId && headers['x-signature'] === expected
}
