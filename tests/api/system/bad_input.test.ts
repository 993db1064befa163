import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

/** Sends bytes as they are and reads until the server closes. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text, 'latin1'))
    socket.on('data', (bytes) => (answer += bytes.toString('utf8')))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('bad input gets a clear answer', () => {
  const path = '/admin/notices'
  const good = { title_zh: '标题', title_en: '', body_zh: '内容', body_en: '', level: 'info', audience: 'everyone' }
  const count = async () => (await bureau.get(path)).body.total

  test('what is not JSON is 400, wrong types are told by field, and nothing is stored', async () => {
    const before = await count()
    for (const text of ['', '{', '[1', '{"a":1,}', 'null x', '\u0000', '"'.repeat(50)]) expect((await bureau.post(path, text)).status).toBe(400)
    for (const text of ['null', '[]', '"x"', '1']) expect((await bureau.post(path, text)).status).toBe(422)
    const wrong = await bureau.post(path, { ...good, title_zh: 7, level: 'loud', surprise: true, body_zh: undefined })
    expect(wrong.status).toBe(422)
    const errors = Object.fromEntries(wrong.body.errors.map((e: { field: string; code: string }) => [e.field, e.code]))
    expect(errors).toEqual({ title_zh: 'field.type', level: 'field.choice', surprise: 'field.unknown', body_zh: 'field.required' })
    expect(await count()).toBe(before)
  })

  test('lengths count characters; blanks alone are nothing', async () => {
    expect((await bureau.post(path, { ...good, title_zh: '进'.repeat(120) })).status).toBe(200)
    expect((await bureau.post(path, { ...good, title_zh: '进'.repeat(121) })).body.errors).toMatchObject([{ field: 'title_zh', code: 'field.too_long' }])
    expect((await bureau.post(path, { ...good, title_zh: '  \n ' })).body.errors).toMatchObject([{ field: 'title_zh', code: 'field.required' }])
  })

  test('nesting, size and type are limited', async () => {
    expect((await bureau.post(path, '['.repeat(100_000))).status).toBe(413)
    expect((await bureau.post(path, '['.repeat(1000) + ']'.repeat(1000))).status).toBe(400)
    expect((await bureau.post(path, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await bureau.post(path, JSON.stringify(good), { 'content-type': 'text/plain' })).status).toBe(415)
  })

  test('invalid UTF-8 is refused', async () => {
    const bytes = Buffer.concat([Buffer.from('{"title_zh":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST', body: bytes, headers: { 'content-type': 'application/json', cookie: bureau.cookie, 'x-csrf-token': bureau.csrf, 'idempotency-key': 'utf8-test-key' },
    })
    expect([400, 422]).toContain(response.status)
  })

  test('messages come in the caller’s language', async () => {
    bureau.language = 'en'
    const english = await bureau.post(path, {})
    bureau.language = 'zh-CN'
    const chinese = await bureau.post(path, {})
    expect(english.body.errors[0].message).toBe('Required')
    expect(chinese.body.errors[0].message).toBe('必填')
    expect(english.body.detail).toMatch(/need correction/)
  })

  test('queries and ids of any kind do no harm', async () => {
    for (const query of ['page=0', 'page=x', 'page_size=201', 'page=99999999999999999999', 'from_on=2025-13-01', 'unknown=1'])
      expect((await bureau.get(`/admin/audit_entries?${query}`)).status).toBe(422)
    expect((await bureau.get('/admin/audit_entries?%zz')).status).toBe(400)
    for (const id of ['..%2f..%2fetc', "1'%20or%201=1", '%00', 'a'.repeat(300), '%e8%bf%9b']) expect((await bureau.get(`/editions/${id}`)).status).toBe(404)
    expect((await bureau.get(`/admin/accounts?q=${encodeURIComponent("' or 1=1 --")}`)).body.total).toBe(0)
  })

  test('an idempotency key is required where something is created, and judged', async () => {
    const response = (key: Record<string, string>) =>
      fetch(`${server.url}/api/v1${path}`, { method: 'POST', body: JSON.stringify(good), headers: { 'content-type': 'application/json', cookie: bureau.cookie, 'x-csrf-token': bureau.csrf, ...key } })
    expect((await (await response({})).json()).code).toBe('request.idempotency_key_required')
    expect((await (await response({ 'idempotency-key': 'short' })).json()).code).toBe('request.idempotency_key_malformed')
  })

  test('unknown addresses and methods', async () => {
    expect((await bureau.get('/nothing')).body.code).toBe('resource.not_found')
    expect((await bureau.delete('/editions')).status).toBe(405)
    expect(await raw('GET /assets/../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).not.toContain('root:')
  })
})

describe('the edge', () => {
  test('malformed requests are refused and the connection is closed', async () => {
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
    expect(await raw('POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n')).toMatch(/^(HTTP\/1.1 400 |$)/)
    expect(await raw('POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde')).toMatch(/^(HTTP\/1.1 400 |$)/)
    expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /)
  })

  test('line breaks in what is echoed never become headers', async () => {
    const answer = await bureau.get('/admin/accounts?sort=' + encodeURIComponent('x\r\nSet-Cookie: evil=1'))
    expect(answer.headers.get('set-cookie')).toBeNull()
    const code = await bureau.post('/my/codes', { purpose: 'change_email', channel: 'email', target: 'a@b.cn\r\nBcc: c@d.cn' })
    expect(code.body.errors).toMatchObject([{ field: 'target', code: 'field.email' }])
  })

  test('pages carry a strict content policy, answers are not kept', async () => {
    const page = await fetch(server.url + '/')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.headers.get('content-security-policy')).toMatch(/form-action 'self' *$/)
    // The gate's page reads badges with a camera, by a program compiled for the browser.
    const gate = await fetch(server.url + '/gate')
    expect(gate.headers.get('content-security-policy')).toBe(page.headers.get('content-security-policy')!.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"))
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const answer = await bureau.get('/my/account')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
