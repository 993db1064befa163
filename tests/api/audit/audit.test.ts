import { afterAll, beforeAll, expect, test } from 'vitest'
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

/** Asks until it is so; the sealing runs every two seconds. */
async function eventually<T>(ask: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 15_000
  for (;;) {
    const value = await ask()
    if (isSo(value)) return value
    if (Date.now() > deadline) throw new Error(`never so: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

test('each write leaves a line with who, from where, before and after; the chain seals it (ACC-08)', async () => {
  const window = (await bureau.get('/editions/8/windows')).body.items[0]
  await bureau.put(`/editions/8/windows/${window.kind}`, { opens_at: window.opens_at, closes_at: window.closes_at }, window.version)
  const sealed = await eventually(
    async () => (await bureau.get('/admin/audit_entries?action=window_changed')).body.items[0],
    (line) => line.seq !== null,
  )
  expect(sealed).toMatchObject({ actor_name: '进口博览局', ip: '127.0.0.1', subject_kind: 'edition_window' })
  expect(sealed.hash).toMatch(/^k1:[0-9a-f]{64}$/)
  const checked = (await bureau.post('/admin/audit_verifications')).body
  expect(checked).toMatchObject({ first_broken_seq: null })
  expect(checked.entries).toBeGreaterThan(0)
})

test('the log is filtered by day, actor and subject', async () => {
  const total = async (query: string) => (await bureau.get(`/admin/audit_entries?${query}`)).body.total
  expect((await total('to_on=2025-10-09')) + (await total('from_on=2025-10-10&to_on=2025-10-10'))).toBe(await total(''))
  expect(await total('from_on=2025-10-11')).toBe(0)
  expect(await total('actor=' + encodeURIComponent('进口博览局'))).toBeGreaterThan(0)
  expect(await total('actor=nobody')).toBe(0)
})

test('`expogate verify` finds the database sound', () => {
  const verified = server.command('verify')
  expect(verified.stdout).toContain('sound')
  expect(verified.status).toBe(0)
})
