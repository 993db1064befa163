// 往届专业观众人员: people of past editions come again, anew or with their old badge (ATT-06, ATT-07).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { added, approvedTeam, batch, change, portrait, review, uploadPhoto, type Attendee } from '../../support/attendee.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

type Past = Schemas['PastAttendeeListRow']

let server: Server
let cast: Cast
let acme: Client
let bureau: Client
let past: Past[]
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  acme = await cast.as('acme')
  bureau = await cast.as('bureau')
  past = await pastOf('')
})
afterAll(() => server.stop())

const pastOf = async (query: string) => (await acme.get<Schemas['PageOf_PastAttendeeListRow']>(`/my/past_attendees?${query}`)).body.items
const actionOf = (row: Past, how: string) => row.allowed_actions.find(({ action }) => action === how)!
const takeOver = (row: { id: string }, how: 'apply' | 'reuse', client = acme) => client.post<Attendee & Partial<Problem>>(`/my/past_attendees/${row.id}/take_overs`, { how })
const nowOf = async (row: Past) => (await pastOf(`id=${row.id}`))[0]!
const reusable = async () => (await pastOf('has_applied=false')).filter((row) => actionOf(row, 'reuse').allowed)
const openedForm = async (id: string) => (await acme.post(`/my/attendees/${id}/openings`)).body.form

describe('the list', () => {
  test('shows the own people of past editions, masked, with what can be done', () => {
    expect(past.map(({ edition_number }) => edition_number)).toEqual([7, 7, 7, 7, 7, 7, 7, 4])
    for (const row of past) expect(row.document_masked).toMatch(/\*{4,}/)
    const reasons = past.map((row) => actionOf(row, 'reuse').reason ?? null)
    expect(reasons).toEqual([
      '该人员本届已申办',
      null,
      null,
      null,
      '仅限公众开放日入场的证件不能复用',
      null,
      '该人员往届未审核通过，没有可复用的证件',
      '仅第 5 届及以后的证件可以复用',
    ])
    expect(past.map((row) => actionOf(row, 'apply').allowed)).toEqual([false, true, true, true, true, true, true, true])
  })

  test('has the filters of the screen', async () => {
    const someone = past[1]!
    const { document_number } = (await takeOverAndRemove(someone))!
    for (const [query, expected] of [
      ['edition_id=4', [past[7]!.id]],
      ['edition_id=5', []],
      ['has_applied=true', [past[0]!.id]],
      [`document=${document_number.toLowerCase()}`, [someone.id]],
      [`document=${document_number.slice(0, 10)}`, []],
      [`name=${someone.name_zh}&edition_id=7`, past.filter(({ name_zh, edition_id }) => name_zh.includes(someone.name_zh) && edition_id === '7').map(({ id }) => id)],
    ] as const) expect((await pastOf(query)).map(({ id }) => id), query).toEqual(expected)
  })

  test('is told why in English too, and says 404 to whoever runs no organization', async () => {
    acme.language = 'en'
    const [, , , , , , , old] = await pastOf('')
    acme.language = 'zh-CN'
    expect(actionOf(old!, 'reuse').reason).toBe('Badges can be reused from edition 5 onwards')
    expect((await (await cast.as('exhibitor')).get('/my/past_attendees')).status).toBe(404)
  })

  test('and the photos there are seen by their own people only', async () => {
    const photo = past[1]!.photo_id!
    expect((await acme.download(`/my/attendee_photos/${photo}`)).headers.get('content-type')).toBe('image/jpeg')
    const neighbour = await approvedTeam(cast)
    expect((await neighbour.client.get(`/my/attendee_photos/${photo}`)).status).toBe(404)
    expect((await takeOver(past[1]!, 'apply', neighbour.client)).status).toBe(404)
  })
})

/** What somebody's past data are, by way of a draft that goes again. */
async function takeOverAndRemove(row: Past) {
  const draft = (await takeOver(row, 'apply')).body
  const form = await openedForm(draft.id)
  expect(await batch(acme, '/my/attendee_removals', [draft.id])).toMatchObject([{ is_done: true }])
  return form
}

describe('applying anew', () => {
  test('brings the past data along as a draft; it costs what everybody pays', async () => {
    const row = past[4]! // of the public days: no badge to reuse, but welcome
    const draft = (await takeOver(row, 'apply')).body
    expect(draft).toMatchObject({ state: 'draft', source: 'past', is_reuse: false, name_zh: row.name_zh, position: row.position, badge_type: 'professional', entry_option_zh: '11月9日', photo_id: row.photo_id })
    expect((await nowOf(row)).applied_state).toBe('draft')
    expect((await takeOver(row, 'apply')).body).toMatchObject({ code: 'past_attendee.applied' })
    const form = await openedForm(draft.id)
    expect((await change(acme, draft, { ...form, position: '副总经理' })).body).toMatchObject({ state: 'awaiting_payment', fee_fen: 5000 })
    expect((await nowOf(row)).position).toBe(row.position)
  })

  test('with the badge of past staff takes a place of the quota, which comes back (ATT-07)', async () => {
    const used = async () => (await acme.get<Schemas['OwnQuota']>('/my/quota')).body.staff_used
    const before = await used()
    const reused = (await takeOver(past[5]!, 'reuse')).body
    expect(reused).toMatchObject({ badge_type: 'staff', is_reuse: true })
    expect(await used()).toBe(before + 1)
    expect(await batch(acme, '/my/attendee_removals', [reused.id])).toMatchObject([{ is_done: true }])
    expect(await used()).toBe(before)
  })

  test('makes a professional visitor of past staff', async () => {
    expect((await takeOver(past[5]!, 'apply')).body).toMatchObject({ badge_type: 'professional', state: 'draft' })
  })

  test('is refused for a document that another organization has, without a word about which', async () => {
    const row = (await pastOf('edition_id=4'))[0]!
    const { document_number } = await takeOverAndRemove(row)
    const neighbour = await approvedTeam(cast)
    await added(neighbour.client, { document_number })
    const refused = await takeOver(row, 'apply')
    expect(refused).toMatchObject({ status: 409, body: { code: 'attendee.elsewhere' } })
    expect(JSON.stringify(refused.body)).not.toContain(neighbour.organization.name_zh)
  })
})

describe('reusing the badge', () => {
  test('is free, goes to the review at once, and is approved like others', async () => {
    const [row] = await reusable()
    const reused = (await takeOver(row!, 'reuse')).body
    expect(reused).toMatchObject({ state: 'awaiting_payment', is_reuse: true, fee_fen: 0, source: 'past', collection: 'onsite' })
    expect(await batch(acme, '/my/attendee_submissions', [reused.id])).toMatchObject([{ is_done: true }])
    const waiting = (await acme.get<Attendee>(`/my/attendees/${reused.id}`)).body
    expect(waiting.state).toBe('awaiting_review')

    const returned = (await review(bureau, waiting, 'return_for_changes', '请核对手机号')).body
    const form = await openedForm(reused.id)
    expect((await change(acme, returned, { ...form, position: '另一职务' })).body).toMatchObject({ code: 'reuse.submitted' })
    expect((await change(acme, returned, { ...form, mobile: '13612345670' })).body).toMatchObject({ state: 'returned', is_reuse: true })
    expect(await batch(acme, '/my/attendee_submissions', [reused.id])).toMatchObject([{ is_done: true }])
    const again = (await acme.get<Attendee>(`/my/attendees/${reused.id}`)).body
    expect((await review(bureau, again, 'approve')).body).toMatchObject({ state: 'approved', is_reuse: true })
  })

  test('ends with another face, and costs the fee from then on', async () => {
    const [row] = await reusable()
    const reused = (await takeOver(row!, 'reuse')).body
    const form = await openedForm(reused.id)
    const same = (await change(acme, reused, { ...form, department: '新部门' })).body
    expect(same).toMatchObject({ is_reuse: true, fee_fen: 0 })
    const photo_id = (await uploadPhoto(acme, portrait(33))).body.id
    const changed = (await change(acme, same, { ...form, photo_id })).body
    expect(changed).toMatchObject({ is_reuse: false, state: 'awaiting_payment' })
    expect(changed.fee_fen).toBeGreaterThan(0)
    expect(await batch(acme, '/my/attendee_submissions', [reused.id])).toMatchObject([{ is_done: false, reason: expect.stringContaining('缴纳证件费') }])
    // The past photo is the past person's still.
    expect((await acme.download(`/my/attendee_photos/${row!.photo_id}`)).status).toBe(200)
  })

  test('of several at once says what became of each', async () => {
    const [row] = await reusable()
    const outcomes = await batch(acme, '/my/past_attendee_take_overs', [row!.id, past[6]!.id, past[0]!.id, 'nobody'], { how: 'reuse' })
    expect(outcomes).toMatchObject([
      { is_done: true, number: row!.number },
      { is_done: false, reason: '该人员往届未审核通过，没有可复用的证件' },
      { is_done: false, reason: '该人员本届已申办' },
      { is_done: false, reason: '没有找到，或您无权查看' },
    ])
    expect((await nowOf(row!)).applied_state).toBe('awaiting_payment')
  })

  test('twice at the same moment is done once', async () => {
    const row = past[6]!
    const answers = await Promise.all(Array.from({ length: 5 }, () => takeOver(row, 'apply')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status } of answers) expect([200, 409]).toContain(status)
  })
})

test('a public-days option is a property of the entry dates', async () => {
  const options = (await acme.get<Schemas['ListOf_EntryOptionView']>('/editions/8/entry_options')).body.items
  expect(options.filter(({ is_public_days }) => is_public_days).map(({ code }) => code)).toEqual(['9'])
})

test('nothing is written into a past edition, and nobody comes after the deadline', async () => {
  const inThePast = await acme.post(`/my/past_attendees/${past[1]!.id}/take_overs`, { how: 'apply' }, { edition: '7' })
  expect(inThePast).toMatchObject({ status: 409, body: { code: 'edition.read_only' } })
  expect((await acme.get('/my/past_attendees', { edition: '7' })).body.items.map(({ edition_number }: Past) => edition_number)).toEqual([4])
  await server.moveClock(12 * 86_400)
  const late = await new Cast(server).as('acme')
  expect((await late.get('/my/past_attendees')).status).toBe(200)
  expect((await takeOver(past[7]!, 'apply', late)).body.code).toBe('edition.window_closed')
})
