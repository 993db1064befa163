// Quotas under many at one moment (QTA-03): parts, assignments, uses, upgrades, voids and moves go through each other, and afterwards
// every place is where the ledger says, no place was given twice, and none that is free is called taken.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { add, added, completeForm, consent, type Attendee } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { registerAndSubmit, review, uscc } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'

type GroupRow = Schemas['GroupQuotaRow']
type OrganizationRow = Schemas['OrganizationQuotaRow']

let server: Server
let cast: Cast
let shanghai: Client
const group = 'G09'
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
})
afterAll(() => server.stop())

let codes = 6500
const rows = async () => (await shanghai.get<{ items: GroupRow[] }>('/group_quotas')).body.items
const own = async () => (await rows()).find(({ id }) => id === group)!
const quotaOf = async (id: string) => (await shanghai.get<{ items: OrganizationRow[] }>('/organization_quotas?page_size=200')).body.items.find((row) => row.id === id)!
const sound = () => expect(server.command('verify').stdout).toMatch(/^sound/)

/** An approved organization of Shanghai with so many VIP places. */
async function organizationWith(vip: number) {
  const code = uscc(++codes, '11')
  const { body: quota } = await shanghai.post<OrganizationRow>('/organization_quotas', { name: `并发测试单位${codes}`, uscc: code, vip, staff: 0 })
  const { client, organization } = await registerAndSubmit(cast, { category: 'government', uscc: code, trading_group_id: group })
  expect((await review(shanghai, organization, 'approve')).status).toBe(200)
  await consent(client)
  return { client, organization, quota }
}
const set = (quota: OrganizationRow, vip: number) => shanghai.put<OrganizationRow>(`/organization_quotas/${quota.id}`, { name: quota.name, vip, staff: 0 }, quota.version)

test('of two who give the last places, one does; nobody is told that there are none while there are', async () => {
  const { client, quota } = await organizationWith(0)
  const { vip_total, vip_to_subgroups, vip_assigned } = await own()
  const free = vip_total - vip_to_subgroups - vip_assigned
  const subgroup = (await rows()).find(({ parent_id }) => parent_id === group)!
  const answers = await Promise.all([
    set(quota, free),
    shanghai.put(`/group_quotas/${subgroup.id}`, { vip: subgroup.vip_total + free, staff: subgroup.staff_total }, subgroup.version),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const now = await own()
  expect(now.vip_total - now.vip_to_subgroups - now.vip_assigned).toBe(0)
  sound()
  // What was given can be used to the last place.
  const after = (await rows()).find(({ id }) => id === subgroup.id)!
  await shanghai.put(`/group_quotas/${subgroup.id}`, { vip: subgroup.vip_total, staff: after.staff_total }, after.version)
  const { status } = await set(await quotaOf(quota.id), 1)
  expect(status).toBe(200)
  expect((await add(client, await completeForm(client, { badge_type: 'vip' }))).status).toBe(200)
})

test('while an organization uses its places, its group takes them back: what is used stays, what is taken back cannot be used', async () => {
  for (let round = 0; round < 4; ++round) {
    const { client, quota } = await organizationWith(3)
    const forms = await Promise.all(Array.from({ length: 3 }, () => completeForm(client, { badge_type: 'vip' })))
    const [taken, ...uses] = await Promise.all([set(quota, 1), ...forms.map((form) => add(client, form))])
    const used = uses.filter(({ status }) => status === 200).length
    const now = await quotaOf(quota.id)
    expect(now).toMatchObject({ vip_used: used, vip: taken!.status === 200 ? 1 : 3 })
    // Taken back, one was left; refused, two or three were in use at that moment, and all three could be used.
    if (taken!.status === 200) expect(used).toBe(1)
    else expect(used).toBe(3)
  }
  sound()
})

test('one person upgraded by two at once sits on one place; voided meanwhile, on none', async () => {
  const { client } = await organizationWith(0)
  const [operator, bureau] = [await cast.as('shanghaiOperator'), await cast.as('bureau')]
  const upgrade = (by: Client, { id }: Attendee, badge_type: string) => by.post<{ items: Schemas['BatchOutcome'][] }>('/attendee_upgrades', { attendees: [id], badge_type })
  const before = await own()
  for (let round = 0; round < 3; ++round) {
    const attendee = await added(client)
    const answers = await Promise.all([upgrade(shanghai, attendee, 'vip'), upgrade(operator, attendee, 'vip'), upgrade(shanghai, attendee, 'vip')])
    expect(answers.filter(({ body }) => body.items[0]!.is_done)).toHaveLength(1)
    await bureau.post('/attendee_voids', { attendees: [attendee.id], reason: '并发测试' })
    const other = await added(client)
    await Promise.all([upgrade(shanghai, other, 'staff'), bureau.post('/attendee_voids', { attendees: [other.id], reason: '并发测试' })])
    // Whoever was second was refused or did it; in the end the person is voided, or is voided now.
    await bureau.post('/attendee_voids', { attendees: [other.id], reason: '并发测试' })
  }
  expect(await own()).toMatchObject({ vip_assigned: before.vip_assigned, staff_assigned: before.staff_assigned })
  sound()
})

test('an organization that moves keeps its used places charged where they were; new ones need the new group (GRP-03)', async () => {
  const { client, organization, quota } = await organizationWith(2)
  const sitting = await added(client, { badge_type: 'vip' })
  const bureau = await cast.as('bureau')
  const form = await completeForm(client, { badge_type: 'vip' })
  const [moved, used] = await Promise.all([
    bureau.post<{ items: { is_done: boolean }[] }>('/organization_moves', { organizations: [organization.id], trading_group_id: 'G01' }),
    add(client, form),
  ])
  expect(moved.body.items[0]!.is_done).toBe(true)
  expect([200, 409]).toContain(used.status)
  expect(await quotaOf(quota.id)).toMatchObject({ registered: 'elsewhere', is_effective: false, vip_used: used.status === 200 ? 2 : 1 })
  expect((await add(client, await completeForm(client, { badge_type: 'vip' }))).body.code).toBe('quota.missing')
  await bureau.post('/attendee_voids', { attendees: [sitting.id], reason: '不再参会' })
  expect(await quotaOf(quota.id)).toMatchObject({ vip_used: used.status === 200 ? 1 : 0 })
  sound()
})
