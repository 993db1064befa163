import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { Cast } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
beforeAll(async () => (server = await Server.start()))
afterAll(() => server.stop())

const draft = (title: string) => ({ title_zh: title, title_en: '', body_zh: '内容', body_en: '', level: 'info', audience: 'everyone' })

/** Writes until the server is gone; remembers what was acknowledged, and the one that was under way. */
async function writeUntilKilled(client: Client, writer: number, acknowledged: Map<string, string>, open: Map<string, string>): Promise<void> {
  for (let i = 0; ; i++) {
    const [title, key] = [`${writer}-${i}-${randomUUID()}`, randomUUID()]
    open.set(title, key)
    try {
      const answer = await client.post('/admin/notices', draft(title), { 'idempotency-key': key })
      if (answer.status !== 200) return
      acknowledged.set(title, answer.body.id)
      open.delete(title)
    } catch {
      return // the connection broke: this one's outcome is unknown, and its key is tried again below
    }
  }
}

test('kill -9 under load loses nothing that was acknowledged, and a retry finds its work done or does it once', async () => {
  const bureau = await new Cast(server).signIn('bureau')
  for (let round = 0; round < 3; round++) {
    const acknowledged = new Map<string, string>()
    const open = new Map<string, string>()
    const again = (): Client => Object.assign(new Cast(server).nobody(), { cookie: bureau.cookie, csrf: bureau.csrf })
    const client = again()
    const writers = Array.from({ length: 8 }, (_, writer) => writeUntilKilled(client, writer, acknowledged, open))
    while (acknowledged.size < 100) await new Promise((resolve) => setImmediate(resolve))
    await server.end('SIGKILL')
    await Promise.all(writers)
    await server.serve()
    const after = again()
    for (const [title, key] of open) {
      const answer = await after.post('/admin/notices', draft(title), { 'idempotency-key': key })
      expect(answer.status).toBe(200)
      acknowledged.set(title, answer.body.id)
    }
    const rows: { id: string; title_zh: string }[] = []
    for (let page = 1; ; page++) {
      const { items } = (await after.get(`/admin/notices?page_size=200&page=${page}`)).body
      rows.push(...items)
      if (items.length < 200) break
    }
    for (const [title, id] of acknowledged) expect(rows.filter((row) => row.title_zh === title)).toEqual([expect.objectContaining({ id })])
  }
  expect(server.command('verify')).toMatchObject({ status: 0 })
})
