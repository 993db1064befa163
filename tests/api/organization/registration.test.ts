import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { register, submit } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

describe('registration (ORG-01)', () => {
  test('begins an organization and its account, signed in at once', async () => {
    const { client, wanted } = await register(cast)
    const own = (await client.get('/my/organization')).body
    expect(own).toMatchObject({ state: 'draft', name_zh: wanted.name_zh, uscc: wanted.uscc, group_name_zh: '上海交易团' })
    expect(own.number).toMatch(/^D8\d{6}$/)
    const submitted = await submit(client)
    expect(submitted.body).toMatchObject({ state: 'submitted' })
    expect(submitted.status).toBe(200)
  })
})
