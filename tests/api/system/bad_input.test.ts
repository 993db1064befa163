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
    expect(english.body.detail).toMatch(/to be corrected/)
  })

  test('queries and ids of any kind do no harm', async () => {
    for (const query of ['page=0', 'page=x', 'page_size=201', 'page=99999999999999999999', 'from_on=2025-13-01', 'unknown=1'])
      expect((await bureau.get(`/admin/audit_entries?${query}`)).status).toBe(422)
    expect((await bureau.get('/admin/audit_entries?%zz')).status).toBe(400)
    for (const id of ['..%2f..%2fetc', "1'%20or%201=1", 'a'.repeat(300), '%e8%bf%9b']) expect((await bureau.get(`/editions/${id}`)).status).toBe(404)
    for (const id of ['%00', '%c0%af', '%ff', 'a%0d%0ab', '%zz']) expect((await bureau.get(`/editions/${id}`)).status).toBe(400)
    for (const query of ['q=%ff', 'q=%c0%af', 'q=%ed%a0%80']) expect((await bureau.get(`/admin/accounts?${query}`)).status).toBe(400)
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
    const wrong = await bureau.delete('/editions')
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
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

  test('a refusal before any handler has the right status, speaks the client’s language and can be found in the log', async () => {
    const body = 'Content-Length: 3000000\r\nAccept-Language: en\r\n\r\n'
    for (const [line, status, title] of [
      ['POST /api/v1/nowhere', 404, 'Not found, or you do not have access'],
      ['POST /api/v1/system', 405, 'This method is not supported at this address'],
      ['PUT /some/page', 405, 'This method is not supported at this address'],
      ['FEED /', 501, 'This request method or transfer coding is not supported'],
      ['POST /api/v1/session', 413, 'The content is too large'],
    ] as const) {
      const answer = await raw(`${line} HTTP/1.1\r\nHost: x\r\n${body}`)
      expect(answer, line).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(answer).toMatch(/\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/)
      if (status === 405) expect(answer).toMatch(/\r\nAllow: GET, HEAD, OPTIONS\r\n/)
      const problem = JSON.parse(answer.slice(answer.indexOf('{')))
      expect(problem).toMatchObject({ status, title })
      expect(answer).toContain(`X-Request-Id: ${problem.request_id}`)
      expect(server.lines.some((text) => JSON.parse(text).request_id === problem.request_id)).toBe(true)
    }
  })

  test('a path has one spelling', async () => {
    for (const path of ['/metrics/', '//metrics', '/api/docs/', '/api/v1/system/', '/api//v1/system', '/sign-in/'])
      expect(await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`), path).toMatch(/^HTTP\/1.1 404 /)
  })

  test('who is no proxy of ours does not choose its address', async () => {
    const client = await cast.as('acme')
    const sessions = await fetch(`${server.url}/api/v1/my/sessions`, { headers: { cookie: client.cookie, 'x-forwarded-for': '192.0.2.7' } })
    expect(sessions.status).toBe(200)
    const nobody = await fetch(`${server.url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.7' }, body: JSON.stringify({ door: 'visitor', name: 'nobody-there', password: 'Wrong#2025' }) })
    expect(nobody.status).toBeGreaterThanOrEqual(400)
    expect((await bureau.get('/admin/audit_entries?page_size=200')).body.items.map((entry: { ip: string }) => entry.ip)).not.toContain('192.0.2.7')
  })

  test('the API’s description is made once and known by its tag', async () => {
    const first = await fetch(`${server.url}/api/openapi.json`)
    await first.arrayBuffer()
    const tag = first.headers.get('etag')!
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) expect((await fetch(`${server.url}/api/openapi.json`, { headers: { 'if-none-match': known } })).status, known).toBe(304)
    expect(first.headers.get('vary')).toBe('Accept-Encoding')
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
