// BDG-01, BDG-04, BDG-05, BDG-07: the collection desk, new badges for old, the electronic badge, and what the public may ask.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { batch, residentId, review, type Attendee } from '../../support/attendee.ts'
import { approved, badgeOf, made, visitors, type Visitors } from '../../support/badge.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { codesOf, textsOf } from '../../support/pdf.ts'
import { Server } from '../../support/server.ts'

type Account = Schemas['BadgeAccountView'] & Partial<Problem>
type Badge = Schemas['BadgeView'] & Partial<Problem>

let server: Server
let cast: Cast
let group: Visitors
let desk: Client
let nobody: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  group = await visitors(cast)
  desk = await cast.as('badges')
  nobody = cast.nobody()
})
afterAll(() => server.stop())

const ask = async (question: object) => (await desk.post<Schemas['BadgeDeskAnswer']>('/badge_desk_questions', question)).body.people
const standing = async (badge: string) => (await nobody.post<Schemas['BadgeCheckView']>('/badge_checks', { badge })).body.standing
const accountOf = async (attendee: { id: string }) => (await group.team.client.get<Account>(`/my/attendees/${attendee.id}/badge`)).body
const act = (badge: { id: string }, path: string, body?: object) => desk.post<Badge>(`/badges/${badge.id}/${path}`, body)
const steps = (account: Account) => account.steps.map(({ step, state }) => `${step} ${state}`)

describe('the desk', () => {
  test('finds a person by document, by number and by code, and prints one badge', async () => {
    const document_number = residentId()
    const attendee = await approved(group, { document_number, name_zh: '周到' })
    for (const question of [{ document: document_number }, { number: attendee.number }]) {
      const [found] = await ask(question)
      expect(found).toMatchObject({ id: attendee.id, name_zh: '周到', state: 'approved', document_masked: expect.stringContaining('*'), badges: [{ state: 'awaiting' }] })
    }
    const badge = await badgeOf(desk, attendee)
    expect((await desk.get(`/badges/${badge.id}/pdf`)).body).toMatchObject({ code: 'badge.not_in_state' })
    expect((await act(badge, 'prints')).body).toMatchObject({ state: 'made', number: badge.number })
    expect((await act(badge, 'prints')).body).toMatchObject({ code: 'badge.not_in_state' })
    const { body } = await desk.download(`/badges/${badge.id}/pdf`)
    expect(textsOf(body)).toHaveLength(1)
    const [code] = codesOf(body)
    expect((await ask({ code }))[0]!.id).toBe(attendee.id)
    expect((await ask({ code: badge.number }))[0]!.id).toBe(attendee.id)
    expect(await ask({ code: code!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) })).toEqual([])
    expect(await ask({ document: residentId() })).toEqual([])
    expect((await desk.post('/badge_desk_questions', {})).body).toMatchObject({ errors: [{ code: 'badge_desk.question_empty' }] })
  })

  test('hands a badge over once', async () => {
    const attendee = await approved(group)
    const badge = await badgeOf(desk, attendee)
    expect((await act(badge, 'collections')).body).toMatchObject({ code: 'badge.not_in_state' })
    await act(badge, 'prints')
    const tries = await Promise.all(Array.from({ length: 4 }, () => act(badge, 'collections')))
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(await badgeOf(desk, attendee)).toMatchObject({ state: 'collected', collected_at: expect.any(String) })
    const lines = (await group.bureau.get(`/admin/audit_entries?subject=${badge.id}`)).body.items
    expect(lines.map((line: { action: string }) => line.action)).toEqual(['badge_handed_over', 'badge_printed'])
  })

  test('is for those who may', async () => {
    const badge = await badgeOf(desk, await approved(group))
    const reviewer = await cast.as('reviewer')
    for (const path of ['prints', 'collections']) expect((await reviewer.post(`/badges/${badge.id}/${path}`)).status).toBe(403)
    expect((await reviewer.post('/badge_desk_questions', { number: 'P' })).status).toBe(403)
    expect((await reviewer.get('/badges')).status).toBe(200)
  })
})

describe('a new badge for an old one', () => {
  test('takes its place in the same moment: the old code opens nothing any more', async () => {
    const attendee = await approved(group)
    const old = await badgeOf(desk, attendee)
    await act(old, 'prints')
    const [code] = codesOf((await desk.download(`/badges/${old.id}/pdf`)).body)
    expect(await standing(code!)).toBe('active')
    const answers = await Promise.all(['reprint', 'replacement'].map((kind) => act(old, 'reissues', { kind, reason: '证件遗失' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const fresh = await badgeOf(desk, attendee)
    expect(fresh).toMatchObject({ state: 'awaiting' })
    expect(fresh.number).not.toBe(old.number)
    expect((await ask({ number: attendee.number }))[0]!.badges.map((badge) => [badge.state, badge.revoked_reason])).toEqual([['awaiting', null], ['revoked', 'replaced']])
    expect(await standing(code!)).toBe('revoked')
    expect(await standing(fresh.number)).toBe('not_active')
  })

  test('is not for who is no longer approved', async () => {
    const attendee = await approved(group)
    const badge = await badgeOf(desk, attendee)
    await group.bureau.post('/attendee_voids', { attendees: [attendee.id], reason: '信息有误' })
    expect((await act(badge, 'reissues', { kind: 'reprint', reason: '证件遗失' })).body).toMatchObject({ code: 'badge.not_approved' })
  })
})

describe('the badge of a past edition (ATT-07)', () => {
  test('opens the gates again with its old code as soon as its person is approved', async () => {
    const acme = await cast.as('acme')
    const past = (await acme.get<Schemas['PageOf_PastAttendeeListRow']>('/my/past_attendees?has_applied=false')).body.items
    const old = past.find(({ allowed_actions }) => allowed_actions.some(({ action, allowed }) => action === 'reuse' && allowed))!
    const taken = (await acme.post<Attendee>(`/my/past_attendees/${old.id}/take_overs`, { how: 'reuse' })).body
    await batch(acme, '/my/attendee_submissions', [taken.id])
    await review(group.bureau, (await group.bureau.get<Attendee>(`/attendees/${taken.id}`)).body, 'approve')
    const [found] = await ask({ number: taken.number })
    expect(found!.badges).toMatchObject([{ kind: 'reuse', state: 'made', number: expect.stringMatching(/^B7-/) }])
    expect(await standing(found!.badges[0]!.number)).toBe('active')
    const account = (await acme.get<Account>(`/my/attendees/${taken.id}/badge`)).body
    expect(steps(account)).toEqual(['submitted done', 'in_review done', 'reused done'])
    // Lost meanwhile: the new badge has a new code, and the old one is out of force.
    expect((await act(found!.badges[0]!, 'reissues', { kind: 'reprint', reason: '旧证遗失' })).body).toMatchObject({ kind: 'reprint', number: expect.stringMatching(/^B8-/) })
    expect(await standing(found!.badges[0]!.number)).toBe('revoked')
  })
})

describe('the electronic badge', () => {
  test('follows its person from the review to the hand', async () => {
    const attendee = await approved(group)
    expect(await accountOf(attendee)).toMatchObject({ qr_svg: '', address: '', state: 'awaiting' })
    expect(steps(await accountOf(attendee))).toEqual(['submitted done', 'in_review done', 'producing doing', 'ready to_do', 'collected to_do'])
    await made(desk, { organization_id: group.team.organization.id })
    const account = await accountOf(attendee)
    expect(steps(account)).toEqual(['submitted done', 'in_review done', 'producing done', 'ready done', 'collected doing'])
    const token = account.address.split('#')[1]!
    const opened = await nobody.post<Account>('/e_badges', { token })
    expect(opened.body).toMatchObject({ number: account.number, state: 'made', has_photo: true, qr_svg: expect.stringContaining('<svg') })
    const photo = await nobody.call('POST', '/e_badge_photos', { token })
    expect(photo.headers.get('content-type')).toBe('image/jpeg')
    for (const wrong of [token.slice(0, -1), `${attendee.id}.`, 'x', token.replace(/^./, 'z')]) expect((await nobody.post('/e_badges', { token: wrong })).status).toBe(404)
    await group.bureau.post('/attendee_voids', { attendees: [attendee.id], reason: '信息有误' })
    expect((await nobody.post<Account>('/e_badges', { token })).body).toMatchObject({ attendee_state: 'voided', qr_svg: '', number: '' })
    expect(await standing(account.number)).toBe('revoked')
  })

  test('is its own organization’s alone', async () => {
    const attendee = await approved(group)
    expect((await (await cast.as('acme')).get(`/my/attendees/${attendee.id}/badge`)).status).toBe(404)
    expect((await (await cast.as('acme')).get(`/attendees/${attendee.id}/badge`)).status).toBe(403)
    expect((await desk.get<Account>(`/attendees/${attendee.id}/badge`)).body.attendee_number).toBe((attendee as Attendee).number)
  })
})

test('whoever asks about a badge that never was learns nothing', async () => {
  for (const badge of ['B8-99999999', 'B3-00000001', 'hello', 'B8', 'A'.repeat(120)]) expect(await standing(badge)).toBe('unknown')
})
