// Group payment (GPY-01…04): who may turn it on, who waits, what is decided for good, and what keeps it from being turned off.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Cast, newestCode } from '../../cast/cast.ts'
import { added, approvedTeam, batch, change, completeForm, type Attendee, type Team } from '../../support/attendee.ts'
import type { Answer, Client, Problem, Schemas } from '../../support/client.ts'
import { rowsOfExport } from '../../support/export.ts'
import { reachable } from '../../support/order.ts'
import { Server } from '../../support/server.ts'

type GroupPayment = Schemas['GroupPayment'] & Partial<Problem>
type Outcome = Schemas['BatchOutcome']

let server: Server
let cast: Cast
let bureau: Client
let shanghai: Client
let team: Team
beforeAll(async () => {
  // On a port of its own, so that clients find the server again after its clock has moved.
  server = await Server.start(await reachable())
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  shanghai = await cast.as('shanghai')
  team = await approvedTeam(cast)
})
afterAll(() => server.stop())
afterEach(() => expect(server.command('verify').stdout).toMatch(/^sound/))

const own = async () => (await shanghai.get<GroupPayment>('/my/group_payment')).body
const permit = async (is_permitted: boolean, version?: number): Promise<Answer<GroupPayment>> =>
  bureau.put<GroupPayment>('/group_payments/G09/permission', { is_permitted }, version ?? (await own()).version)

/** A number gets one code a minute, so the clock goes on. */
async function turn(on: boolean, code?: string): Promise<Answer<GroupPayment>> {
  await server.moveClock(61)
  const sent = await shanghai.post('/my/codes', { purpose: 'group_payment', channel: 'sms' })
  expect(sent.status).toBe(200)
  return shanghai.post<GroupPayment>('/my/group_payment/turns', { on, code: code ?? (await newestCode(shanghai)) })
}
const decide = async (path: string, people: Attendee[], is_confirmed = false, group = shanghai) => {
  const attendees = people.map(({ id }) => id)
  return group.post<{ items: Outcome[] } & Partial<Problem>>(path, path === '/sponsorships' ? { attendees, is_confirmed } : { attendees })
}
const nowOf = async ({ id }: { id: string }) => (await team.client.get<Attendee>(`/my/attendees/${id}`)).body

describe('the switch (GPY-01)', () => {
  test('is the group’s only after the bureau has enabled it', async () => {
    expect(await own()).toMatchObject({ is_permitted: false, is_on: false })
    expect((await turn(true)).body.code).toBe('group_payment.not_permitted')
    expect((await permit(true)).body).toMatchObject({ is_permitted: true, is_on: false })
    expect((await permit(true, 0)).status).toBe(412)
    expect((await (await cast.as('reviewer')).put('/group_payments/G09/permission', { is_permitted: false }, 1)).status).toBe(403)
  })

  test('is turned by a code to the group’s mobile, each time', async () => {
    expect((await turn(true, '000000')).body.errors).toMatchObject([{ field: 'code' }])
    expect((await turn(true)).body).toMatchObject({ is_on: true })
    expect((await turn(true)).body.code).toBe('group_payment.already_so')
    expect((await (await cast.as('shanghaiViewer')).post('/my/group_payment/turns', { on: false, code: '123456' })).status).toBe(403)
  })
})

describe('while it is on (GPY-02)', () => {
  test('newly saved people wait for the group, and nobody can pay before; what is free waits for nobody', async () => {
    const waiting = await added(team.client)
    expect(waiting).toMatchObject({ state: 'awaiting_group', sponsorship: null })
    expect((await batch(team.client, '/my/attendee_submissions', [waiting.id]))[0]!.is_done).toBe(false)
    const form = await completeForm(team.client, { position: '总经理' })
    expect((await change(team.client, waiting, form)).body).toMatchObject({ state: 'awaiting_group' })
  })

  test('a sponsored person is locked and goes to the review with nothing to pay', async () => {
    const person = await added(team.client)
    const { body } = await decide('/sponsorships', [person])
    expect(body.items[0]).toMatchObject({ is_done: true })
    expect(await nowOf(person)).toMatchObject({ state: 'awaiting_review', sponsorship: 'sponsored' })
    expect((await decide('/sponsorships', [person])).body.items[0]).toMatchObject({ is_done: false })
    expect((await decide('/sponsorship_refusals', [person])).body.items[0]).toMatchObject({ is_done: false })
  })

  test('a declined person pays, and is never asked about again', async () => {
    const person = await added(team.client)
    expect((await decide('/sponsorship_refusals', [person])).body.items[0]).toMatchObject({ is_done: true })
    const declined = await nowOf(person)
    expect(declined).toMatchObject({ state: 'awaiting_payment', sponsorship: 'declined' })
    const draft = (await change(team.client, declined, await completeForm(team.client), true)).body
    expect((await change(team.client, draft, await completeForm(team.client))).body.state).toBe('awaiting_payment')
  })

  test('of two who decide at one moment, one does', async () => {
    const people = [await added(team.client), await added(team.client), await added(team.client)]
    for (const person of people) {
      const [yes, no] = await Promise.all([decide('/sponsorships', [person]), decide('/sponsorship_refusals', [person])])
      expect([yes!, no!].filter(({ body }) => body.items[0]!.is_done)).toHaveLength(1)
    }
  })

  test('another group decides nothing', async () => {
    const person = await added(team.client)
    const answer = await decide('/sponsorships', [person], true, await cast.as('beijing'))
    expect(answer.body.items[0]).toMatchObject({ is_done: false })
  })
})

describe('limits (GPY-04)', () => {
  test('the default is set once; beyond it one is asked, and goes through when it is confirmed', async () => {
    const set = (persons: number | null) => shanghai.post<GroupPayment>('/my/group_payment/default_limits', { persons })
    const other = await approvedTeam(cast)
    expect((await set(-1)).status).toBe(422)
    expect((await set(1)).body).toMatchObject({ is_default_set: true, default_limit: 1 })
    expect((await set(9)).body.code).toBe('group_payment.default_set')
    const [one, two] = [await added(other.client), await added(other.client)]
    const asked = await decide('/sponsorships', [one, two])
    expect(asked).toMatchObject({ status: 409, body: { code: 'group_payment.over_limit', details: { organizations: other.organization.name_zh } } })
    expect((await decide('/sponsorships', [one])).body.items[0]).toMatchObject({ is_done: true })
    expect((await decide('/sponsorships', [two])).status).toBe(409)
    expect((await decide('/sponsorships', [two], true)).body.items[0]).toMatchObject({ is_done: true })
  })
})

type Limit = Schemas['LimitRow'] & Partial<Problem>
const limitOf = async (number: string) => (await shanghai.get<{ items: Limit[] }>(`/sponsorship_limits?number=${number}`)).body.items[0]!

describe('limits of organizations (GPY-04)', () => {
  test('stand before the default, one by one or many at once', async () => {
    const { organization } = await approvedTeam(cast)
    const row = await limitOf(organization.number)
    expect(row).toMatchObject({ persons: null, sponsored: 0, name_zh: organization.name_zh })
    const set = (persons: number | null, version: number) => shanghai.put<Limit>(`/sponsorship_limits/${organization.id}`, { persons }, version)
    expect((await set(2, row.version)).body).toMatchObject({ persons: 2 })
    expect((await set(3, row.version)).status).toBe(412)
    expect((await set(1_000_001, row.version + 1)).body.errors).toMatchObject([{ field: 'persons' }])
    const { items } = (await shanghai.get<{ items: Limit[] }>('/sponsorship_limits?has_limit=true&is_sme=true&page_size=200')).body
    expect(items.every(({ persons, is_sme }) => persons !== null && is_sme)).toBe(true)
    const many = (group: Client, organizations: string[], persons: number | null) => group.post<{ items: Outcome[] }>('/sponsorship_limit_batches', { organizations, persons })
    const batch = (await many(shanghai, [organization.id, team.organization.id, '01k0000000000000000000000x'], 7)).body.items
    expect(batch.map(({ is_done }) => is_done)).toEqual([true, true, false])
    expect(await limitOf(organization.number)).toMatchObject({ persons: 7 })
    expect((await many(await cast.as('beijing'), [organization.id], 1)).body.items[0]!.is_done).toBe(false)
    expect((await shanghai.get<{ items: Limit[] }>(`/sponsorship_limits?organization=${encodeURIComponent(organization.name_zh)}`)).body.items).toHaveLength(1)
    expect((await many(shanghai, [organization.id, team.organization.id], null)).body.items.every(({ is_done }) => is_done)).toBe(true)
  })
})

type Sponsored = Schemas['SponsoredRow']
type Total = Schemas['SponsoredTotal']
const statementOf = async (by: Client, query = '') => (await by.get<{ items: Schemas['GroupPaymentRow'][] }>(`/group_payments?${query}`)).body.items

describe('what a group owes (GPY-05)', () => {
  const total = async (by: Client, query = '') => (await by.get<Total>(`/sponsored_attendee_totals?${query}`)).body

  test('is the sum of its list, in its total, its export and the bureau’s statement, to the fen', async () => {
    const person = await added(team.client)
    await decide('/sponsorships', [person], true)
    const { items } = (await shanghai.get<{ items: Sponsored[] }>('/sponsored_attendees?page_size=200')).body
    expect(items.map(({ id }) => id)).toContain(person.id)
    const sums = { persons: items.length, total_fen: items.reduce((sum, { fee_fen }) => sum + fee_fen, 0) }
    expect(sums.total_fen).toBeGreaterThan(0)
    expect(await total(shanghai)).toEqual(sums)
    expect(await total(bureau, 'group_id=G09')).toEqual(sums)
    expect(await statementOf(bureau, 'is_permitted=true&is_on=true')).toMatchObject([{ id: 'G09', ...sums }])
    const rows = await rowsOfExport(shanghai, await shanghai.post('/sponsored_attendees/exports', { badge_type: [], entry_option_id: [] }))
    expect(rows).toHaveLength(items.length + 1)
    const country = rows[0]!.indexOf('国家/地区')
    expect(new Set(rows.slice(1).map((row) => row[country]))).toEqual(new Set(['中国']))
    const fee = rows[0]!.indexOf('金额(元/人民币)')
    expect(rows.slice(1).reduce((sum, row) => sum + Number(row[fee]), 0)).toBe(sums.total_fen / 100)
  })

  test('is found by person, organization and badge; who is voided is not paid for', async () => {
    const person = await added(team.client)
    await decide('/sponsorships', [person], true)
    const mine = `number=${person.number}&name=${encodeURIComponent(person.name_zh)}&organization=${encodeURIComponent(team.organization.name_zh)}&badge_type=professional`
    expect(await total(shanghai, mine)).toMatchObject({ persons: 1 })
    expect(await total(shanghai, `${mine}&badge_type=vip`.replace('badge_type=professional&', ''))).toMatchObject({ persons: 0, total_fen: 0 })
    expect((await bureau.post<{ items: Outcome[] }>('/attendee_voids', { attendees: [person.id], reason: '不再参会' })).body.items[0]!.is_done).toBe(true)
    expect(await total(shanghai, mine)).toMatchObject({ persons: 0 })
  })

  test('a group sees its own part of the statement, and nobody else’s people', async () => {
    const shown = await statementOf(shanghai)
    expect(shown.every(({ id, parent_id }) => (parent_id ?? id) === 'G09')).toBe(true)
    expect(await statementOf(bureau, `name=${encodeURIComponent('上海交易团')}&is_on=true`)).toMatchObject([{ id: 'G09' }])
    expect(await total(await cast.as('beijing'))).toMatchObject({ persons: 0 })
    expect(await total(await cast.as('beijing'), 'group_id=G09')).toMatchObject({ persons: 0 })
    expect((await team.client.get('/sponsored_attendees')).status).toBe(403)
  })
})

describe('off (GPY-03)', () => {
  test('is refused while somebody waits, with how many; then new people pay themselves', async () => {
    const waiting = await added(team.client)
    const refused = await turn(false)
    expect(refused).toMatchObject({ status: 409, body: { code: 'group_payment.undecided' } })
    const { items } = (await shanghai.get<{ items: Attendee[] }>('/attendees?state=awaiting_group&placement=direct&page_size=200')).body
    expect(refused.body.details).toMatchObject({ count: items.length })
    expect(items.map(({ id }) => id)).toContain(waiting.id)
    const tasks = async (reader: Client) => (await reader.get<Schemas['ListOf_Task']>('/my/tasks')).body.items.filter(({ kind }) => kind === 'attendees_undecided')
    expect(await tasks(shanghai)).toMatchObject([{ count: items.length, path: '/group/attendees/direct/list?state=awaiting_group' }])
    expect(await tasks(await cast.as('shanghaiViewer'))).toEqual([])
    await decide('/sponsorship_refusals', items)
    expect((await turn(false)).body).toMatchObject({ is_on: false })
    expect(await added(team.client)).toMatchObject({ state: 'awaiting_payment', sponsorship: null })
  })
})
