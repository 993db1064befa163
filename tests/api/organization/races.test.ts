// Many hands on one organization. Each guard's control, with the guard off, stands in organization_race_test.cpp.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { Cast, newestCode, password } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { completed, decided, register, registerAndSubmit, registration, review, sendRegistrationCode, uploadLicence, uscc, type FormView } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let reviewers: Client[]
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  reviewers = [await cast.as('shanghai'), await cast.as('shanghaiOperator')]
})
afterAll(() => server.stop())

let codes = 0
const awaiting = () => registerAndSubmit(cast, { category: 'government', uscc: uscc(3000 + ++codes, '11') })
const statuses = (answers: { status: number }[]) => answers.map((a) => a.status).sort()
const events = async (reader: Client, id: string): Promise<string[]> => (await reader.get(`/organizations/${id}`)).body.history.map((h: { event: string }) => h.event)
const verdicts = ['approve', 'reject', 'return_for_changes'] as const

describe('two reviewers', () => {
  test('one verdict counts; the others are told whose it was', async () => {
    for (let round = 0; round < 5; round++) {
      const { organization } = await awaiting()
      const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => review(reviewers[i % 2]!, organization, verdicts[i % 3]!, '同时审核')))
      const [won, ...lost] = [...answers].sort((a, b) => a.status - b.status)
      expect(won!.status).toBe(200)
      for (const answer of lost) {
        expect(answer.status).toBe(409)
        expect(answer.body).toMatchObject({ code: 'review.decided', details: { state: won!.body.state } })
      }
      expect((await events(reviewers[0]!, organization.id)).filter((e) => ['approved', 'rejected', 'returned'].includes(e))).toHaveLength(1)
    }
  })
})

describe('two registrations of one code', () => {
  test('one begins; the others are told that it is taken', async () => {
    const code = uscc(3500)
    const contenders = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const client = cast.nobody()
        const licence = await uploadLicence(client)
        const wanted = registration({ uscc: code, licence_id: licence.id, licence_token: licence.token })
        await sendRegistrationCode(client, wanted)
        wanted.code = await newestCode(client, wanted.mobile!)
        return { client, wanted }
      }),
    )
    const answers = await Promise.all(contenders.map(({ client, wanted }) => client.post('/registrations', wanted)))
    expect(statuses(answers).filter((s) => s === 200)).toHaveLength(1)
    for (const answer of answers.filter((a) => a.status !== 200)) expect([409, 422]).toContain(answer.status)
    expect((await reviewers[0]!.get(`/organizations?q=${code}`)).body.total).toBe(1)
  })
})

describe('retried submits', () => {
  const filledIn = async () => {
    const { client } = await register(cast, { category: 'government', uscc: uscc(3600 + ++codes, '11') })
    const view = (await client.get<FormView>('/my/organization/form')).body
    const saved = (await client.put<FormView>('/my/organization/form', { form: completed(view), step: 5 }, view.version)).body
    const submit = (key: string) => client.post('/my/organization/submissions', { privacy_policy_version: 1 }, { 'if-match': `"${saved.version}"`, 'idempotency-key': key })
    return { client, submit }
  }

  test('with one key are one submission, answered alike', async () => {
    const { client, submit } = await filledIn()
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 6 }, () => submit(key)))
    const done = answers.filter((a) => a.status === 200)
    expect(done.length).toBeGreaterThan(0)
    expect(answers.filter((a) => a.status !== 200).every((a) => a.body.code === 'request.in_progress')).toBe(true)
    const again = await submit(key)
    expect(again.status).toBe(200)
    expect(again.headers.get('idempotent-replay')).toBe('true')
    expect(again.body.number).toBe(done[0]!.body.number)
    const own = await decided(client)
    expect(own.history.filter((h) => h.event === 'submitted')).toHaveLength(1)
  })

  test('with a key each are one submission, and the others are refused', async () => {
    const { client, submit } = await filledIn()
    const answers = await Promise.all(Array.from({ length: 6 }, () => submit(randomUUID())))
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
    const own = await decided(client)
    expect(own.history.filter((h) => h.event === 'submitted')).toHaveLength(1)
  })
})

describe('a past visitor who begins twice', () => {
  test('begins once', async () => {
    const client = cast.nobody()
    client.csrf = (await client.post('/session', { door: 'visitor', name: '91310115MAPXT0019B', password })).body.csrf_token
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.post('/my/organization_renewals')))
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
    for (const answer of answers.filter((a) => a.status !== 200)) expect(answer.body.code).toBe('organization.already_registered')
  })
})

describe('a move during the review', () => {
  test('leaves one consistent end: whoever came second saw the first', async () => {
    for (let round = 0; round < 8; round++) {
      const { organization } = await awaiting()
      const move = () => reviewers[1]!.post('/organization_moves', { organizations: [organization.id], trading_group_id: 'G09-02' })
      const decide = () => review(reviewers[0]!, organization, 'approve')
      const first = round % 2 ? move() : decide()
      const second = round % 2 ? decide() : move()
      const [moved, decision] = round % 2 ? [await first, await second] : [await second, await first]
      const after = (await reviewers[0]!.get(`/organizations/${organization.id}`)).body
      const isMoved = moved.body.items[0].is_done
      expect(after.trading_group_id).toBe(isMoved ? 'G09-02' : 'G09')
      // Either the group approved its direct organization, or it had become a subgroup's before that.
      expect([200, 409, 412]).toContain(decision.status)
      expect(after.state).toBe(decision.status === 200 ? 'approved' : 'awaiting_review')
    }
  })
})

test('the data are sound after all of it', () => {
  expect(server.command('verify')).toMatchObject({ status: 0 })
})
