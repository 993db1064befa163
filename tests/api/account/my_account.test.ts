import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHmac } from 'node:crypto'
import { Cast, firstStep, newestCode, password, players } from '../../cast/cast.ts'
import { solvedCaptcha } from '../../support/proof_of_work.ts'
import { Server, demoTime } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

/** RFC 6238 for the server's clock, which stands at the demonstration's time. */
async function totp(secret: string, now: string): Promise<string> {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.parse(now) / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe('the password', () => {
  test('is changed by a code read from the outbox; every other session ends', async () => {
    const haidian = await cast.as('haidian')
    await server.moveClock(61) // the number got its sign-in code a minute ago
    const client = Object.assign(cast.nobody(), { cookie: haidian.cookie, csrf: haidian.csrf })
    expect((await client.post('/my/codes', { purpose: 'change_password', channel: 'sms', target: null })).status).toBe(200)
    const code = await newestCode(client)
    const answer = await client.put('/my/password', { code, current_password: null, new_password: 'Kite#4096blue' })
    expect(answer.status).toBe(200)
    const old = Object.assign(cast.nobody(), { cookie: haidian.cookie })
    expect((await old.get('/my/account')).status).toBe(401)
    client.csrf = answer.body.csrf_token
    expect((await client.get('/my/account')).status).toBe(200)
    const again = await client.put('/my/password', { code, current_password: null, new_password: 'Kite#4096green' })
    expect(again.body.errors).toMatchObject([{ field: 'code', code: 'code.wrong' }])
    await expect(firstStep(cast.nobody(), 'haidian')).rejects.toThrow('sign_in.failed')
    expect((await firstStep(cast.nobody(), 'haidian', 'Kite#4096blue')).state).toBe('second_step')
  })

  test('weak, common and unchanged ones are refused by field, and nothing is stored', async () => {
    const acme = await cast.as('acme')
    const change = async (new_password: string) => (await acme.put('/my/password', { code: null, current_password: password, new_password })).body.errors
    expect(await change('short1#')).toMatchObject([{ field: 'new_password', code: 'password.weak' }])
    expect(await change('Password#1')).toMatchObject([{ field: 'new_password', code: 'password.common' }])
    expect(await change(password)).toMatchObject([{ field: 'new_password', code: 'password.same' }])
    const wrong = await acme.put('/my/password', { code: null, current_password: 'nope', new_password: 'Kite#4096blue' })
    expect(wrong.body.errors).toMatchObject([{ field: 'current_password', code: 'account.current_password_wrong' }])
    const unproven = await acme.put('/my/password', { code: null, current_password: null, new_password: 'Kite#4096blue' })
    expect(unproven.body.errors).toMatchObject([{ field: 'code', code: 'account.proof_required' }])
    expect((await firstStep(cast.nobody(), 'acme')).state).toBe('signed_in')
  })

  test('a forgotten one is recovered by e-mail; the wrong address is answered alike and gets nothing', async () => {
    const client = cast.nobody()
    const ask = async (target: string) =>
      client.post('/password_recovery/codes', { door: 'visitor', name: players.anna.name, target, captcha: await solvedCaptcha(client) })
    const stranger = await ask('stranger@nordwind.example')
    const own = await ask('anna@nordwind.example')
    expect(stranger.status).toBe(200)
    expect(Object.keys(stranger.body)).toEqual(Object.keys(own.body))
    await expect(newestCode(client, 'stranger@nordwind.example')).rejects.toThrow('no code')
    const code = await newestCode(client, 'anna@nordwind.example')
    const recover = (target: string) => client.post('/password_recovery', { door: 'visitor', name: players.anna.name, target, code, new_password: 'Fjord#2025new' })
    expect((await recover('stranger@nordwind.example')).body.errors).toMatchObject([{ field: 'code', code: 'code.wrong' }])
    expect((await recover('anna@nordwind.example')).status).toBe(204)
    expect((await firstStep(cast.nobody(), 'anna', 'Fjord#2025new')).state).toBe('signed_in')
  })
})

describe('codes (ACC-03)', () => {
  test('one a minute to a number, valid for five minutes', async () => {
    const client = await cast.signIn('zhangwei')
    const ask = (session = client) => session.post('/my/codes', { purpose: 'change_password', channel: 'sms', target: null })
    expect((await ask()).status).toBe(200)
    const code = await newestCode(client)
    const tooSoon = await ask()
    expect(tooSoon.status).toBe(429)
    expect(tooSoon.body.code).toBe('code.too_soon')
    expect(Number(tooSoon.headers.get('retry-after'))).toBeLessThanOrEqual(61)
    await server.moveClock(5 * 60 + 1)
    const later = Object.assign(cast.nobody(), { cookie: client.cookie, csrf: client.csrf })
    const expired = await later.put('/my/password', { code, current_password: null, new_password: 'Kite#4096blue' })
    expect(expired.body.errors).toMatchObject([{ field: 'code', code: 'code.wrong' }])
    expect((await ask(later)).status).toBe(200)
  })

  test('the codes of signing in and of recovery cannot be asked for here', async () => {
    const acme = await cast.signIn('acme')
    for (const purpose of ['second_step', 'recover_password'])
      expect((await acme.post('/my/codes', { purpose, channel: 'sms', target: null })).body.errors).toMatchObject([{ field: 'purpose', code: 'field.choice' }])
  })

  test('requests that race get one code between them', async () => {
    const client = await cast.signIn('exhibitor')
    const answers = await Promise.all(Array.from({ length: 12 }, () => client.post('/my/codes', { purpose: 'change_password', channel: 'sms', target: null })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(11).fill(429)])
  })

  test('a new mobile is bound with a code sent to it, masked wherever it is shown', async () => {
    const client = await cast.signIn('exhibitor')
    expect((await client.post('/my/codes', { purpose: 'change_mobile', channel: 'sms', target: '138-0013 8000' })).body.target_masked).toBe('138****8000')
    const code = await newestCode(client, '13800138000')
    const other = await client.put('/my/mobile', { mobile: '13800138001', code, current_password: password })
    expect(other.body.errors).toMatchObject([{ field: 'code', code: 'code.wrong' }])
    const bound = await client.put('/my/mobile', { mobile: '+86 138 0013 8000', code, current_password: password })
    expect(bound.status).toBe(200)
    expect(bound.body.mobile_masked).toBe('138****8000')
    expect(JSON.stringify(bound.body)).not.toContain('13800138000')
  })
})

test('a new e-mail is bound with a code sent to it', async () => {
  const client = await cast.signIn('exhibitor')
  expect((await client.post('/my/codes', { purpose: 'change_email', channel: 'email', target: 'desk@alpine.example' })).body.target_masked).toBe('d****@alpine.example')
  const code = await newestCode(client, 'desk@alpine.example')
  const bound = await client.put('/my/email', { email: 'desk@alpine.example', code, current_password: password })
  expect(bound.body.email_masked).toBe('d****@alpine.example')
  const used = await client.put('/my/email', { email: 'desk@alpine.example', code, current_password: password })
  expect(used.body.errors).toMatchObject([{ field: 'code', code: 'code.wrong' }])
})

test('an authenticator is set up, signs in once per code, and can be removed', async () => {
  const client = await cast.signIn('exhibitor')
  const now = async () => (await client.get('/system')).body.now as string
  const setup = await client.post('/my/totp', { current_password: password })
  expect(setup.body.uri).toMatch(/^otpauth:\/\/totp\//)
  expect(setup.body.qr_svg).toContain('<svg')
  expect((await client.put('/my/totp', { code: '000000' })).body.errors).toMatchObject([{ field: 'code', code: 'code.wrong' }])
  const code = await totp(setup.body.secret, await now())
  expect((await client.put('/my/totp', { code })).body.totp_enabled).toBe(true)

  const fresh = cast.nobody()
  expect((await firstStep(fresh, 'exhibitor')).second_step?.methods).toEqual(['totp', 'sms'])
  const replay = await fresh.post('/session/second_step', { method: 'totp', code })
  expect(replay.body.errors).toMatchObject([{ field: 'code', code: 'sign_in.second_step_wrong' }])
  await server.moveClock(30)
  const later = cast.nobody()
  await firstStep(later, 'exhibitor')
  const next = await later.post('/session/second_step', { method: 'totp', code: await totp(setup.body.secret, (await later.get('/system')).body.now) })
  expect(next.body.state).toBe('signed_in')
  later.csrf = next.body.csrf_token
  expect((await later.post('/my/totp_removals', { current_password: password })).body.totp_enabled).toBe(false)
})

test('consents are kept with the version that was read (ACC-07)', async () => {
  const acme = await cast.signIn('acme')
  expect((await acme.get('/my/account')).body.consents_missing).toEqual(['privacy_policy'])
  expect((await acme.post('/my/consents', { document: 'privacy_policy', version: 99 })).body.code).toBe('consent.outdated')
  expect((await acme.post('/my/consents', { document: 'privacy_policy', version: 1 })).status).toBe(204)
  expect((await acme.get('/my/account')).body.consents_missing).toEqual([])
})

test('the profile is changed by who has read its newest version', async () => {
  const acme = await cast.signIn('acme')
  const { version } = (await acme.get('/my/account')).body
  const changed = await acme.patch('/my/account', { display_name: '上海示例进出口有限公司' }, version)
  expect(changed.body.display_name).toBe('上海示例进出口有限公司')
  expect(changed.headers.get('etag')).toBe(`"${version + 1}"`)
  expect((await acme.patch('/my/account', { display_name: '旧' }, version)).status).toBe(412)
  expect((await acme.patch('/my/account', { display_name: '旧' })).status).toBe(428)
})

test('the demonstration’s clock stands in October 2025', async () => {
  const { now, time_machine } = (await cast.nobody().get('/system')).body
  expect(time_machine).toBe(true)
  expect(Date.parse(now)).toBeGreaterThanOrEqual(demoTime)
})
