// The server's gateways without the server: one line of JSON for each thing to do.
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const program = process.env.EXPOGATE_GATEWAY_DRIVER ?? resolve(import.meta.dirname, '../../../build/dev/tests/paygate/gateway_driver')

export type Told = Record<string, any>

export class Driver {
  private child: ChildProcess
  private readonly waiting: ((told: Told) => void)[] = []
  private readonly server: Server
  /** What became of the notice that came last. */
  lastReading: Told = {}

  private constructor(
    readonly channel: string,
    settings: Record<string, string>,
  ) {
    this.child = spawn(program, { env: { ...process.env, ...settings }, stdio: ['pipe', 'pipe', 'inherit'] })
    createInterface({ input: this.child.stdout! }).on('line', (line) => this.waiting.shift()!(JSON.parse(line)))
    this.server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      this.lastReading = await this.ask('read', { headers: request.headers, body: Buffer.concat(chunks).toString() })
      const { status, content_type, body } = this.lastReading.answer
      response.writeHead(status, content_type ? { 'content-type': content_type } : {}).end(body)
    })
  }

  /** A gateway with an address for its notices. */
  static async start(channel: string, settings: Record<string, string>): Promise<Driver> {
    const driver = new Driver(channel, settings)
    await new Promise<void>((done) => driver.server.listen(0, '127.0.0.1', done))
    return driver
  }

  get noticeUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/notices`
  }

  ask(what: string, with_: object): Promise<Told> {
    const told = new Promise<Told>((done) => this.waiting.push(done))
    this.child.stdin!.write(JSON.stringify({ channel: this.channel, do: what, ...with_ }) + '\n')
    return told
  }

  async stop(): Promise<void> {
    this.child.stdin!.end()
    await new Promise((done) => this.server.close(done))
  }
}
