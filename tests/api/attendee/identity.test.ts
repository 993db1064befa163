// Whether name and document belong together, as a provider says (ATT-09), and 关闭信息验证 (ATT-08).
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { added, approvedTeam, awaitingReview, batch, change, completeForm, freeOption, optionOf, residentId, review, type Attendee, type Team } from '../../support/attendee.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { correct } from '../../support/correction.ts'
import { IdentityProvider, type Finding } from '../../support/identity.ts'
import { reachable } from '../../support/order.ts'
import { confirmed } from '../../support/selection.ts'
import { Server } from '../../support/server.ts'

type Batch = Schemas['AttendeeBatchView'] & Partial<Problem>

let provider: IdentityProvider
let server: Server
let cast: Cast
let bureau: Client
let reviewer: Client
let shanghai: Client
let acme: Team
let ofHaidian: Team
let free: string
beforeAll(async () => {
  provider = await IdentityProvider.start()
  server = await Server.start({ ...provider.settings, ...(await reachable()) })
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  reviewer = await cast.as('reviewer')
  shanghai = await cast.as('shanghai')
  acme = await approvedTeam(cast)
  ofHaidian = await approvedTeam(cast, 'G01-09', [await cast.as('haidian'), await cast.as('beijing')])
  free = await freeOption(bureau)
})
afterAll(async () => {
  await server.stop()
  provider.stop()
})
afterEach(() => {
  provider.failure = null
  provider.isForged = false
  provider.release()
})

let people = 0
const freshName = () => `验证人${String.fromCodePoint(0x4e00 + ++people)}`
/** Submitted under a name of their own, of whom the provider says this. */
function submitted(finding: Finding = 'matched', wish = {}, team = acme): Promise<Attendee> {
  const name_zh = freshName()
  provider.findings.set(name_zh, finding)
  return awaitingReview(team.client, free, { name_zh, ...wish })
}
const seen = async ({ id }: { id: string }) => (await bureau.get<Attendee>(`/attendees/${id}`)).body
async function becomes(person: { id: string }, state: Attendee['identity_state']): Promise<Attendee> {
  await expect.poll(async () => (await seen(person)).identity_state, { timeout: 20_000 }).toBe(state)
  return seen(person)
}
const failed = async (wish = {}, team = acme) => becomes(await submitted('name_differs', wish, team), 'failed')
const waive = (by: Client, ids: string[], reason = '已人工核实证件') => batch(by, '/attendee_identity_waivers', ids, { reason })
const events = (person: Attendee) => person.history.map(({ event }) => event)

describe('the provider', () => {
  test('is asked after submission, with name, kind and number of the document, and nothing else', async () => {
    const document_number = residentId()
    const person = await becomes(await submitted('matched', { document_number }), 'matched')
    expect(provider.askedAbout(person.name_zh)).toEqual([{ name: person.name_zh, document_type: 'resident_id', document_number }])
    expect(person).toMatchObject({ identity_finding: 'matched', identity_at: expect.stringMatching(/^2025/) })
    expect(events(person)).toContain('identity_matched')
    expect((await bureau.get('/admin/audit_entries?action=attendee_identity_checked')).body.items[0]).toMatchObject({ subject_id: person.id, summary: expect.stringContaining('验证通过') })
    expect(server.lines.join('\n')).not.toContain(document_number)
    expect((await review(reviewer, person, 'approve')).body.state).toBe('approved')
  })

  test('is not asked about drafts, nor again about whoever matched', async () => {
    const saved = await added(acme.client, { name_zh: freshName(), entry_option_id: free })
    const person = await becomes(await submitted(), 'matched')
    await review(reviewer, person, 'return_for_changes', '照片不清晰')
    await batch(acme.client, '/my/attendee_submissions', [person.id])
    await becomes(await submitted(), 'matched')
    expect(provider.askedAbout(saved.name_zh)).toEqual([])
    expect(provider.askedAbout(person.name_zh)).toHaveLength(1)
    expect((await seen(person)).identity_state).toBe('matched')
  })

  test('reads a passport under its Latin name, and need not know every kind of document', async () => {
    const wish = { name_en: 'ANNA BERG', region_type: 'foreign', document_type: 'passport', document_number: 'C01X00T47', nationality_code: 'DE', birth_on: '1988-02-03', gender: 'female' } as const
    provider.findings.set('ANNA BERG', 'not_covered')
    const person = await submitted('matched', wish)
    await expect.poll(async () => (await seen(person)).identity_finding).toBe('not_covered')
    expect(await seen(person)).toMatchObject({ identity_state: 'not_asked' })
    expect((await review(reviewer, person, 'approve')).status).toBe(200)
  })
})

describe('a failed check', () => {
  test('blocks approval of one and in a batch, with words, and nothing else', async () => {
    const person = await failed()
    const other = await becomes(await submitted(), 'matched')
    const refused = await review(reviewer, person, 'approve')
    expect(refused).toMatchObject({ status: 409, body: { code: 'attendee.identity_not_verified', detail: expect.stringContaining('姓名与证件不一致') } })
    const outcomes = await batch(reviewer, '/attendee_approvals', [person.id, other.id])
    expect(outcomes).toMatchObject([{ is_done: false, reason: expect.stringContaining('信息验证未通过') }, { is_done: true }])
    expect((await review(reviewer, person, 'return_for_changes', '请核对姓名')).body.state).toBe('returned')
  })

  test('is found by filter, and stands in the history with its reason', async () => {
    const person = await failed()
    const found = async (query: string) => (await shanghai.get(`/attendees?name=${person.name_zh}&${query}`)).body.items.map(({ id }: Attendee) => id)
    expect(await found('identity=failed')).toEqual([person.id])
    expect(await found('identity=matched')).toEqual([])
    expect(person.history.at(-1)).toMatchObject({ event: 'identity_failed', opinion: 'name_differs' })
  })

  test('is void with another name, and the new one is asked about', async () => {
    const person = await failed()
    await review(reviewer, person, 'return_for_changes', '请核对姓名')
    const form = await completeForm(acme.client, { name_zh: freshName(), entry_option_id: free })
    const own = (await acme.client.get<Attendee>(`/my/attendees/${person.id}`)).body
    const moved = await change(acme.client, own, { ...form, name_zh: person.name_zh, department: '市场部', document_number: (await acme.client.post(`/my/attendees/${person.id}/openings`)).body.form.document_number })
    expect(moved.body).toMatchObject({ identity_state: 'failed', department: '市场部' })
    const renamed = await change(acme.client, moved.body, form)
    expect(renamed.body).toMatchObject({ identity_state: 'not_asked', identity_finding: null, identity_at: null })
    await batch(acme.client, '/my/attendee_submissions', [person.id])
    expect((await becomes(person, 'matched')).name_zh).toBe(form.name_zh)
  })

  test('may be mended at the provider: it is asked again with the next submission', async () => {
    const person = await failed()
    await review(reviewer, person, 'return_for_changes', '登记机关已更正')
    provider.findings.set(person.name_zh, 'matched')
    await batch(acme.client, '/my/attendee_submissions', [person.id])
    await becomes(person, 'matched')
  })

  test('is made anew when the bureau puts name or document right, also of whoever is approved', async () => {
    const awaiting = await failed()
    const right = freshName()
    expect((await correct(reviewer, awaiting, { name_zh: right })).body).toMatchObject({ state: 'awaiting_review' })
    const matched = await becomes(awaiting, 'matched')
    expect(provider.askedAbout(right)).toHaveLength(1)
    expect((await review(reviewer, matched, 'approve')).status).toBe(200)

    const document_number = residentId()
    expect((await correct(reviewer, matched, { document_number, gender: null })).status).toBe(200)
    await expect.poll(() => provider.askedAbout(right).at(-1)).toMatchObject({ document_number })
    const again = await becomes(matched, 'matched')
    expect((await correct(reviewer, again, { position: '总经理' })).body.identity_state).toBe('matched')
    expect(provider.askedAbout(right)).toHaveLength(2)
  })
})

describe('a provider in trouble', () => {
  /** Why the job that waits for its next try has failed. */
  const newestError = async () => (await bureau.get('/admin/jobs?kind=identity_check&state=ready')).body.items[0]?.last_error ?? ''

  test('hinders nobody, tells no log what it was asked, and is asked again', async () => {
    provider.failure = 503
    const person = await becomes(await submitted('no_such_document'), 'unavailable')
    const approved = await becomes(await submitted(), 'unavailable')
    expect((await review(reviewer, approved, 'approve')).body.state).toBe('approved')
    await expect.poll(newestError).toBe('the identity provider answered HTTP 503')
    expect(server.lines.join('\n')).not.toContain(person.name_zh)
    provider.failure = null
    await server.moveClock(61)
    await becomes(person, 'failed')
    await becomes(approved, 'matched')
  })

  test('that refuses us for good leaves a dead letter, which somebody can send again', async () => {
    provider.failure = 403
    const person = await becomes(await submitted(), 'unavailable')
    const dead = async () => (await bureau.get('/admin/jobs?kind=identity_check&state=dead')).body.items
    await expect.poll(async () => (await dead()).length).toBe(1)
    provider.failure = null
    expect((await bureau.post(`/admin/jobs/${(await dead())[0].id}/retries`)).status).toBe(200)
    await becomes(person, 'matched')
  })

  test('is not believed without its signature', async () => {
    provider.isForged = true
    const person = await becomes(await submitted('name_differs'), 'unavailable')
    await expect.poll(newestError).toContain('not signed')
    expect((await review(reviewer, person, 'approve')).body.state).toBe('approved')
  })

  test('its silence takes back no failure', async () => {
    const person = await failed()
    await review(reviewer, person, 'return_for_changes', '请核对')
    provider.failure = 500
    await batch(acme.client, '/my/attendee_submissions', [person.id])
    await expect.poll(() => provider.askedAbout(person.name_zh).length).toBe(2)
    const other = await becomes(await submitted(), 'unavailable')
    expect((await seen(person)).identity_state).toBe('failed')
    expect((await seen(other)).identity_state).toBe('unavailable')
  })
})

describe('an answer that comes late', () => {
  const asked = (person: Attendee) => expect.poll(() => provider.askedAbout(person.name_zh).length, { timeout: 20_000 }).toBeGreaterThan(0)

  test('concerns what was asked: data that changed meanwhile are not touched', async () => {
    provider.hold()
    const person = await submitted('name_differs')
    await asked(person)
    await review(reviewer, person, 'return_for_changes', '请核对姓名')
    const own = (await acme.client.get<Attendee>(`/my/attendees/${person.id}`)).body
    expect((await change(acme.client, own, await completeForm(acme.client, { name_zh: freshName(), entry_option_id: free }))).status).toBe(200)
    provider.release()
    await becomes(await submitted(), 'matched')
    expect(await seen(person)).toMatchObject({ state: 'returned', identity_state: 'not_asked' })
    expect(events(await seen(person))).not.toContain('identity_failed')
  })

  test('finds a waiver, which stays', async () => {
    provider.hold()
    const person = await submitted('name_differs')
    await asked(person)
    expect(await waive(shanghai, [person.id])).toMatchObject([{ is_done: true }])
    provider.release()
    await becomes(await submitted(), 'matched')
    expect((await seen(person)).identity_state).toBe('waived')
  })

  test('does not come at all when the process is killed: it is asked again', async () => {
    provider.hold()
    const person = await submitted('name_differs')
    await asked(person)
    await server.end('SIGKILL')
    provider.release()
    await server.moveClock(301)
    await becomes(person, 'failed')
    expect(events(await seen(person)).filter((event) => event === 'identity_failed')).toHaveLength(1)
  })

  test('meets the approval: whichever is first counts, and no failed one is approved after it', async () => {
    for (let round = 0; round < 6; round++) {
      provider.hold()
      const person = await submitted('name_differs')
      await asked(person)
      provider.release()
      const answers = await Promise.all(Array.from({ length: 4 }, () => review(reviewer, person, 'approve')))
      const after = await becomes(person, 'failed')
      const order = events(after).filter((event) => event === 'approved' || event === 'identity_failed')
      expect(order).toEqual(after.state === 'approved' ? ['approved', 'identity_failed'] : ['identity_failed'])
      for (const { status, body } of answers) if (status !== 200) expect(['attendee.identity_not_verified', 'attendee.decided']).toContain(body.code)
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(after.state === 'approved' ? 1 : 0)
    }
  })
})

describe('a waiver', () => {
  test('opens the way to approval, with reason, history and a line in the log', async () => {
    const person = await failed()
    expect(await waive(shanghai, [person.id], '单位已提供证明')).toMatchObject([{ is_done: true }])
    const waived = await seen(person)
    expect(waived).toMatchObject({ identity_state: 'waived', identity_finding: 'name_differs' })
    expect(waived.history.at(-1)).toMatchObject({ event: 'identity_waived', opinion: '单位已提供证明' })
    expect((await bureau.get('/admin/audit_entries?action=attendee_identity_waived')).body.items[0]).toMatchObject({ subject_id: person.id, summary: expect.stringContaining('单位已提供证明') })
    expect((await review(reviewer, waived, 'approve')).body.state).toBe('approved')
    expect(await waive(shanghai, [person.id])).toMatchObject([{ is_done: false, reason: '该人员的信息验证已关闭' }])
  })

  test('needs no failure before, and then nobody is asked', async () => {
    const saved = await added(acme.client, { name_zh: freshName(), entry_option_id: free })
    expect(await waive(shanghai, [saved.id])).toMatchObject([{ is_done: true }])
    await batch(acme.client, '/my/attendee_submissions', [saved.id])
    await becomes(await submitted(), 'matched')
    expect(provider.askedAbout(saved.name_zh)).toEqual([])
    expect((await seen(saved)).identity_state).toBe('waived')
  })

  test('holds until name or document change', async () => {
    const saved = await added(acme.client, { name_zh: freshName(), entry_option_id: free })
    await waive(shanghai, [saved.id])
    const moved = await batch(acme.client, '/my/attendee_entry_options', [saved.id], { entry_option_id: await optionOf(acme.client, '6-10') })
    expect(moved).toMatchObject([{ is_done: true }])
    expect((await seen(saved)).identity_state).toBe('waived')
    const own = (await acme.client.get<Attendee>(`/my/attendees/${saved.id}`)).body
    const form = await completeForm(acme.client, { name_zh: saved.name_zh, entry_option_id: free })
    expect((await change(acme.client, own, form)).body.identity_state).toBe('not_asked')
  })

  test('says of each why there is nothing to waive', async () => {
    const matched = await becomes(await submitted(), 'matched')
    const [voided, rejected] = [await submitted(), await submitted()]
    await batch(bureau, '/attendee_voids', [voided.id], { reason: '不再参会' })
    await review(reviewer, await seen(rejected), 'reject', '信息不实')
    const outcomes = await waive(bureau, [matched.id, voided.id, rejected.id])
    expect(outcomes.map(({ reason }) => reason)).toEqual(['信息验证已通过，无需关闭', '已注销或审核不通过的人员无需关闭信息验证', '已注销或审核不通过的人员无需关闭信息验证'])
  })

  test('reaches one’s own people: a group its subgroups’, a subgroup its own, the bureau all', async () => {
    const [first, second, third] = [await failed({}, ofHaidian), await failed({}, ofHaidian), await failed()]
    const beijing = await cast.as('beijing')
    const haidian = await cast.as('haidian')
    expect(await waive(shanghai, [first.id])).toMatchObject([{ is_done: false, name_zh: '' }])
    expect(await waive(haidian, [first.id, third.id])).toMatchObject([{ is_done: true }, { is_done: false }])
    expect(await waive(beijing, [second.id])).toMatchObject([{ is_done: true }])
    expect(await waive(reviewer, [third.id])).toMatchObject([{ is_done: true }])
  })

  test('needs its permission and a reason', async () => {
    const attendees = [(await failed()).id]
    for (const player of ['shanghaiViewer', 'finance', 'badges', 'auditor', 'acme'] as const)
      expect((await (await cast.as(player)).post('/attendee_identity_waivers', { attendees, reason: '不可以' })).status, player).toBe(403)
    expect((await shanghai.post('/attendee_identity_waivers', { attendees, reason: '' })).body.errors).toMatchObject([{ field: 'reason' }])
    const many = Array.from({ length: 201 }, (_, i) => `person-${i}`)
    expect((await shanghai.post('/attendee_identity_waivers', { attendees: many, reason: '太多' })).body.errors).toMatchObject([{ code: 'request.batch_too_long' }])
    const actions = (await shanghai.get(`/attendees?id=${attendees[0]}`)).body.items[0].allowed_actions
    expect(actions).toContainEqual({ action: 'waive_identity', allowed: true, reason: null })
  })

  test('of everybody whom a filter finds is a job', async () => {
    const team = await approvedTeam(cast)
    await failed({}, team)
    await failed({}, team)
    await becomes(await submitted('matched', {}, team), 'matched')
    const filter = { state: [], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], id: [], organization_id: team.organization.id }
    const start = (by: Client, reason: string | null) => confirmed<Batch>(by, '/attendee_batches', '/attendee_batches/previews', { filter }, { action: 'waive_identity', wish: { reason, badge_type: null, is_confirmed: null } })
    expect((await start(shanghai, '')).body.errors).toMatchObject([{ field: 'wish.reason' }])
    expect((await start(await cast.as('shanghaiViewer'), '已核实')).status).toBe(403)
    const begun = (await start(shanghai, '名单已逐一核实')).body
    const current = async () => (await shanghai.get<Batch>(`/attendee_batches/${begun.id}`)).body
    await expect.poll(async () => (await current()).state, { timeout: 20_000 }).toBe('done')
    expect(await current()).toMatchObject({ action: 'waive_identity', total: 3, done: 2, refused: 1 })
    expect((await shanghai.get(`/attendees?identity=waived&organization_id=${team.organization.id}`)).body.total).toBe(2)
  })
})
