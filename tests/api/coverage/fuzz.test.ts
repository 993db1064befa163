// Every operation of the API's own description with values by chance, always the same from the same seed: whatever comes in, no
// answer is a 5xx, differs from its description, or is no UTF-8.
//
//   EXPOGATE_FUZZ_S=3600 EXPOGATE_FUZZ_SEED=7 npm run api -- sqlite api/coverage/fuzz
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}
interface Operation {
  operationId: string
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

const seconds = Number(process.env.EXPOGATE_FUZZ_S ?? 60)
/** The short form asks the same on every machine, as far as a minute lets it come. */
const most = process.env.EXPOGATE_FUZZ_S ? Infinity : 15_000
const seed = Number(process.env.EXPOGATE_FUZZ_SEED ?? 1)
const document = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../api/openapi.json'), 'utf8'))
const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)

/** What would end the players' own sessions or the edition that all of them play in, and leave nothing to try. */
const kept = new Set([
  'session_end', 'my_session_end', 'my_other_sessions_end', 'my_password_change', 'my_mobile_change', 'my_email_change', 'my_totp_confirm', 'account_change',
  'account_password_reset', 'sub_account_change', 'sub_account_password_reset', 'edition_open', 'trading_group_change',
])

/** mulberry32: small, and the same everywhere. */
let state = seed
function chance(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
const below = (n: number) => Math.floor(chance() * n)
const oneOf = <T>(values: readonly T[]): T => values[below(values.length)]!
const often = (share: number) => chance() < share

const oddTexts = [
  '', ' ', 'a', '·', '%', '_', '!', '\\', "' or 1=1 --", '"><script>', '../../etc/passwd', '=1+1', '-1', '0', '1e309', 'NaN', 'null', 'true', '2025-11-06', '2025-13-01',
  '2025-10-20T15:00:00Z', '0000-00-00T00:00:00Z', '\uffff', '\ue863', '\u0007', '\u202e', '\u200b', '\u3164', '\u0000', '\ud800', 'e\u0301', 'Nguyễn', '𠀀', '👩‍👩‍👧', '１３８００００００００', '+1 (415) 555-0100',
  '13800000000', 'a@b.example', '91310115MA1K35XY5H', 'x'.repeat(300), '中'.repeat(5000),
] as const
const oddNumbers = [-1, 0, 1, 2, 50, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, -(2 ** 53), 1e18, 0.5] as const
/** Ids and other texts that answers have shown, so that the way leads deeper than 404. */
const seen: string[] = ['8', 'G09', 'G01']

function resolved(schema: Schema): Schema {
  return schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1)!] as Schema) : schema
}

function textFor(schema: Schema): string {
  if (schema.format === 'date' && often(0.7)) return oneOf(['2025-10-10', '2025-11-06', '0001-01-01', '9999-12-31'])
  if (schema.format === 'date-time' && often(0.7)) return oneOf(['2025-10-10T01:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])
  return often(0.5) ? oneOf(seen) : oneOf(oddTexts)
}

function valueFor(given: Schema, depth = 0): unknown {
  const schema = resolved(given)
  if (often(0.05)) return oneOf([null, 0, '', [], {}, true, 'x'] as unknown[])
  if (schema.enum && often(0.9)) return oneOf(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return valueFor(oneOf(choices), depth)
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? (schema.properties || schema.allOf ? 'object' : 'string')]
  switch (oneOf(types)) {
    case 'null':
      return null
    case 'boolean':
      return often(0.5)
    case 'integer':
    case 'number':
      return often(0.5) ? below(20) : oneOf(oddNumbers)
    case 'array':
      return Array.from({ length: depth > 3 ? 0 : below(4) }, () => valueFor(schema.items ?? {}, depth + 1))
    case 'object':
      return objectFor(schema, depth)
    default:
      return textFor(schema)
  }
}

function objectFor(schema: Schema, depth: number): Record<string, unknown> {
  const parts = [schema, ...(schema.allOf ?? []).map(resolved)]
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {})) as Record<string, Schema>
  const required = new Set(parts.flatMap((part) => part.required ?? []))
  const value: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(properties)) if (often(required.has(name) ? 0.97 : 0.5)) value[name] = valueFor(inner, depth + 1)
  if (often(0.03)) value.unknown_field = 1
  return value
}

/** A lone surrogate cannot be written into an address. */
const inAddress = (value: unknown) => encodeURIComponent(String(value).toWellFormed())

function requestFor({ method, path, operation }: (typeof operations)[number], url: string): Request {
  const query: string[] = []
  const headers = new Headers()
  let address = path
  for (const { name, in: place, required, schema } of operation.parameters ?? []) {
    if (place === 'path') address = address.replace(`{${name}}`, inAddress(often(0.8) ? oneOf(seen) : textFor({})) || '-')
    else if (place === 'query' && often(required ? 0.95 : 0.3)) query.push(`${name}=${inAddress(valueFor(schema))}`)
    else if (place === 'header' && often(0.8)) headers.set(name, oneOf(['"1"', '"2"', '1', '*', 'x']))
  }
  const init: RequestInit = { method, headers }
  const content = operation.requestBody && Object.entries(operation.requestBody.content)[0]
  if (content) {
    const [type, { schema }] = content
    const isJson = type === 'application/json'
    headers.set('content-type', type === 'image/*' ? 'image/png' : type)
    init.body = isJson ? (often(0.02) ? '{"a":' : JSON.stringify(valueFor(schema))) : Buffer.from(oneOf(oddTexts))
  }
  return new Request(`${url}${address}${query.length ? `?${query.join('&')}` : ''}`, init)
}

function remember(value: unknown) {
  if (seen.length > 5000) return
  if (Array.isArray(value)) value.slice(0, 5).forEach(remember)
  else if (value && typeof value === 'object') for (const [key, inner] of Object.entries(value)) if (typeof inner === 'string' && /(^|_)(id|number|code|token)$/.test(key) && inner) seen.push(inner)
  else remember(inner)
}

let server: Server
let clients: Client[]
beforeAll(async () => {
  server = await Server.start()
  const cast = new Cast(server)
  clients = [await cast.as('bureau'), await cast.as('shanghai'), await cast.as('acme'), cast.nobody()]
})
afterAll(() => server.stop())

/** What the server's log says of the request that this answer names. */
const saidOf = (answer: string) => {
  const { request_id } = JSON.parse(answer)
  return server.lines.filter((line) => line.includes(request_id)).join('\n')
}

test(
  'no operation answers with a 5xx, otherwise than described, or in no UTF-8',
  async () => {
    const end = performance.now() + seconds * 1000
    const findings: string[] = []
    let asked = 0
    while (performance.now() < end && asked < most && findings.length < 20) {
      const chosen = oneOf(operations)
      if (kept.has(chosen.operation.operationId)) continue
      const client = oneOf(clients)
      const request = requestFor(chosen, server.url)
      const what = `seed ${seed}, request ${++asked}: ${chosen.operation.operationId} ${request.method} ${request.url}`
      try {
        const { status, type, bytes } = await client.exchange(request)
        if (status >= 500) findings.push(`${what}: ${status} ${Buffer.from(bytes).toString()}\n${saidOf(Buffer.from(bytes).toString())}`)
        if (!/^(application\/(json|problem\+json)|text\/)/.test(type)) continue
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        if (type.includes('json') && text) remember(JSON.parse(text))
      } catch (error) {
        findings.push(`${what}: ${error instanceof Error ? error.message : error}`)
      }
    }
    expect(findings).toEqual([])
    expect(asked).toBeGreaterThan(100)
    expect(server.command('verify').stdout).toContain('sound')
  },
  (seconds + 60) * 1000,
)
