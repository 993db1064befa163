// Sign-in names that say who somebody is stand nowhere in the clear (ACC-07).
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast, firstStep, password, players } from '../../cast/cast.ts'
import type { Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

const rowOf = async (q: string) => (await (await cast.as('bureau')).get<Schemas['PageOf_AccountRow']>(`/admin/accounts?q=${encodeURIComponent(q)}`)).body.items

test('an e-mail address and a mobile sign in however they are typed, and are shown masked in lists', async () => {
  for (const name of ['anna@nordwind.example', ' Anna@Nordwind.EXAMPLE ']) {
    const answer = await cast.nobody().post('/session', { door: 'visitor', name, password })
    expect(answer.body).toMatchObject({ state: 'signed_in', account: { login_name: 'anna@nordwind.example' } })
  }
  expect((await firstStep(cast.nobody(), 'zhangwei')).state).toBe('signed_in')
  expect(await rowOf('anna@nordwind.example')).toMatchObject([{ login_name: 'a****@nordwind.example' }])
  expect(await rowOf('13900009999')).toMatchObject([{ login_name: '139****9999' }])
  expect(await rowOf('anna@nordwind')).toEqual([])
  expect(await rowOf(players.acme.name)).toMatchObject([{ login_name: players.acme.name }])
})

test('the name stays taken', async () => {
  const bureau = await cast.as('bureau')
  const add = (login_name: string) => bureau.post('/admin/accounts', { login_name, display_name: '张三', role: 'bureau_editor', mobile: '13912345678', email: null })
  expect((await add('zhang.san@bureau.example')).body.account.login_name).toBe('z****@bureau.example')
  expect((await add('Zhang.San@Bureau.example')).body.errors).toMatchObject([{ field: 'login_name', code: 'account.login_name_taken' }])
  const lines = (await bureau.get('/admin/audit_entries?action=account_added')).body
  expect(JSON.stringify(lines)).not.toContain('zhang.san@bureau.example')
})

test('the locks of names hold nothing that can be guessed', async () => {
  await cast.nobody().post('/session', { door: 'visitor', name: 'nobody@nordwind.example', password: 'x' })
  const guess = createHash('sha256').update('visitor|nobody@nordwind.example').digest('hex')
  // Refused, were it there.
  for (const id of [guess, guess.slice(0, 32)]) server.sql(`insert into sign_in_locks (id, failures, first_failure_at) values ('${id}', 1, 1)`)
})

test('what an earlier release kept in the clear is sealed once, and signs in as before', async () => {
  server.sql(`update accounts set login_name = 'anna@nordwind.example', login_key = 'anna@nordwind.example', login_name_sealed = null where login_name = 'a****@nordwind.example'`)
  await expect(firstStep(cast.nobody(), 'anna')).rejects.toThrow('sign_in.failed')
  expect(server.command('reseal').stdout).toMatch(/^1 value/m)
  expect(server.command('reseal').stdout).toMatch(/^0 value/m)
  expect((await firstStep(cast.nobody(), 'anna')).account!.login_name).toBe('anna@nordwind.example')
  expect(await rowOf('anna@nordwind.example')).toMatchObject([{ login_name: 'a****@nordwind.example' }])
})
