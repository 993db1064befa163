// What is edited is found again by its id when somebody else has saved first: its name may be what was changed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast, type Player } from '../../cast/cast.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

const lists: [path: string, player: Player][] = [
  ['/admin/accounts', 'bureau'],
  ['/admin/trading_groups', 'bureau'],
  ['/admin/notices', 'bureau'],
  ['/key_invitees', 'shanghai'],
  ['/organization_quotas', 'shanghai'],
]

test.each(lists)('%s finds the one of an id, and nobody else’s', async (path, player) => {
  const client = await cast.as(player)
  const { items } = (await client.get<{ items: { id: string }[] }>(`${path}?page_size=2`)).body
  const last = items.at(-1)!
  const found = await client.get<{ items: { id: string }[]; total: number }>(`${path}?id=${last.id}`)
  expect(found.body).toMatchObject({ total: 1, items: [{ id: last.id }] })
  expect((await client.get<{ total: number }>(`${path}?id=${last.id.slice(0, -1)}-`)).body.total).toBe(0)
})
