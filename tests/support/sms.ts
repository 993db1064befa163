// An SMS gateway as the generic adapter speaks to it: it checks who asks, and keeps what was to be sent.
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Settings } from './server.ts'

const keyId = 'fair'
const secret = 'gateway-secret'

export interface Sms {
  mobile: string
  text: string
}

export class SmsGateway {
  readonly sent: Sms[] = []
  readonly settings: Settings

  private constructor(private readonly server: ReturnType<typeof createServer>) {
    this.settings = {
      EXPOGATE_SMS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
      EXPOGATE_SMS_KEY_ID: keyId,
      EXPOGATE_SMS_SECRET: secret,
    }
    const known = new Set<unknown>()
    server.on('request', async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const { 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature, 'idempotency-key': id } = request.headers
      const expected = createHmac('sha256', secret).update(`${timestamp}\n${nonce}\n${body}`).digest('hex')
      if (signature !== expected) return response.writeHead(401).end()
      if (!known.has(id)) this.sent.push(JSON.parse(body))
      known.add(id)
      response.end(JSON.stringify({ reference: `sms-${known.size}` }))
    })
  }

  static async start(): Promise<SmsGateway> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new SmsGateway(server)
  }

  /** The newest code that went to a number; waits until the job runner has sent it. */
  async codeTo(mobile: string, after = 0): Promise<string> {
    for (;;) {
      const found = this.sent.slice(after).findLast((sms) => sms.mobile === `+86${mobile}` && !sms.text.includes('welcome#') && /\d{6}/.test(sms.text))
      if (found) return /\d{6}/.exec(found.text)![0]
      await new Promise((resolve) => this.server.once('request', (_, response) => response.once('finish', resolve)))
    }
  }

  stop() {
    this.server.close()
    this.server.closeAllConnections()
  }
}
