// Quotas of free badges, from the bureau to a person (QTA-01…05).
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { add, added, batch, completeForm, consent, review, type Attendee } from '../../support/attendee.ts'
import type { Answer, Client, Problem, Schemas } from '../../support/client.ts'
import { registerAndSubmit, review as reviewOrganization, uscc } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'

type GroupRow = Schemas['GroupQuotaRow'] & Partial<Problem>
type OrganizationRow = Schemas['OrganizationQuotaRow'] & Partial<Problem>
type Figures = Schemas['QuotaFigures']

let server: Server
let cast: Cast
let bureau: Client
let shanghai: Client
let shanghaiId: string
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  shanghai = await cast.as('shanghai')
  shanghaiId = (await rows(shanghai)).find(({ parent_id }) => !parent_id)!.id
})
afterAll(() => server.stop())
// Whatever was tried: every counter is what the ledger says, and every free badge sits on a place.
afterEach(() => expect(server.command('verify').stdout).toMatch(/^sound/))

const rows = async (client: Client, query = '') => (await client.get<{ items: GroupRow[] }>(`/group_quotas?${query}`)).body.items
const rowOf = async (client: Client, id: string) => (await rows(client)).find((row) => row.id === id)!
async function give(client: Client, id: string, vip: number, staff: number): Promise<Answer<GroupRow>> {
  return client.put<GroupRow>(`/group_quotas/${id}`, { vip, staff }, (await rowOf(client, id)).version)
}
const figures = async () => (await shanghai.get<Figures>('/my/quota_figures')).body
const assign = (wish: object) => shanghai.post<OrganizationRow>('/organization_quotas', { name: '上海额度测试单位', vip: 0, staff: 0, ...wish })
const organizationRow = async (id: string) => (await shanghai.get<{ items: OrganizationRow[] }>('/organization_quotas?page_size=200')).body.items.find((row) => row.id === id)!

let codes = 6000
/** A code for which nobody has registered yet. */
const freshCode = () => uscc(++codes, '11')
/** The organization of a code, approved by Shanghai and ready to fill in people. */
async function registered(code: string): Promise<Client> {
  const { client, organization } = await registerAndSubmit(cast, { category: 'government', uscc: code, trading_group_id: shanghaiId })
  expect((await reviewOrganization(shanghai, organization, 'approve')).status).toBe(200)
  await consent(client)
  return client
}
const person = (client: Client, badge_type: 'professional' | 'staff' | 'vip') => added(client, { badge_type })
const upgrade = async (by: Client, attendee: Attendee, badge_type: 'staff' | 'vip') =>
  (await by.post<{ items: Schemas['BatchOutcome'][] }>('/attendee_upgrades', { attendees: [attendee.id], badge_type })).body.items[0]!

describe('from the bureau to groups (QTA-01)', () => {
  test('the bureau gives a total, which the group sees above its lists', async () => {
    const before = await figures()
    expect((await give(bureau, shanghaiId, 80, 90)).body).toMatchObject({ vip_total: 80, staff_total: 90 })
    const { vip_to_subgroups, staff_to_subgroups } = await rowOf(shanghai, shanghaiId)
    expect(await figures()).toMatchObject({ vip: { assigned: before.vip.assigned, total: 80 - vip_to_subgroups }, staff: { total: 90 - staff_to_subgroups } })
  })

  test('a group splits its own among its subgroups; own part and parts are the total (QTA-03)', async () => {
    const before = await rowOf(shanghai, shanghaiId)
    const subgroup = (await rows(shanghai)).find(({ parent_id }) => parent_id === shanghaiId)!
    expect((await give(shanghai, subgroup.id, 20, 10)).body).toMatchObject({ vip_total: 20, staff_total: 10 })
    const after = await rowOf(shanghai, shanghaiId)
    expect(after).toMatchObject({ vip_total: 80, vip_to_subgroups: before.vip_to_subgroups + 20 - subgroup.vip_total, staff_to_subgroups: before.staff_to_subgroups + 10 - subgroup.staff_total })
    expect((await figures()).vip.total).toBe(80 - after.vip_to_subgroups)
    expect((await rows(bureau, `group_id=${shanghaiId}`)).find(({ id }) => id === subgroup.id)).toMatchObject({ vip_total: 20 })
  })

  test('nobody gives more than they have, or takes away what is in use, and the answer says how many', async () => {
    const subgroup = (await rows(shanghai)).filter(({ parent_id }) => parent_id === shanghaiId)[1]!
    const free = (await figures()).vip
    expect(await give(shanghai, subgroup.id, subgroup.vip_total + free.total - free.assigned + 1, subgroup.staff_total)).toMatchObject({
      status: 409, body: { code: 'quota.exhausted', details: { wanted: free.total - free.assigned + 1, free: free.total - free.assigned } },
    })
    const row = await rowOf(shanghai, shanghaiId)
    const used = row.vip_to_subgroups + row.vip_assigned
    expect(await give(bureau, shanghaiId, used - 1, 90)).toMatchObject({ status: 409, body: { code: 'quota.in_use', details: { used, wanted: used - 1 } } })
    for (const [vip, staff] of [[-1, 0], [0, 1_000_001]]) expect((await give(bureau, shanghaiId, vip!, staff!)).status).toBe(422)
    expect(await rowOf(shanghai, shanghaiId)).toEqual(row)
  })

  test('each gives to who is below it alone, and only what they have read', async () => {
    const subgroup = (await rows(shanghai)).find(({ parent_id }) => parent_id === shanghaiId)!
    expect((await shanghai.put(`/group_quotas/${shanghaiId}`, { vip: 99, staff: 99 }, 1)).body.code).toBe('quota.not_below')
    expect((await bureau.put(`/group_quotas/${subgroup.id}`, { vip: 99, staff: 99 }, 1)).body.code).toBe('quota.not_below')
    expect((await (await cast.as('beijing')).put(`/group_quotas/${subgroup.id}`, { vip: 1, staff: 1 }, 1)).status).toBe(404)
    expect((await (await cast.as('shanghaiViewer')).put(`/group_quotas/${subgroup.id}`, { vip: 1, staff: 1 }, 1)).status).toBe(403)
    expect((await shanghai.put(`/group_quotas/${subgroup.id}`, { vip: 1, staff: 1 }, 77)).status).toBe(412)
  })
})

describe('from a group to an organization', () => {
  test('before it registers; it uses them, and no more', async () => {
    const code = freshCode()
    const { body: quota } = await assign({ uscc: code, vip: 2, staff: 1 })
    expect(quota).toMatchObject({ registered: 'not_yet', is_effective: false, vip: 2, staff: 1 })
    const client = await registered(code)
    expect(await organizationRow(quota.id)).toMatchObject({ registered: 'here', is_effective: true, vip_used: 0 })
    const [one] = [await person(client, 'vip'), await person(client, 'vip'), await person(client, 'staff')]
    expect(await organizationRow(quota.id)).toMatchObject({ vip_used: 2, staff_used: 1 })
    expect(one).toMatchObject({ badge_type: 'vip', state: 'awaiting_payment', fee_fen: 0 })
    expect(await add(client, await completeForm(client, { badge_type: 'vip' }))).toMatchObject({ status: 409, body: { code: 'quota.exhausted', details: { free: 0 } } })

    expect(await shanghai.put(`/organization_quotas/${quota.id}`, { name: '上海额度测试单位', vip: 1, staff: 1 }, (await organizationRow(quota.id)).version)).toMatchObject({ status: 409, body: { code: 'quota.in_use', details: { used: 2 } } })
    expect(await shanghai.delete(`/organization_quotas/${quota.id}`, (await organizationRow(quota.id)).version)).toMatchObject({ status: 409, body: { code: 'quota.used' } })
    const outcome = (await batch(client, '/my/attendee_removals', [one.id]))[0]!
    expect(outcome.is_done).toBe(true)
    expect(await organizationRow(quota.id)).toMatchObject({ vip_used: 1 })
  })

  test('an organization without a quota has none', async () => {
    const client = await registered(freshCode())
    expect((await add(client, await completeForm(client, { badge_type: 'staff' }))).body.code).toBe('quota.missing')
  })

  test('once for each organization, by a code that is one', async () => {
    const code = freshCode()
    expect((await assign({ uscc: code, vip: 1 })).status).toBe(200)
    expect((await assign({ uscc: code, vip: 1 })).body.errors).toMatchObject([{ field: 'uscc', code: 'quota.taken' }])
    expect((await assign({ uscc: '123' })).body.errors).toMatchObject([{ field: 'uscc' }])
    expect((await assign({ uscc: '' })).body.errors).toMatchObject([{ field: 'uscc', code: 'quota.whose' }])
  })

  test('many at once, each with its own answer; what is left over is taken back', async () => {
    const [first, second] = [(await assign({ uscc: freshCode() })).body, (await assign({ uscc: freshCode() })).body]
    const free = await figures()
    const most = free.staff.total - free.staff.assigned
    const { items } = (await shanghai.post<{ items: Schemas['BatchOutcome'][] }>('/organization_quota_batches', { quotas: [first.id, second.id], vip: 0, staff: most })).body
    expect(items.map(({ is_done }) => is_done)).toEqual([true, false])
    expect(items[1]!.reason).toContain('剩余 0')
    expect((await shanghai.delete(`/organization_quotas/${first.id}`, (await organizationRow(first.id)).version)).status).toBe(204)
    expect(await figures()).toEqual(free)
  })

  test('of many who use the last places at one moment, so many get one', async () => {
    const code = freshCode()
    const { body: quota } = await assign({ uscc: code, vip: 4 })
    const client = await registered(code)
    const forms = await Promise.all(Array.from({ length: 12 }, () => completeForm(client, { badge_type: 'vip' })))
    const answers = await Promise.all(forms.map((form) => add(client, form)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(4).fill(200), ...Array<number>(8).fill(409)])
    expect(await organizationRow(quota.id)).toMatchObject({ vip: 4, vip_used: 4 })
  })
})

describe('upgrades (QTA-04)', () => {
  test('are charged to the group that makes them; a place that is left goes back to whose it was', async () => {
    const code = freshCode()
    const { body: quota } = await assign({ uscc: code, staff: 1 })
    const client = await registered(code)
    const attendee = await person(client, 'staff')
    const before = await figures()
    expect(await upgrade(shanghai, attendee, 'vip')).toMatchObject({ is_done: true })
    expect(await figures()).toMatchObject({ vip: { assigned: before.vip.assigned + 1 }, staff: before.staff })
    expect(await organizationRow(quota.id)).toMatchObject({ staff: 1, staff_used: 0 })
    expect(await upgrade(shanghai, attendee, 'staff')).toMatchObject({ is_done: false, reason: expect.stringContaining('只能升级') })
    expect((await shanghai.post<{ items: Schemas['BatchOutcome'][] }>('/attendee_voids', { attendees: [attendee.id], reason: '本人不再参观' })).body.items[0]).toMatchObject({ is_done: true })
    expect(await figures()).toMatchObject({ vip: before.vip })
  })

  test('replace a badge that was made, and leave what was paid', async () => {
    const code = freshCode()
    const client = await registered(code)
    const option = (await bureau.post('/editions/8/entry_options', {
      code: `free${codes}`, name_zh: '11月9日', name_en: '9 November', from_on: '2025-11-09', to_on: '2025-11-09', position: 8, active: true,
      prices: ['professional', 'staff', 'vip'].map((badge_type) => ({ badge_type, region_type: null, reuse: null, valid_from_on: null, valid_to_on: null, fee_fen: 0 })),
    })).body.id
    const attendee = await added(client, { entry_option_id: option })
    await batch(client, '/my/attendee_submissions', [attendee.id])
    expect((await review(bureau, (await bureau.get<Attendee>(`/attendees/${attendee.id}`)).body, 'approve')).status).toBe(200)
    expect(await upgrade(shanghai, attendee, 'staff')).toMatchObject({ is_done: true })
    const desk = await (await cast.as('badges')).post<Schemas['BadgeDeskAnswer']>('/badge_desk_questions', { number: attendee.number })
    const badges = desk.body.people[0]!.badges.map(({ state, kind, type }) => [state, kind, type])
    expect(badges).toEqual([['awaiting', 'replacement', 'staff'], ['revoked', 'first', 'professional']])
  })

  test('of subgroups’ people by the group cost the group; nobody else reaches them', async () => {
    const subgroup = (await rows(shanghai)).find(({ parent_id }) => parent_id === shanghaiId)!
    const { client, organization } = await registerAndSubmit(cast, { category: 'government', uscc: freshCode(), trading_group_id: subgroup.id })
    await consent(client)
    expect(organization.state).toBe('awaiting_review')
    const attendee = await person(client, 'professional')
    const before = await figures()
    expect(await upgrade(await cast.as('beijing'), attendee, 'staff')).toMatchObject({ is_done: false })
    expect(await upgrade(shanghai, attendee, 'staff')).toMatchObject({ is_done: true })
    expect((await figures()).staff.assigned).toBe(before.staff.assigned + 1)
    expect(await rowOf(shanghai, subgroup.id)).toMatchObject({ staff_assigned: 0, staff_attendees: expect.any(Number) })
  })
})

test('every movement stands in the ledger: who, why, how many, and what was left (QTA-05)', async () => {
  const path = `/quota_entries?group_id=${shanghaiId}&badge_type=vip&page_size=200`
  const { items, total } = (await shanghai.get<Schemas['PageOf_QuotaEntry']>(path)).body
  expect(total).toBe(items.length)
  expect(items.at(-1)).toMatchObject({ reason: 'quota_given', actor_name: expect.any(String) })
  const free = (await figures()).vip
  expect(items[0]!.balance).toBe(free.total - free.assigned)
  expect(items.reduce((sum, { places }) => sum + places, 0)).toBe(items[0]!.balance)
  expect(items.some(({ reason, other_zh }) => reason === 'quota_assigned' && other_zh === '上海额度测试单位')).toBe(true)
  // The rows behind a figure add up to it.
  const rowsOf = async (...reasons: string[]) => (await shanghai.get<Schemas['PageOf_QuotaEntry']>(path + reasons.map((reason) => `&reason=${reason}`).join(''))).body.items
  const sumOf = (entries: Schemas['QuotaEntry'][]) => entries.reduce((sum, { places }) => sum + places, 0)
  expect(-sumOf(await rowsOf('quota_assigned', 'quota_unassigned', 'quota_upgrade', 'quota_given_back'))).toBe(free.assigned)
  expect(sumOf(await rowsOf('quota_given', 'quota_taken_back'))).toBe(free.total)
  expect((await shanghai.get<Schemas['PageOf_QuotaEntry']>(`${path}&to_on=2020-01-01`)).body.total).toBe(0)
  expect((await shanghai.get<Schemas['PageOf_QuotaEntry']>(`${path.replace('page_size=200', 'page_size=1')}&page=2`)).body.items[0]!.id).toBe(items[1]!.id)
  expect((await (await cast.as('beijing')).get(path)).status).toBe(404)
})
