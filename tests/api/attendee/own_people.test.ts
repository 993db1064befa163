// An organization and its people: lists, batches, courier addresses, and nobody else's business (ATT-05, ATT-06, ATT-11).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { add, added, approvedTeam, awaitingReview, batch, change, completeForm, freeOption, optionOf, residentId, review, type Team } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { registerAndSubmit, uscc } from '../../support/organization.ts'
import { consent } from '../../support/attendee.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let bureau: Client
let acme: Team
let neighbour: Team
let free: string
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  acme = await approvedTeam(cast)
  neighbour = await approvedTeam(cast)
  free = await freeOption(bureau)
})
afterAll(() => server.stop())

const idsOf = async (client: Client, query: string) => (await client.get(`/my/attendees?${query}`)).body.items.map(({ id }: { id: string }) => id)
const countsOf = async (client: Client) => Object.fromEntries((await client.get<Schemas['ListOf_AttendeeCount']>('/my/attendee_counts')).body.items.map(({ state, count }) => [state, count]))

test('the list has every filter of the screen, and counts by state', async () => {
  const team = await approvedTeam(cast)
  const wang = await added(team.client, { name_zh: '王小芳', name_en: 'Wang Xiaofang', document_number: residentId() })
  const anna = await added(team.client, { name_zh: '', name_en: 'Anna Berg', region_type: 'foreign', document_type: 'passport', document_number: 'C9988123', nationality_code: 'DE', gender: 'female', birth_on: '1980-01-01', entry_option_id: free })
  const draft = (await add(team.client, await completeForm(team.client, { name_zh: '张草稿' }), true)).body
  expect(await idsOf(team.client, 'sort=number')).toEqual([wang.id, anna.id, draft.id])
  for (const [query, expected] of [
    ['name=小芳', [wang.id]],
    ['name=berg', [anna.id]],
    [`number=${wang.number.toLowerCase()}`, [wang.id]],
    ['document=c9988123', [anna.id]],
    ['document=C998', []],
    ['region_type=foreign', [anna.id]],
    ['state=draft&state=awaiting_payment&sort=number', [wang.id, anna.id, draft.id]],
    [`entry_option_id=${free}`, [anna.id]],
    ['is_reuse=true', []],
    ['collection=courier', []],
    ['badge_type=professional&sort=-number', [draft.id, anna.id, wang.id]],
    ['position_category_code=purchasing&source=contact&sort=number', [wang.id, anna.id, draft.id]],
    // The photos of these tests show nobody.
    ['has_face_warning=true&sort=number', [wang.id, anna.id, draft.id]],
    ['has_face_warning=false', []],
    ['submitted_from_on=2025-10-01&submitted_to_on=2025-10-31', []],
  ] as const) expect(await idsOf(team.client, query), query).toEqual(expected)
  expect(await countsOf(team.client)).toEqual({ awaiting_payment: 2, draft: 1 })
  const row = (await team.client.get(`/my/attendees?name=小芳`)).body.items[0]
  expect(row.document_masked).toMatch(/\*{4,}/)
  expect(JSON.stringify(row)).not.toContain('13612345678')
})

describe('batches', () => {
  test('remove who is not locked, and say why not for the rest', async () => {
    const gone = await added(acme.client)
    const waiting = await awaitingReview(acme.client, free)
    const foreign = await added(neighbour.client)
    const outcomes = await batch(acme.client, '/my/attendee_removals', [gone.id, waiting.id, foreign.id])
    expect(outcomes).toMatchObject([
      { id: gone.id, number: gone.number, is_done: true },
      { id: waiting.id, is_done: false, reason: expect.stringContaining('已锁定') },
      { id: foreign.id, number: '', is_done: false, reason: '没有找到，或您无权查看' },
    ])
    expect((await acme.client.get(`/my/attendees/${gone.id}`)).status).toBe(404)
    expect((await neighbour.client.get(`/my/attendees/${foreign.id}`)).status).toBe(200)
  })

  test('change the entry dates, and the fee with them', async () => {
    const people = [await added(acme.client), await awaitingReview(acme.client, free)]
    const nine = await optionOf(acme.client, '9')
    const outcomes = await batch(acme.client, '/my/attendee_entry_options', people.map(({ id }) => id), { entry_option_id: nine })
    expect(outcomes.map(({ is_done }) => is_done)).toEqual([true, false])
    expect((await acme.client.get(`/my/attendees/${people[0]!.id}`)).body).toMatchObject({ entry_option_id: nine, fee_fen: 5000 })
    expect(await batch(acme.client, '/my/attendee_entry_options', [people[0]!.id], { entry_option_id: 'none' })).toMatchObject([{ is_done: false }])
  })

  test('submit free badges; who has to pay is told so, and drafts are completed first', async () => {
    const gratis = await added(acme.client, { entry_option_id: free })
    const dear = await added(acme.client)
    const draft = (await add(acme.client, { ...(await completeForm(acme.client)), position: '' }, true)).body
    const outcomes = await batch(acme.client, '/my/attendee_submissions', [gratis.id, dear.id, draft.id])
    expect(outcomes.map(({ is_done }) => is_done)).toEqual([true, false, false])
    expect(outcomes[1]!.reason).toContain('缴纳证件费')
    const submitted = (await acme.client.get(`/my/attendees/${gratis.id}`)).body
    expect(submitted).toMatchObject({ state: 'awaiting_review', expected_days: 7 })
    expect(submitted.allowed_actions.find(({ action }: { action: string }) => action === 'edit')).toMatchObject({ allowed: false, reason: expect.stringContaining('待审核') })
    expect((await change(acme.client, submitted, await completeForm(acme.client))).body.code).toBe('attendee.locked')
  })

  test('confirm only colleagues who wrote themselves', async () => {
    const own = await added(acme.client)
    expect(await batch(acme.client, '/my/attendee_confirmations', [own.id])).toMatchObject([{ is_done: false }])
  })

  test('are not endless', async () => {
    const many = Array.from({ length: 201 }, (_, i) => `person-${i}`)
    expect((await acme.client.post('/my/attendee_removals', { attendees: many })).body.errors).toMatchObject([{ code: 'request.batch_too_long' }])
  })
})

test('an organization that is not approved fills in people, but submits none', async () => {
  const { client } = await registerAndSubmit(cast, { category: 'government', uscc: uscc(8810, '11') })
  await consent(client)
  const person = await added(client, { entry_option_id: free })
  expect(await batch(client, '/my/attendee_submissions', [person.id])).toMatchObject([{ is_done: false, reason: '单位审核通过后才能提交办证' }])
})

test('a returned person is corrected and submitted again, and neither pays twice nor rises for nothing', async () => {
  const waiting = await awaitingReview(acme.client, free)
  const returned = (await review(bureau, waiting, 'return_for_changes', '照片模糊')).body
  expect(returned.state).toBe('returned')
  expect(await batch(acme.client, '/my/attendee_removals', [waiting.id])).toMatchObject([{ is_done: false }])
  const form = (await acme.client.post(`/my/attendees/${waiting.id}/openings`)).body.form
  const dearer = await change(acme.client, returned, { ...form, entry_option_id: await optionOf(acme.client, '6-10') })
  expect(dearer.body.errors).toMatchObject([{ field: 'entry_option_id', code: 'attendee.fee_settled' }])
  expect((await change(acme.client, returned, { ...form, position: '主任' })).body).toMatchObject({ state: 'returned', opinion: '照片模糊', fee_fen: 0 })
  expect(await batch(acme.client, '/my/attendee_submissions', [waiting.id])).toMatchObject([{ is_done: true }])
  expect((await acme.client.get(`/my/attendees/${waiting.id}`)).body).toMatchObject({ state: 'awaiting_review', position: '主任' })
})

describe('whose people', () => {
  test('another organization’s do not exist', async () => {
    const person = await added(acme.client)
    const form = await completeForm(neighbour.client)
    for (const answer of [
      await neighbour.client.get(`/my/attendees/${person.id}`),
      await neighbour.client.post(`/my/attendees/${person.id}/openings`),
      await change(neighbour.client, person, form),
    ]) expect(answer.status).toBe(404)
    expect((await neighbour.client.get('/attendees')).status).toBe(403)
  })

  test('opening one in full is on record', async () => {
    const person = await added(acme.client)
    await acme.client.post(`/my/attendees/${person.id}/openings`)
    const entries = (await bureau.get(`/admin/audit_entries?action=attendee_unmasked`)).body.items
    expect(entries[0]).toMatchObject({ subject_id: person.id })
  })

  test('they follow their organization to another group (GRP-03)', async () => {
    const team = await approvedTeam(cast)
    const person = await added(team.client)
    expect((await bureau.post('/organization_moves', { organizations: [team.organization.id], trading_group_id: 'G01-09' })).body.items).toMatchObject([{ is_done: true }])
    expect((await bureau.get(`/attendees/${person.id}`)).body).toMatchObject({ trading_group_id: 'G01-09', top_group_id: 'G01' })
  })
})

describe('courier addresses (ATT-11)', () => {
  const address = { recipient: '王芳', mobile: '13912345678', postcode: '200120', province_code: '310000', city_code: '310100', district_code: '310115', address: '世纪大道 100 号' }
  type Address = Schemas['CourierAddressView']
  const list = async (client: Client) => (await client.get<Schemas['ListOf_CourierAddressView']>('/my/courier_addresses')).body.items

  test('are at most five, one of them the default', async () => {
    for (let i = 1; i <= 5; i++) expect((await acme.client.post<Address>('/my/courier_addresses', { ...address, recipient: `收件人${i}` })).body.is_default).toBe(i === 1)
    expect((await acme.client.post('/my/courier_addresses', address)).body.code).toBe('courier_address.full')
    const third = (await list(acme.client))[2]!
    expect((await acme.client.post(`/my/courier_addresses/${third.id}/default`)).status).toBe(200)
    expect((await list(acme.client)).filter(({ is_default }) => is_default).map(({ id }) => id)).toEqual([third.id])
  })

  test('are changed unless somebody was quicker; an empty mobile stays', async () => {
    const [first] = await list(acme.client)
    expect(first!.mobile_masked).toBe('139****5678')
    expect(first!.whole_address).toMatch(/^上海市.*浦东新区世纪大道 100 号$/)
    const changed = await acme.client.put<Address>(`/my/courier_addresses/${first!.id}`, { ...address, mobile: '', address: '浦东大道 1 号' }, first!.version)
    expect(changed.body).toMatchObject({ address: '浦东大道 1 号', mobile_masked: '139****5678' })
    expect((await acme.client.put(`/my/courier_addresses/${first!.id}`, address, first!.version)).status).toBe(412)
    const wrong = await acme.client.put(`/my/courier_addresses/${first!.id}`, { ...address, mobile: '1', postcode: '1', city_code: '110100', recipient: '' }, changed.body.version)
    expect(wrong.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['district_code', 'mobile', 'postcode', 'recipient'])
  })

  test('are not removed while people use them, and are nobody else’s', async () => {
    const [first, second] = await list(acme.client)
    const person = await added(acme.client, { collection: 'courier', courier_address_id: first!.id })
    expect((await acme.client.get(`/my/attendees/${person.id}`)).body.courier_address).toContain('浦东新区')
    expect((await acme.client.delete(`/my/courier_addresses/${first!.id}`)).body).toMatchObject({ code: 'courier_address.used', details: { count: 1 } })
    expect((await neighbour.client.delete(`/my/courier_addresses/${second!.id}`)).status).toBe(404)
    expect((await add(neighbour.client, await completeForm(neighbour.client, { collection: 'courier', courier_address_id: second!.id }))).body.errors).toMatchObject([{ field: 'courier_address_id' }])
    expect((await acme.client.delete(`/my/courier_addresses/${second!.id}`)).status).toBe(200)
    expect(await list(acme.client)).toHaveLength(4)
  })

  test('stay five when many are added at once', async () => {
    const team = await approvedTeam(cast)
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => team.client.post('/my/courier_addresses', { ...address, recipient: `并发${i}` })))
    const kept = await list(team.client)
    expect(kept.length).toBe(answers.filter(({ status }) => status === 200).length)
    expect(kept.length).toBeLessThanOrEqual(5)
    expect(kept.filter(({ is_default }) => is_default)).toHaveLength(1)
    for (const { status } of answers) expect([200, 409, 412]).toContain(status)
  })
})
