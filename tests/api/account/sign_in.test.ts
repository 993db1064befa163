import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, firstStep, newestCode, password, players, secondStep } from '../../cast/cast.ts'
import { solvedCaptcha } from '../../support/proof_of_work.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

describe('signing in', () => {
  test('a visitor signs in with one step, a group and the bureau need two (ACC-05)', async () => {
    const acme = await firstStep(cast.nobody(), 'acme')
    expect(acme.state).toBe('signed_in')
    expect(acme.account?.door).toBe('visitor')
    for (const player of ['beijing', 'reviewer'] as const) {
      const client = cast.nobody()
      const first = await firstStep(client, player)
      expect(first).toMatchObject({ state: 'second_step', account: null, second_step: { methods: ['sms'] } })
      expect((await client.get('/my/account')).status).toBe(401)
      expect((await client.get('/session')).body).toMatchObject({ state: 'second_step', csrf_token: client.csrf })
      const second = await secondStep(client)
      expect(second.state).toBe('signed_in')
      expect((await client.get('/my/account')).status).toBe(200)
    }
  })

  test('the first step’s token is worth nothing after the second', async () => {
    const client = cast.nobody()
    await firstStep(client, 'finance')
    const stolen = { cookie: client.cookie, csrf: client.csrf }
    await secondStep(client)
    const thief = cast.nobody()
    Object.assign(thief, stolen)
    expect((await thief.get('/my/account')).status).toBe(401)
    expect((await thief.post('/session/second_step_codes')).body.code).toBe('sign_in.second_step_over')
  })

  test('an unknown name is answered like a wrong password (ACC-01)', async () => {
    const client = cast.nobody()
    const unknown = await client.post('/session', { door: 'visitor', name: 'nobody-here', password: 'Wrong#123x' })
    const wrong = await client.post('/session', { door: 'visitor', name: players.anna.name, password: 'Wrong#123x' })
    expect(unknown.status).toBe(401)
    const withoutId = ({ request_id: _, ...rest }: Record<string, unknown>) => rest
    expect(withoutId(unknown.body)).toEqual(withoutId(wrong.body))
    const refused = server.lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'sign_in_refused')
    expect(refused.slice(-2)).toMatchObject([{ door: 'visitor', account: '', ip: '127.0.0.1' }, { door: 'visitor', account: expect.stringMatching(/./), ip: '127.0.0.1' }])
    expect(JSON.stringify(refused)).not.toContain(players.anna.name)
  })

  test('the third attempt needs the check, the fifth failure locks for fifteen minutes (ACC-02)', async () => {
    const client = cast.nobody()
    const attempt = async (secret: string, captcha: unknown = null) =>
      client.post('/session', { door: 'visitor', name: 'lock-me', password: secret, captcha })
    expect((await attempt('x')).body.details).toMatchObject({ captcha_required: false, failures_left: 4 })
    expect((await attempt('x')).body.details).toMatchObject({ captcha_required: true, failures_left: 3 })
    const unchecked = await attempt('x')
    expect(unchecked.body.errors).toMatchObject([{ field: 'captcha', code: 'captcha.required' }])
    for (const left of [2, 1]) expect((await attempt('x', await solvedCaptcha(client))).body.details.failures_left).toBe(left)
    const locked = await attempt('x', await solvedCaptcha(client))
    expect(locked.status).toBe(429)
    expect(locked.body.code).toBe('sign_in.locked')
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(14 * 60)
    expect((await attempt('x', await solvedCaptcha(client))).status).toBe(429)
  })

  test('attempts at the same moment cannot pass the limit together', async () => {
    const client = cast.nobody()
    const captchas = await Promise.all(Array.from({ length: 20 }, () => solvedCaptcha(client)))
    const answers = await Promise.all(
      captchas.map((captcha) => client.post('/session', { door: 'visitor', name: 'raced', password: 'guess', captcha })),
    )
    const judged = answers.filter((answer) => answer.status === 401).length
    expect(judged).toBeLessThanOrEqual(5)
    expect(answers.filter((answer) => answer.status === 429).length).toBe(20 - judged)
  })

  test('a challenge is good for one answer', async () => {
    const client = cast.nobody()
    const captcha = await solvedCaptcha(client)
    const ask = () => client.post('/password_recovery/codes', { door: 'visitor', name: 'x', target: '13900000000', captcha })
    expect((await ask()).status).toBe(200)
    expect((await ask()).body.errors).toMatchObject([{ field: 'captcha', code: 'captcha.wrong' }])
  })

  test('a wrong second step has five tries, and a code works once', async () => {
    const client = cast.nobody()
    await firstStep(client, 'editor')
    await client.post('/session/second_step_codes')
    const right = await newestCode(client)
    const wrong = right === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) expect((await client.post('/session/second_step', { method: 'sms', code: wrong })).body.errors[0].code).toBe('code.wrong')
    expect((await client.post('/session/second_step', { method: 'sms', code: right })).body.code).toBe('sign_in.second_step_over')
  })
})

describe('sessions', () => {
  test('a write by cookie needs the session’s own token (ACC-04)', async () => {
    const acme = await cast.as('acme')
    const token = acme.csrf
    acme.csrf = ''
    expect((await acme.patch('/my/account', { display_name: 'x' }, 1)).body.code).toBe('session.csrf')
    acme.csrf = 'forged'
    expect((await acme.patch('/my/account', { display_name: 'x' }, 1)).body.code).toBe('session.csrf')
    acme.csrf = token
    expect((await acme.get('/my/account')).status).toBe(200)
  })

  test('a client without cookies carries its token itself', async () => {
    const client = cast.nobody()
    const { body } = await client.post('/session', { ...players.anna, password, token_wanted: true })
    expect(client.cookie).toBe('')
    const bearer = { authorization: `Bearer ${body.token}` }
    expect((await client.get('/my/account', bearer)).body.login_name).toBe(players.anna.name)
    expect((await client.call('DELETE', '/session', undefined, bearer)).status).toBe(204)
    expect((await client.get('/my/account', bearer)).status).toBe(401)
  })

  test('forged and malformed tokens are nobody’s', async () => {
    for (const cookie of ['expogate_session=', 'expogate_session=abc', `expogate_session=${'A'.repeat(43)}`, 'expogate_session=%00%0a', ';;;=;']) {
      const client = cast.nobody()
      client.cookie = cookie
      expect((await client.get('/my/account')).status).toBe(401)
      expect((await client.get('/editions')).status).toBe(200)
    }
  })

  test('one may see and end one’s own sessions, and nobody else’s', async () => {
    const anna = await cast.as('anna')
    const other = await cast.signIn('anna')
    const list = (await anna.get('/my/sessions')).body.items as { id: string; current: boolean }[]
    const foreign = list.find((session) => !session.current)!
    expect((await (await cast.as('acme')).delete(`/my/sessions/${foreign.id}`)).status).toBe(404)
    expect((await anna.delete(`/my/sessions/${foreign.id}`)).status).toBe(204)
    expect((await other.get('/my/account')).status).toBe(401)
    expect((await anna.get('/my/account')).status).toBe(200)
    const everywhere = [await cast.signIn('anna'), await cast.signIn('anna')]
    expect((await anna.delete('/my/sessions')).status).toBe(204)
    for (const client of everywhere) expect((await client.get('/my/account')).status).toBe(401)
    expect((await anna.get('/my/sessions')).body.items).toMatchObject([{ current: true }])
  })

  test('a session ends after two idle hours, and after twelve in any case', async () => {
    const zhangwei = await cast.signIn('zhangwei')
    await server.moveClock(2 * 3600 - 60)
    const moved = Object.assign(cast.nobody(), { cookie: zhangwei.cookie, csrf: zhangwei.csrf })
    expect((await moved.get('/my/account')).status).toBe(200)
    await server.moveClock(2 * 3600 + 60)
    const later = Object.assign(cast.nobody(), { cookie: zhangwei.cookie, csrf: zhangwei.csrf })
    expect((await later.get('/my/account')).status).toBe(401)
  })
})
