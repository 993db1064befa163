// The bureau's review of people (ATT-10), what it tells, and what voiding frees (ATT-03, ATT-08).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { added, approvedTeam, awaitingReview, batch, freeOption, residentId, review, type Attendee, type Team } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let bureau: Client
let reviewer: Client
let shanghai: Client
let acme: Team
let ofHaidian: Team
let free: string
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  reviewer = await cast.as('reviewer')
  shanghai = await cast.as('shanghai')
  acme = await approvedTeam(cast)
  ofHaidian = await approvedTeam(cast, 'G01-09', [await cast.as('haidian'), await cast.as('beijing')])
  free = await freeOption(bureau)
})
afterAll(() => server.stop())

const awaiting = (wish = {}) => awaitingReview(acme.client, free, wish)
const newestMessage = async (to: string) => (await cast.nobody().get<Schemas['PageOf_ReadableMessage']>(`/sandbox/messages?to=${encodeURIComponent(to)}`)).body.items[0]?.body ?? ''
const ofAcme = () => `organization_id=${acme.organization.id}`

describe('the queue', () => {
  test('counts exactly what the task card and the list count', async () => {
    const person = await awaiting()
    const { items } = (await reviewer.get<Schemas['ListOf_Task']>('/my/tasks')).body
    const card = items.find(({ kind }) => kind === 'attendees_awaiting')!
    expect(card.path).toBe('/bureau/attendees?awaits_me=true')
    const listed = (await reviewer.get('/attendees?awaits_me=true&page_size=100&sort=-awaiting_since')).body
    expect(card.count).toBe(listed.total)
    expect(listed.items.map(({ id }: Attendee) => id)).toContain(person.id)
    expect(listed.items[0].allowed_actions.filter(({ allowed }: { allowed: boolean }) => allowed).map(({ action }: { action: string }) => action)).toContain('review')
  })

  test('gives the one that has waited longest, not what a colleague has open', async () => {
    const people = [await awaiting({ name_zh: '排队甲' }), await awaiting({ name_zh: '排队乙' })]
    const next = async (client: Client, besides = '') => (await client.get(`/attendee_reviews/next?name=排队${besides && `&besides=${besides}`}`)).body
    expect(await next(reviewer)).toMatchObject({ id: people[0]!.id, remaining: 2 })
    expect((await reviewer.post(`/attendees/${people[0]!.id}/review_visits`)).body).toMatchObject({ attendee: { id: people[0]!.id }, visited_by: null })
    expect((await next(bureau)).id).toBe(people[1]!.id)
    expect((await bureau.post(`/attendees/${people[0]!.id}/review_visits`)).body.visited_by).toMatchObject({ account_name: expect.any(String) })
    expect((await next(reviewer, people[0]!.id)).id).toBe(people[1]!.id)
    for (const person of people) await review(reviewer, person, 'approve')
    expect(await next(reviewer)).toMatchObject({ remaining: 0 })
  })

  test('finds by organization, face warning and day', async () => {
    const person = await awaiting({ name_zh: '筛选人' })
    const found = async (query: string) => (await bureau.get(`/attendees?${query}`)).body.items.map(({ id }: Attendee) => id)
    expect(await found(`organization=${acme.organization.uscc}&name=筛选人`)).toEqual([person.id])
    expect(await found(`organization=${encodeURIComponent(acme.organization.name_zh.slice(2, 8))}&name=筛选人`)).toEqual([person.id])
    expect(await found('name=筛选人&has_face_warning=false')).toEqual([])
    expect(await found('name=筛选人&submitted_from_on=2025-10-10&submitted_to_on=2025-10-10')).toEqual([person.id])
    expect(await found(`id=${person.id}&${ofAcme()}`)).toEqual([person.id])
  })
})

describe('a verdict', () => {
  test('is told to the person, a return to the contact, with the opinion', async () => {
    const approved = await awaiting({ mobile: '13511110001' })
    expect((await review(reviewer, approved, 'approve')).body).toMatchObject({ state: 'approved', awaiting_since: null })
    expect(await newestMessage('13511110001')).toContain('审核通过')

    const rejected = await awaiting({ mobile: '13511110002' })
    expect((await review(reviewer, rejected, 'reject', ' ')).body.errors).toMatchObject([{ field: 'opinion' }])
    expect((await review(reviewer, rejected, 'reject', '身份信息不实')).body.state).toBe('rejected')
    expect(await newestMessage('13511110002')).toContain('身份信息不实')

    const returned = await awaiting({ mobile: '13511110003', name_zh: '退回人' })
    expect((await review(reviewer, returned, 'return_for_changes', '照片不清晰')).body).toMatchObject({ state: 'returned', opinion: '照片不清晰' })
    expect(await newestMessage(acme.mobile)).toContain('照片不清晰')
    expect(await newestMessage('13511110003')).toBe('')
    const own = (await acme.client.get<Attendee>(`/my/attendees/${returned.id}`)).body
    expect(own.history.at(-1)).toMatchObject({ event: 'returned', actor_name: '', opinion: '照片不清晰' })
  })

  test('is one: the second reviewer is told the first, a stale page to look again', async () => {
    const person = await awaiting()
    expect((await review(bureau, { ...person, version: person.version - 1 }, 'approve')).status).toBe(412)
    await review(reviewer, person, 'approve')
    const late = await review(bureau, person, 'reject', '太晚')
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({ code: 'attendee.decided', details: { state: 'approved' } })
    expect((await review(bureau, await added(acme.client), 'approve')).body.code).toBe('attendee.not_awaiting')
  })

  test('of several at once stays one', async () => {
    for (let round = 0; round < 3; round++) {
      const person = await awaiting()
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => review(i % 2 ? reviewer : bureau, person, (['approve', 'reject'] as const)[i % 2]!, '同时')))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      for (const { status } of answers) expect([200, 409]).toContain(status)
    }
  })

  test('for many at once says for each what became of it', async () => {
    const people = [await awaiting(), await awaiting(), await added(acme.client)]
    const outcomes = await batch(reviewer, '/attendee_approvals', [...people.map(({ id }) => id), 'nobody'])
    expect(outcomes.map(({ is_done }) => is_done)).toEqual([true, true, false, false])
    expect(outcomes[2]!.reason).toContain('不在待审核状态')
  })
})

describe('voiding', () => {
  test('frees the document and the place, and is final', async () => {
    const document_number = residentId()
    const person = await awaiting({ document_number })
    const outcomes = await batch(bureau, '/attendee_voids', [person.id], { reason: '本人放弃参会' })
    expect(outcomes).toMatchObject([{ is_done: true }])
    const own = (await acme.client.get<Attendee>(`/my/attendees/${person.id}`)).body
    expect(own).toMatchObject({ state: 'voided', opinion: '本人放弃参会' })
    await added(ofHaidian.client, { document_number })
    expect(await batch(bureau, '/attendee_voids', [person.id], { reason: '再次注销' })).toMatchObject([{ is_done: false, reason: '该人员已注销' }])
    expect((await review(bureau, own, 'approve')).status).toBe(409)
  })

  test('needs a reason and the permission', async () => {
    const person = await awaiting()
    expect((await bureau.post('/attendee_voids', { attendees: [person.id], reason: '' })).status).toBe(422)
    expect((await (await cast.as('finance')).post('/attendee_voids', { attendees: [person.id], reason: '不可以' })).status).toBe(403)
    const many = Array.from({ length: 201 }, (_, i) => `person-${i}`)
    expect((await bureau.post('/attendee_voids', { attendees: many, reason: '太多' })).body.errors).toMatchObject([{ code: 'request.batch_too_long' }])
    expect((await bureau.post('/attendee_approvals', { attendees: many })).body.errors).toMatchObject([{ code: 'request.batch_too_long' }])
  })
})

describe('the privacy shield (ACC-07)', () => {
  test('opens one person at a time, with a reason on record', async () => {
    const document_number = residentId()
    const person = await awaiting({ document_number })
    const listed = (await bureau.get(`/attendees?id=${person.id}`)).body
    expect(JSON.stringify(listed)).not.toContain(document_number)
    expect((await bureau.post(`/attendees/${person.id}/unmaskings`, { reason: '' })).status).toBe(422)
    expect((await bureau.post(`/attendees/${person.id}/unmaskings`, { reason: '电话核实' })).body).toMatchObject({ document_number, mobile: '13612345678', birth_on: expect.stringMatching(/^1991-03/) })
    expect((await bureau.get('/admin/audit_entries?action=attendee_unmasked')).body.items[0]).toMatchObject({ subject_id: person.id, summary: expect.stringContaining('电话核实') })
    expect((await (await cast.as('finance')).post(`/attendees/${person.id}/unmaskings`, { reason: '看看' })).status).toBe(403)
  })
})

describe('groups', () => {
  test('see their own people only, and do not review', async () => {
    const person = await awaiting()
    const other = await awaitingReview(ofHaidian.client, free)
    const seen = (await shanghai.get('/attendees?page_size=100')).body.items.map(({ id }: Attendee) => id)
    expect(seen).toContain(person.id)
    expect(seen).not.toContain(other.id)
    expect((await shanghai.get(`/attendees/${other.id}`)).status).toBe(404)
    expect((await review(shanghai, person, 'approve')).status).toBe(403)
  })
})
