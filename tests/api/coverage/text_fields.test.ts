// Every text of every operation goes through the one gate: what no text may hold is refused at each field by its name, in bodies and in queries.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast, type Player } from '../../cast/cast.ts'
import { refused } from '../../support/characters.ts'
import type { Client, Problem } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  format?: string
  properties?: Record<string, Schema>
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
}
interface Parameter {
  name: string
  in: string
  schema: Schema
}
interface Operation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

const document = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../api/openapi.json'), 'utf8'))
const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path: path.replace(/\{[^}]+\}/g, '8'), operation })),
)

/** A secret is what its owner says it is, and a document is read as a whole. */
const anything = /(^|\.)(password|new_password|current_password|document)$/

const typesOf = (schema: Schema): string[] => (Array.isArray(schema.type) ? schema.type : [schema.type ?? 'object'])
const resolved = (schema: Schema): Schema => (schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1)!] as Schema) : schema)

/** A value of the schema with `odd` in every free text; the paths of those are added to `paths`. */
function valueOf(given: Schema, path: string, odd: string, paths: string[]): unknown {
  const schema = resolved(given)
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return valueOf(schema.anyOf.find((choice) => !typesOf(resolved(choice)).includes('null')) ?? schema.anyOf[0]!, path, odd, paths)
  const [type] = typesOf(schema).filter((one) => one !== 'null')
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return 1
  if (type === 'array') return [valueOf(schema.items ?? {}, `${path}[0]`, odd, paths)]
  if (type === 'string' && schema.format === 'date') return '2025-10-10'
  if (type === 'string' && schema.format === 'date-time') return '2025-10-10T01:00:00Z'
  if (type === 'string') {
    paths.push(path)
    return odd
  }
  const properties = Object.assign({}, ...[schema, ...(schema.allOf ?? []).map(resolved)].map((part) => part.properties ?? {})) as Record<string, Schema>
  return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, valueOf(inner, path ? `${path}.${name}` : name, odd, paths)]))
}

let server: Server
let clients: Client[]
beforeAll(async () => {
  server = await Server.start()
  const cast = new Cast(server)
  clients = []
  for (const player of ['bureau', 'acme', 'shanghai', 'finance', 'badges', 'gates', 'anna'] satisfies Player[]) clients.push(await cast.as(player))
  clients.push(cast.nobody())
})
afterAll(() => server.stop())

/** Asked by whoever may; null where nobody of the cast may. */
async function answered(method: string, path: string, body?: unknown): Promise<Partial<Problem> & { status: number }> {
  for (const client of clients) {
    const answer = await client.call<Partial<Problem>>(method, path, body, { 'if-match': '"1"' })
    if (answer.status !== 401 && answer.status !== 403) return { ...answer.body, status: answer.status }
  }
  return { status: 403 }
}

const fieldsOf = ({ errors }: Partial<Problem>) => (errors ?? []).map(({ field }) => field)

/** Some texts have lines, which are also parted by U+0085. */
const everywhere = Object.entries(refused).filter(([name]) => !/line break|second block/.test(name))

test.each(everywhere)('bodies with %s', async (_, [odd]) => {
  const holes: string[] = []
  let fields = 0
  for (const { method, path, operation } of operations) {
    const schema = operation.requestBody?.content['application/json']?.schema
    if (!schema) continue
    const paths: string[] = []
    const body = valueOf(schema, '', odd, paths)
    if (paths.length === 0) continue
    const answer = await answered(method, path, body)
    if (answer.status === 403) continue
    fields += paths.length
    for (const missed of paths.filter((one) => !fieldsOf(answer).includes(one) && !anything.test(one))) holes.push(`${operation.operationId} ${missed}: ${answer.status}`)
  }
  expect(holes).toEqual([])
  expect(fields).toBeGreaterThan(300)
}, 120_000)

test.each(everywhere)('queries with %s', async (_, [odd]) => {
  const holes: string[] = []
  let fields = 0
  for (const { method, path, operation } of operations)
    for (const { name, in: place, schema } of operation.parameters ?? []) {
      const paths: string[] = []
      if (place !== 'query' || (valueOf(schema, name, odd, paths), paths.length === 0)) continue
      const answer = await answered(method, `${path}?${name}=${encodeURIComponent(odd)}`)
      if (answer.status === 403) continue
      fields += 1
      if (answer.status < 400 || answer.status >= 500) holes.push(`${operation.operationId} ${name}: ${answer.status}`)
    }
  expect(holes).toEqual([])
  expect(fields).toBeGreaterThan(100)
}, 120_000)
