// A browser without a window: keeps its cookie, sends its CSRF token, and is typed by the API's own description.
import createClient, { type Client as OpenApiClient } from 'openapi-fetch'
import { randomUUID } from 'node:crypto'
import { requireContract } from './contract.ts'
import type { components, paths } from '../../web/src/shared/api/schema.d.ts'
import { withSoughtInHeaders } from '../../web/src/shared/api/sought.ts'

export type Schemas = components['schemas']
export type Problem = Schemas['Problem']

export interface Answer<T = unknown> {
  status: number
  headers: Headers
  body: T
}

/** What is no UTF-8 in an answer of JSON fails the test that asked. */
const strictText = (bytes: ArrayBuffer, type: string | null) => new TextDecoder('utf-8', { fatal: type?.includes('json') ?? false }).decode(bytes)

export class Client {
  cookie = ''
  csrf = ''
  /** Of a device, which has no session. */
  bearer = ''
  language = 'zh-CN'
  readonly api: OpenApiClient<paths>

  constructor(readonly url: string) {
    this.api = createClient<paths>({ baseUrl: `${url}/api/v1`, fetch: (request) => this.send(request) })
  }

  /** Adds what a browser and the web application add, and keeps what the server sets. */
  private async send(request: Request): Promise<Response> {
    if (this.cookie) request.headers.set('cookie', this.cookie)
    if (this.bearer) request.headers.set('authorization', `Bearer ${this.bearer}`)
    if (this.csrf && !request.headers.has('x-csrf-token')) request.headers.set('x-csrf-token', this.csrf)
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', randomUUID())
    if (!request.headers.has('accept-language')) request.headers.set('accept-language', this.language)
    const response = await fetch(withSoughtInHeaders(request))
    const cookie = response.headers.get('set-cookie')
    if (cookie) this.cookie = cookie.split(';')[0]!
    const type = response.headers.get('content-type')
    requireContract(request.method, request.url, response.status, type, strictText(await response.clone().arrayBuffer(), type))
    return response
  }

  /** Any request with its answer as bytes. */
  async exchange(request: Request): Promise<{ status: number; type: string; bytes: Uint8Array }> {
    const response = await this.send(request)
    return { status: response.status, type: response.headers.get('content-type') ?? '', bytes: new Uint8Array(await response.arrayBuffer()) }
  }

  /** A file as the server answers it. */
  async download(path: string, headers: Record<string, string> = {}): Promise<Answer<Uint8Array>> {
    const response = await this.send(new Request(`${this.url}/api/v1${path}`, { headers }))
    return { status: response.status, headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) }
  }

  /** Any request, also a wrong one. `body` is sent as JSON unless it is text or bytes already. */
  async call<T = any>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const text = body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
    const init: RequestInit = { method, headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers } }
    if (text !== undefined) init.body = text as BodyInit
    const response = await this.send(new Request(path.startsWith('/api') ? this.url + path : `${this.url}/api/v1${path}`, init))
    const answer = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(answer) : answer) as T }
  }

  get = <T = any>(path: string, headers?: Record<string, string>) => this.call<T>('GET', path, undefined, headers)
  post = <T = any>(path: string, body?: unknown, headers?: Record<string, string>) => this.call<T>('POST', path, body, headers)
  put = <T = any>(path: string, body: unknown, version?: number) => this.call<T>('PUT', path, body, ifMatch(version))
  patch = <T = any>(path: string, body: unknown, version?: number) => this.call<T>('PATCH', path, body, ifMatch(version))
  delete = <T = any>(path: string, version?: number) => this.call<T>('DELETE', path, undefined, ifMatch(version))
}

function ifMatch(version?: number): Record<string, string> {
  return version === undefined ? {} : { 'if-match': `"${version}"` }
}
