// One act on everybody whom a filter finds: a job with progress, what became of each, stopped or killed at any moment (ATT-08).
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { added, approvedTeam, type Attendee, type Team } from '../../support/attendee.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { reachable, unpaidOrder } from '../../support/order.ts'
import { confirmed } from '../../support/selection.ts'
import { Server } from '../../support/server.ts'

type Batch = Schemas['AttendeeBatchView'] & Partial<Problem>
type Outcome = Schemas['BatchOutcome']

let server: Server
let cast: Cast
let shanghai: Client
let bureau: Client
beforeAll(async () => {
  server = await Server.start(await reachable())
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())
afterEach(() => expect(server.command('verify').stdout).toMatch(/^sound/))

const nothing = { state: [], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], id: [] }
const nowish = { reason: null, badge_type: null, is_confirmed: null }
const start = (by: Client, action: string, filter: object, wish: object = {}) =>
  confirmed<Batch>(by, '/attendee_batches', '/attendee_batches/previews', { filter: { ...nothing, ...filter } }, { action, wish: { ...nowish, ...wish } })
const batchOf = async (by: Client, { id }: Batch) => (await by.get<Batch>(`/attendee_batches/${id}`)).body
async function ended(by: Client, batch: Batch): Promise<Batch> {
  await expect.poll(async () => (await batchOf(by, batch)).state, { timeout: 60_000 }).not.toMatch(/queued|running/)
  return batchOf(by, batch)
}
const outcomes = async (by: Client, { id }: Batch, query = 'page=1') => (await by.get<{ items: Outcome[]; total: number }>(`/attendee_batches/${id}/outcomes?page_size=200&${query}`)).body

async function peopleOf(team: Team, count: number): Promise<Attendee[]> {
  const people: Attendee[] = []
  for (let n = 0; n < count; n++) people.push(await added(team.client))
  return people
}

describe('a batch over a filter', () => {
  test('does it with everybody it finds and says of each why not', async () => {
    const team = await approvedTeam(cast)
    const people = await peopleOf(team, 4)
    const order = await unpaidOrder(team.client)
    const other = await added((await approvedTeam(cast)).client)
    const begun = await start(shanghai, 'void_attendees', { organization_id: team.organization.id }, { reason: '单位不再参会' })
    expect(begun.body).toMatchObject({ total: 5, state: 'queued' })
    expect(await ended(shanghai, begun.body)).toMatchObject({ state: 'done', done: 4, refused: 1 })
    const all = await outcomes(shanghai, begun.body)
    expect(all.items.filter(({ is_done }) => is_done).map(({ id }) => id)).toEqual(people.map(({ id }) => id))
    const refused = (await outcomes(shanghai, begun.body, 'is_done=false')).items
    expect(refused).toHaveLength(1)
    expect(refused[0]!.reason).toContain(order.number)
    expect((await shanghai.get<Attendee>(`/attendees/${other.id}`)).body.state).toBe('awaiting_payment')
    expect((await shanghai.get<{ items: Batch[] }>('/attendee_batches')).body.items[0]).toMatchObject({ id: begun.body.id, action: 'void_attendees' })
  })

  test('upgrades until the places are gone, and not one more', async () => {
    const team = await approvedTeam(cast)
    await peopleOf(team, 3)
    const rows = (await shanghai.get<{ items: Schemas['GroupQuotaRow'][] }>('/group_quotas')).body.items
    const own = rows.find(({ id }) => id === 'G09')!
    const [row] = (await bureau.get<{ items: Schemas['GroupQuotaRow'][] }>('/group_quotas?group_id=G09')).body.items
    const leaves = own.vip_assigned + own.vip_to_subgroups + 2
    expect((await bureau.put(`/group_quotas/${row!.id}`, { vip: leaves, staff: own.staff_total }, row!.version)).status).toBe(200)
    const begun = await start(shanghai, 'upgrade', { organization_id: team.organization.id }, { badge_type: 'vip' })
    expect(await ended(shanghai, begun.body)).toMatchObject({ done: 2, refused: 1 })
    expect((await outcomes(shanghai, begun.body, 'is_done=false')).items[0]!.reason).toContain('额度不足')
  })

  test('sponsors and declines whom a group decides about', async () => {
    const own = (await shanghai.get<Schemas['GroupPayment']>('/my/group_payment')).body
    await bureau.put('/group_payments/G09/permission', { is_permitted: true }, own.version)
    expect((await start(shanghai, 'sponsor', { state: ['draft'], name: '没有这个人' })).body.code).toBe('attendee.batch_nobody')
    const team = await approvedTeam(cast)
    await peopleOf(team, 1)
    const begun = await start(shanghai, 'decline', { organization_id: team.organization.id })
    expect(await ended(shanghai, begun.body)).toMatchObject({ done: 0, refused: 1 })
    expect((await outcomes(shanghai, begun.body)).items[0]!.reason).toContain('不在待确认代付状态')
  })
})

describe('who may', () => {
  test('needs the permission of the act, what it must know, and sees only their own', async () => {
    expect((await start(await cast.as('shanghaiViewer'), 'void_attendees', {}, { reason: '不再参会' })).status).toBe(403)
    expect((await start(bureau, 'sponsor', {})).status).toBe(403)
    expect((await start(shanghai, 'void_attendees', {}, { reason: '' })).body.errors).toMatchObject([{ field: 'wish.reason' }])
    expect((await start(shanghai, 'upgrade', {})).body.errors).toMatchObject([{ field: 'wish.badge_type' }])
    const { items } = (await shanghai.get<{ items: Batch[] }>('/attendee_batches')).body
    const beijing = await cast.as('beijing')
    expect((await beijing.get(`/attendee_batches/${items[0]!.id}`)).status).toBe(404)
    expect((await beijing.post(`/attendee_batches/${items[0]!.id}/cancellations`)).status).toBe(404)
  })
})

describe('a long batch', () => {
  test('killed in the middle it goes on, meets nobody twice and forgets nobody', async () => {
    const team = await approvedTeam(cast)
    const people = await peopleOf(team, 260)
    const begun = await start(shanghai, 'void_attendees', { organization_id: team.organization.id }, { reason: '单位不再参会' })
    await expect.poll(async () => (await batchOf(shanghai, begun.body)).done, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0)
    await server.end('SIGKILL')
    // The lease of the killed worker ends after five minutes.
    await server.moveClock(301)
    expect(await ended(shanghai, begun.body)).toMatchObject({ state: 'done', total: 260, done: 260, refused: 0 })
    const met: string[] = []
    for (let page = 1; page <= 2; page++) met.push(...(await outcomes(shanghai, begun.body, `page=${page}`)).items.map(({ id }) => id))
    expect(met).toEqual(people.map(({ id }) => id))
  }, 120_000)

  test('stopped it leaves the others as they were', async () => {
    const team = await approvedTeam(cast)
    await peopleOf(team, 120)
    const begun = await start(shanghai, 'void_attendees', { organization_id: team.organization.id }, { reason: '单位不再参会' })
    await shanghai.post(`/attendee_batches/${begun.body.id}/cancellations`)
    const stopped = await batchOf(shanghai, begun.body)
    expect(stopped.state).toBe('cancelled')
    // Nothing more happens: a new batch goes behind the old one's job.
    const next = await start(shanghai, 'upgrade', { organization_id: team.organization.id, state: ['draft', 'awaiting_payment'] }, { badge_type: 'staff' })
    await ended(shanghai, next.body)
    expect(await batchOf(shanghai, begun.body)).toEqual(stopped)
    expect((await outcomes(shanghai, begun.body)).total).toBe(stopped.done + stopped.refused)
    const voided = await shanghai.get<{ total: number }>(`/attendees?organization_id=${team.organization.id}&state=voided`)
    expect(voided.body).toMatchObject({ total: stopped.done })
  }, 120_000)
})
