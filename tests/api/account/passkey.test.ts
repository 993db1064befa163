import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, firstStep, password, type Player } from '../../cast/cast.ts'
import { Authenticator, relyingParty, siteOrigin, type Twist } from '../../support/authenticator.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start({ EXPOGATE_HTTP_PUBLIC_URL: `${siteOrigin}/` })
  cast = new Cast(server)
})
afterAll(() => server.stop())

const begin = async (client: Client) => (await client.post<Schemas['PasskeyCreation']>('/my/passkey_challenges', { current_password: password })).body
const wrong = (code: string) => [{ field: 'passkey', code }]

async function register(client: Client, key: Authenticator, name = '钥匙', twist: Twist = {}) {
  const { challenge } = await begin(client)
  return client.post<Schemas['PasskeyRow'] & Problem>('/my/passkeys', { name, ...key.register(challenge, twist) })
}

/** The first step, and what the browser is then to ask. */
async function asked(player: Player) {
  const client = cast.nobody()
  const first = await firstStep(client, player)
  const question = (await client.post<Schemas['PasskeyQuestion']>('/session/passkey_challenges')).body
  return { client, methods: first.second_step!.methods, question }
}

describe('registering', () => {
  test('asks for the password, is told to the owner, and signs in from then on', async () => {
    const finance = await cast.as('finance')
    const refused = await finance.post('/my/passkey_challenges', { current_password: 'nope' })
    expect(refused.body.errors).toMatchObject([{ field: 'current_password', code: 'account.current_password_wrong' }])
    const asks = await begin(finance)
    expect(asks).toMatchObject({ relying_party: relyingParty, algorithms: [-7, -8, -257], known: [] })
    const key = new Authenticator()
    const made = await finance.post('/my/passkeys', { name: '办公室', ...key.register(asks.challenge) })
    expect(made.body).toMatchObject({ name: '办公室', last_used_at: null, locked_at: null })
    const outbox = await finance.get<Schemas['PageOf_ReadableMessage']>('/sandbox/messages')
    expect(outbox.body.items[0]!.body).toContain('通行密钥已变更')

    const { client, methods, question } = await asked('finance')
    expect(methods).toEqual(['passkey', 'sms'])
    expect(question.allowed).toEqual([{ id: key.id.toString('base64url'), transports: ['usb'] }])
    const session = await client.post<Schemas['SessionView']>('/session/passkey_answers', key.answer(question.challenge))
    expect(session.body).toMatchObject({ state: 'signed_in', account: { passkeys: 1 } })
    client.csrf = session.body.csrf_token
    expect((await client.get('/my/passkeys')).body.items).toMatchObject([{ name: '办公室', last_used_at: expect.any(String) }])
    const row = (await (await cast.as('bureau')).get('/admin/accounts?q=bureau-finance')).body.items[0]
    expect(row.two_step).toBe('passkey')
  })

  test.each(['EdDSA', 'RS256'] as const)('%s keys are taken and verified too', async (algorithm) => {
    const key = new Authenticator(algorithm)
    expect((await register(await cast.as('auditor'), key)).status).toBe(200)
    const { client, question } = await asked('auditor')
    expect((await client.post('/session/passkey_answers', key.answer(question.challenge))).body.state).toBe('signed_in')
  })

  test.each<[string, Twist]>([
    ['a page of another origin', { origin: 'https://visitors.example.evil.example' }],
    ['a page by http', { origin: 'http://visitors.example' }],
    ['an authenticator that answers another site', { relyingParty: 'evil.example' }],
    ['a page inside another one', { crossOrigin: true }],
    ['nobody touching it', { flags: 0x40 }],
    ['another ceremony', { type: 'webauthn.get' }],
    ['a challenge of its own', { challenge: 'AAAA' }],
  ])('%s is refused', async (_, twist) => {
    const answer = await register(await cast.as('editor'), new Authenticator(), 'x', twist)
    expect(answer.body.errors).toMatchObject(wrong('passkey.wrong'))
    expect((await (await cast.as('editor')).get('/my/passkeys')).body.items).toEqual([])
  })

  test('a challenge is good for one answer, for its own session, and for five minutes', async () => {
    const editor = await cast.as('editor')
    const { challenge } = await begin(editor)
    const stranger = await (await cast.as('badges')).post('/my/passkeys', { name: 'x', ...new Authenticator().register(challenge) })
    expect(stranger.body.errors).toMatchObject(wrong('passkey.over'))
    expect((await editor.post('/my/passkeys', { name: 'x', ...new Authenticator().register(challenge) })).status).toBe(200)
    const again = await editor.post('/my/passkeys', { name: 'x', ...new Authenticator().register(challenge) })
    expect(again.body.errors).toMatchObject(wrong('passkey.over'))
  })

  test('an authenticator is registered once, whoever asks', async () => {
    const key = new Authenticator()
    expect((await register(await cast.as('gates'), key)).status).toBe(200)
    const theft = await register(await cast.as('badges'), key)
    expect(theft.body.errors).toMatchObject(wrong('passkey.known'))
  })

  test('is renamed and removed by its owner alone', async () => {
    const gates = await cast.as('gates')
    const { id } = (await register(gates, new Authenticator(), '旧手机')).body
    const stranger = await cast.as('badges')
    expect((await stranger.put(`/my/passkeys/${id}`, { name: 'x' })).status).toBe(404)
    expect((await stranger.post(`/my/passkeys/${id}/removals`, { current_password: password })).status).toBe(404)
    expect((await gates.put(`/my/passkeys/${id}`, { name: '新手机' })).body.name).toBe('新手机')
    expect((await gates.post(`/my/passkeys/${id}/removals`, { current_password: 'nope' })).body.errors).toMatchObject([{ code: 'account.current_password_wrong' }])
    expect((await gates.post(`/my/passkeys/${id}/removals`, { current_password: password })).status).toBe(204)
    expect((await gates.get('/my/passkeys')).body.items.map((row: { id: string }) => row.id)).not.toContain(id)
  })
})

describe('the second step', () => {
  let key: Authenticator
  beforeAll(async () => {
    key = new Authenticator()
    expect((await register(await cast.as('reviewer'), key)).status).toBe(200)
  })

  test.each<[string, Twist | (() => Twist)]>([
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['an authenticator that answers another site', { relyingParty: 'evil.example' }],
    ['a registration’s answer', { type: 'webauthn.create' }],
    ['nobody touching it', { flags: 0 }],
    ['another key’s signature', () => ({ signedBy: new Authenticator().privateKey })],
  ])('refuses %s, and writes it into the history', async (_, twist) => {
    const { client, question } = await asked('reviewer')
    const answer = await client.post('/session/passkey_answers', key.answer(question.challenge, typeof twist === 'function' ? twist() : twist))
    expect(answer.body.errors).toMatchObject(wrong('passkey.wrong'))
    expect((await client.get('/my/account')).status).toBe(401)
    const history = await (await cast.as('reviewer')).get('/my/sign_ins')
    expect(history.body.items[0].outcome).toBe('second_step_failed')
    // The same challenge, answered rightly, comes too late.
    expect((await client.post('/session/passkey_answers', key.answer(question.challenge))).body.errors).toMatchObject(wrong('passkey.over'))
    const next = await client.post('/session/passkey_challenges')
    expect((await client.post('/session/passkey_answers', key.answer(next.body.challenge))).body.state).toBe('signed_in')
  })

  test('refuses another account’s passkey', async () => {
    const theirs = new Authenticator()
    await register(await cast.as('badges'), theirs)
    const { client, question } = await asked('reviewer')
    const answer = await client.post('/session/passkey_answers', theirs.answer(question.challenge))
    expect(answer.body.errors).toMatchObject(wrong('passkey.wrong'))
  })

  test('refuses an answer that was given in another session', async () => {
    const one = await asked('reviewer')
    const two = await asked('reviewer')
    const answer = key.answer(one.question.challenge)
    expect((await two.client.post('/session/passkey_answers', answer)).body.errors).toMatchObject(wrong('passkey.wrong'))
    expect((await one.client.post('/session/passkey_answers', answer)).body.state).toBe('signed_in')
  })

  test('has the tries of every second step', async () => {
    const { client } = await asked('reviewer')
    const guess = async () => client.post('/session/passkey_answers', new Authenticator().answer('AAAA'))
    for (let i = 0; i < 5; i++) expect((await guess()).body.errors).toBeTruthy()
    expect((await guess()).body.code).toBe('sign_in.second_step_over')
    await (await cast.as('bureau')).post(`/admin/accounts/${(await (await cast.as('reviewer')).get('/my/account')).body.id}/unlocks`)
  })

  test('a count that goes back locks the passkey and is told to its owner', async () => {
    const { client, question } = await asked('reviewer')
    const copied = await client.post('/session/passkey_answers', key.answer(question.challenge, { count: 1 }))
    expect(copied.body.errors).toMatchObject(wrong('passkey.locked'))
    const outbox = await client.get<Schemas['PageOf_ReadableMessage']>('/sandbox/messages')
    expect(outbox.body.items[0]!.body).toContain('疑被复制')
    expect((await (await cast.as('reviewer')).get('/my/passkeys')).body.items).toMatchObject([{ locked_at: expect.any(String) }])
    const later = await asked('reviewer')
    expect(later.methods).toEqual(['sms'])
    expect(later.question.allowed).toEqual([])
    expect((await later.client.post('/session/passkey_answers', key.answer(later.question.challenge))).body.errors).toMatchObject(wrong('passkey.locked'))
  })
})

test('a code cannot be sent as a passkey’s', async () => {
  const { client } = await asked('finance')
  expect((await client.post('/session/second_step', { method: 'passkey', code: '123456' })).body.errors).toMatchObject([{ field: 'method', code: 'field.choice' }])
})
