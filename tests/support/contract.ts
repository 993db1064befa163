// Every answer that any test receives is held against the API's own description: the suite is the contract test.
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

interface Operation {
  operationId: string
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

const document = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../api/openapi.json'), 'utf8')) as Document

// Formats that are names for people (mobile, password) are not checked; dates, instants and e-mails are.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true, formats: { mobile: true, password: true, int32: true, int64: true } })
addFormats.default(ajv)
ajv.addSchema({ ...document, $id: 'openapi' })

const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    path,
    key: method,
    operation,
  })),
)

function pointer(...steps: string[]): string {
  return `openapi#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
}

/** Throws when the answer is not what the description says. */
export function requireContract(method: string, url: string, status: number, contentType: string | null, body: string): void {
  const path = new URL(url).pathname
  const route = routes.find((one) => one.method === method && one.pattern.test(path))
  if (!route || !contentType?.includes('json')) return
  const name = route.operation.responses[String(status)] ? String(status) : 'default'
  const media = contentType.split(';')[0]!
  const described = route.operation.responses[name]?.content?.[media]
  if (!described) throw new Error(`${route.operation.operationId} answers ${status} ${media}, which its description does not know`)
  const validate = ajv.getSchema(pointer('paths', route.path, route.key, 'responses', name, 'content', media, 'schema'))
  if (!validate) throw new Error(`${route.operation.operationId} has no schema for ${status}`)
  if (!validate(JSON.parse(body))) throw new Error(`${route.operation.operationId} ${status}: ${ajv.errorsText(validate.errors)} in ${body.slice(0, 500)}`)
}
