import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, firstStep } from '../../cast/cast.ts'
import type { Schemas } from '../../support/client.ts'
import { follow, tokenIn } from '../../support/installation.ts'
import { Server, engine } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

test('health, readiness and metrics answer, and the metrics name no person', async () => {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  await cast.signIn('acme')
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(metrics).toContain('expogate_requests_total{route="session_create",status="200"}')
  expect(metrics).not.toContain('91310115MA1K35XY5H')
})

test('the documentation page lists every operation and error code', async () => {
  const page = await (await fetch(`${server.url}/api/docs`)).text()
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, { operationId: string }>> }
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId))
  expect(operations.length).toBeGreaterThan(60)
  for (const operation of operations) expect(page).toContain(`id="${operation}"`)
  expect(page).toContain('id="edition.window_closed"')
})

test('logs carry the request id and no personal data', async () => {
  const { headers } = await cast.nobody().get('/editions')
  const id = headers.get('x-request-id')
  const line = server.lines.map((text) => JSON.parse(text)).find((event) => event.request_id === id)
  expect(line).toMatchObject({ event: 'request_finished', route: 'edition_list', status: 200 })
  expect(server.lines.join('\n')).not.toMatch(/139\d{8}|Expo#2025demo/)
})

test('SIGTERM ends it in order', async () => {
  expect(await server.end()).toBe(0)
  await server.serve()
  cast = new Cast(server)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

test('every mistake of the configuration is told at start', () => {
  const broken = () => Server.start({ EXPOGATE_HTTP_FAST_THREADS: '0', EXPOGATE_DEMO_ENABLED: 'yes', EXPOGATE_DATABASE_CONNECTIONS: 'many' })
  return expect(broken()).rejects.toThrow(/http\.fast_threads must be between[\s\S]*DATABASE_CONNECTIONS must be a whole number[\s\S]*DEMO_ENABLED must be true or false|[\s\S]*FAST_THREADS[\s\S]*/)
})

describe.runIf(engine === 'sqlite')('backup and restore', () => {
  test('a backup made while serving brings everything back', async () => {
    const file = join(server.folder, 'backup.db')
    const bureau = await cast.signIn('bureau')
    const added = (await bureau.post('/admin/notices', { title_zh: '备份前', title_en: '', body_zh: 'x', body_en: '', level: 'info', audience: 'everyone' })).body
    expect(server.command('backup', file).stdout).toContain('whole')
    await bureau.post('/admin/notices', { title_zh: '备份后', title_en: '', body_zh: 'x', body_en: '', level: 'info', audience: 'everyone' })
    expect(() => server.command('backup', file)).toThrow('exists already')
    await server.end()
    server.command('restore', file)
    expect(existsSync(join(server.folder, 'expogate.db.before-restore'))).toBe(true)
    await server.serve()
    const again = Object.assign(cast.nobody(), { url: server.url, cookie: bureau.cookie, csrf: bureau.csrf })
    const restored = new Cast(server).nobody()
    restored.cookie = again.cookie
    const titles = (await restored.get('/admin/notices')).body.items.map((n: { title_zh: string }) => n.title_zh)
    expect(titles).toContain('备份前')
    expect(titles).not.toContain('备份后')
    expect(added.state).toBe('draft')
    expect(server.command('verify').status).toBe(0)
  })
})

test('keys are rotated: everything is sealed anew and stays readable', async () => {
  const { appendFileSync } = await import('node:fs')
  const { randomBytes } = await import('node:crypto')
  await server.end()
  appendFileSync(join(server.folder, 'keys.txt'), `2:${randomBytes(32).toString('base64')}:active\n`)
  expect(server.command('reseal').stdout).toMatch(/[1-9]\d* value\(s\) encrypted with key 2/)
  expect(server.command('reseal').stdout).toMatch(/^0 value/m)
  await server.serve()
  cast = new Cast(server)
  expect((await firstStep(cast.nobody(), 'beijing')).second_step?.mobile_masked).toMatch(/^139/)
})

test('an operator adds an administrator and lets a password be chosen anew from the command line', async () => {
  const client = cast.nobody()
  const messages = async () => (await client.get<Schemas['PageOf_ReadableMessage']>('/sandbox/messages?to=13700008888')).body.items
  const linked = async (count: number) => {
    await expect.poll(async () => (await messages()).length, { timeout: 20_000 }).toBe(count)
    return tokenIn((await messages())[0]!.body)
  }
  expect(server.command('user', 'add-admin', 'chief', '13700008888').stdout).toContain('was sent a personal link to 137****8888')
  await follow(client, await linked(1), 'Harbour#77sea')
  expect((await client.post('/session', { door: 'bureau', name: 'chief', password: 'Harbour#77sea' })).body.state).toBe('second_step')
  expect(() => server.command('user', 'add-admin', 'chief2', 'nonsense')).toThrow('no mobile number')
  expect(server.command('user', 'reset', 'chief').stdout).toContain('personal link')
  await follow(client, await linked(2), 'Harbour#78sea')
  expect((await client.post('/session', { door: 'bureau', name: 'chief', password: 'Harbour#78sea' })).body.state).toBe('second_step')
})
