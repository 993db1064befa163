// An identity provider as its gateway speaks: it checks who asks, signs what it answers, and misbehaves when told to.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Settings } from './server.ts'

export type Finding = 'matched' | 'name_differs' | 'no_such_document' | 'document_invalid' | 'not_covered'
export type Claim = { name: string; document_type: string; document_number: string }

const keyId = 'fair'
const secret = 'identity-secret'

export class IdentityProvider {
  /** What it says of a name; of all others that they match. */
  readonly findings = new Map<string, Finding>()
  readonly asked: Claim[] = []
  /** Answers every question with this status instead, as if it were out of order. */
  failure: number | null = null
  /** Signs with another secret, as somebody in between would. */
  isForged = false
  readonly settings: Settings
  private readonly held: (() => void)[] = []
  private isHolding = false
  private readonly server

  private constructor(server: ReturnType<typeof createServer>) {
    this.server = server
    this.settings = {
      EXPOGATE_IDENTITY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/checks`,
      EXPOGATE_IDENTITY_KEY_ID: keyId,
      EXPOGATE_IDENTITY_SECRET: secret,
    }
    server.on('request', (request, response) => void this.serve(request, response))
  }

  static async start(): Promise<IdentityProvider> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new IdentityProvider(server)
  }

  stop() {
    this.release()
    this.server.close()
    this.server.closeAllConnections()
  }

  /** Is slow from now on: answers nothing until it is released. */
  hold() {
    this.isHolding = true
  }

  /** Answers what it holds, as it thinks by now. */
  release() {
    this.isHolding = false
    for (const answer of this.held.splice(0)) answer()
  }

  askedAbout = (name: string) => this.asked.filter((claim) => claim.name === name)

  private async serve(request: IncomingMessage, response: ServerResponse) {
    const body = await bodyOf(request)
    if (!isSigned(request, body)) return void response.writeHead(401).end('{}')
    const claim = JSON.parse(body) as Claim
    this.asked.push(claim)
    if (this.isHolding) await new Promise<void>((resolve) => this.held.push(resolve))
    // It repeats what it was asked, which must not come into logs.
    if (this.failure) return void response.writeHead(this.failure).end(body)
    const answer = JSON.stringify({ finding: this.findings.get(claim.name) ?? 'matched' })
    const signature = signed(this.isForged ? 'another secret' : secret, `${request.headers['x-nonce']}\n${answer}`)
    response.writeHead(200, { 'x-signature': signature }).end(answer)
  }
}

const signed = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += piece
  return body
}

function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const [timestamp, nonce] = [headers['x-timestamp'], headers['x-nonce']]
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300
  return isFresh && headers['x-key-id'] === keyId && headers['x-signature'] === signed(secret, `${timestamp}\n${nonce}\n${body}`)
}
