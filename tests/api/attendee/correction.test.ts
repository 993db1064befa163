// 更正信息: the bureau puts right what stands wrong of somebody who is locked; a badge that shows something else is replaced (ATT-03, ATT-05, BDG-01).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { added, approvedTeam, awaitingReview, batch, completeForm, portrait, residentId, review, type Attendee } from '../../support/attendee.ts'
import { approved, badgeOf, badgesOf, made, ready, visitors, type Badge, type Visitors } from '../../support/badge.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { correct, openedBy } from '../../support/correction.ts'
import { addGate, Device, signedCode } from '../../support/gate.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let group: Visitors
let bureau: Client
let reviewer: Client
let desk: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  group = await visitors(cast)
  bureau = group.bureau
  reviewer = await cast.as('reviewer')
  desk = await cast.as('badges')
})
afterAll(async () => {
  expect(server.command('verify').stdout).toContain('sound')
  await server.stop()
})

const seen = async ({ id }: { id: string }) => (await bureau.get<Attendee>(`/attendees/${id}`)).body
const awaiting = (wish = {}) => awaitingReview(group.team.client, group.option, wish)
const newestMessage = async (to: string) => (await cast.nobody().get<Schemas['PageOf_ReadableMessage']>(`/sandbox/messages?to=${encodeURIComponent(to)}`)).body.items[0]?.body ?? ''
const badgesOfPerson = async ({ id }: { id: string }): Promise<Badge[]> =>
  (await badgesOf(desk, `organization_id=${group.team.organization.id}&sort=number`)).filter(({ attendee_id }) => attendee_id === id)
const print = (badge: Badge) => desk.post(`/badges/${badge.id}/prints`)
const codeOf = (badge: Badge) => signedCode(server, badge.code_serial, badge.code_edition_number, badge.entry_days)
const standing = async (badge: string) => (await cast.nobody().post<Schemas['BadgeCheckView']>('/badge_checks', { badge })).body.standing

describe('an approved person', () => {
  test('is put right with a reason: history names the fields, the log has them masked, the contact is told', async () => {
    // Every other number is a woman's.
    const [wrong, , right] = [residentId(), residentId(), residentId()]
    const person = await approved(group, { name_zh: '李名', document_number: wrong, mobile: '13522220001' })
    const answer = await correct(reviewer, person, { name_zh: '李铭', document_number: right, mobile: '13522220002' }, ' 身份证核对后更正 ')
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ name_zh: '李铭', state: 'approved', version: person.version + 1 })
    expect(answer.body.history.at(-1)).toMatchObject({ event: 'corrected', opinion: '身份证核对后更正', changed_fields: 'name_zh document_number mobile', state_before: 'approved', state_after: 'approved' })
    expect((await openedBy(bureau, person.id)).person).toMatchObject({ document_number: right, mobile: '13522220002' })
    const log = (await bureau.get(`/admin/audit_entries?subject=${person.id}`)).body.items.find(({ action }: { action: string }) => action === 'attendee_corrected')
    const text = JSON.stringify(log)
    expect(text).toContain('李名')
    expect(text).toContain('李铭')
    for (const secret of [wrong, right, '13522220001', '13522220002']) expect(text).not.toContain(secret)
    const own = (await group.team.client.get<Attendee>(`/my/attendees/${person.id}`)).body
    expect(own.history.at(-1)).toMatchObject({ event: 'corrected', actor_name: '', changed_fields: 'name_zh document_number mobile' })
    const told = await newestMessage(group.team.mobile)
    expect(told).toContain('姓名（中文）、证件号码、手机号')
    expect(told).not.toContain(right)
    expect((await bureau.get(`/attendees?name=李铭&document=${right}`)).body.total).toBe(1)
    expect((await bureau.get(`/attendees?document=${wrong}`)).body.total).toBe(0)
  })

  test('is told at the fields what is wrong, and that nothing was changed', async () => {
    const person = await approved(group)
    const fields = async (wish: object, reason?: string) => ((await correct(bureau, person, wish, reason)).body as Problem).errors!.map(({ field }) => field)
    expect(await fields({ name_zh: ' ', position: '', document_number: '310115', mobile: '123', position_category_code: 'none' })).toEqual(['name_zh', 'document_number', 'mobile', 'position', 'position_category_code'])
    expect(await fields({ position: '经理' }, '')).toEqual(['reason'])
    expect((await correct(bureau, person, {})).body).toMatchObject({ code: 'attendee.nothing_corrected' })
    expect((await seen(person)).version).toBe(person.version)
  })

  test('keeps a document to itself: the bureau is told whose it is, and a voided one frees it', async () => {
    const other = await awaiting()
    const { document_number } = (await openedBy(bureau, other.id)).person
    const person = await approved(group)
    const refused = await correct(bureau, person, { document_number, gender: null })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'attendee.document_of_other', details: { number: other.number } })
    await batch(bureau, '/attendee_voids', [other.id], { reason: '重复填报' })
    expect((await correct(bureau, person, { document_number, gender: null })).status).toBe(200)
  })

  test('has one passport of a country, and the same number of another is another', async () => {
    const passport = { region_type: 'foreign', document_type: 'passport', document_number: 'X7788991', name_en: 'Ann Lee', birth_on: '1990-01-02', gender: 'female' } as const
    const first = await approved(group, { ...passport, nationality_code: 'US' })
    const second = await approved(group, { ...passport, nationality_code: 'FR' })
    expect((await correct(bureau, second, { nationality_code: 'US' })).body).toMatchObject({ code: 'attendee.document_of_other', details: { number: first.number } })
    expect((await correct(bureau, second, { nationality_code: 'DE' })).status).toBe(200)
  })

  test('is corrected by who saw it last, and by reviewers alone', async () => {
    const person = await approved(group)
    const { version, person: form } = await openedBy(bureau, person.id)
    const send = (by: Client, position: string) => by.post(`/attendees/${person.id}/corrections`, { person: { ...form, position }, reason: '职务有误' }, { 'if-match': `"${version}"` })
    expect((await send(bureau, '总监')).status).toBe(200)
    expect((await send(reviewer, '总裁')).status).toBe(412)
    for (const player of ['finance', 'badges', 'auditor', 'shanghai'] as const) expect((await send(await cast.as(player), '总裁')).status).toBe(403)
    expect((await send(group.team.client, '总裁')).status).toBe(403)
    expect((await seen(person)).position).toBe('总监')
  })
})

describe('somebody else', () => {
  test('who awaits the review is corrected too, and approved with the right data', async () => {
    const person = await awaiting({ name_zh: '待审人' })
    const corrected = (await correct(reviewer, person, { position: '总经理' }, '职务有误')).body
    expect(corrected).toMatchObject({ state: 'awaiting_review', position: '总经理' })
    expect((await review(reviewer, person, 'approve')).status).toBe(412)
    expect((await review(reviewer, corrected, 'approve')).status).toBe(200)
    expect(await badgesOfPerson(person)).toMatchObject([{ kind: 'first', position: '总经理' }])
  })

  test('whose data are not locked, or who is out, is not', async () => {
    const open = await added(group.team.client)
    const voided = await approved(group)
    await batch(bureau, '/attendee_voids', [voided.id], { reason: '信息有误' })
    const rejected = (await review(bureau, await awaiting(), 'reject', '资料不实')).body
    for (const person of [open, voided, rejected]) {
      expect((await correct(bureau, person, { position: '总经理' })).body).toMatchObject({ code: 'attendee.not_correctable' })
      expect((await bureau.call('POST', `/attendees/${person.id}/correction_photos`, portrait(), { 'content-type': 'image/png' })).status).toBe(409)
      expect((await seen(person)).allowed_actions).toContainEqual({ action: 'correct', allowed: false, reason: expect.any(String) })
    }
    expect((await bureau.post('/attendees/nobody/corrections', { person: (await openedBy(bureau, open.id)).person, reason: '没有此人' }, { 'if-match': '"1"' })).status).toBe(404)
  })

  test('who is voided in the same moment is one or the other', async () => {
    for (let round = 0; round < 4; round++) {
      const person = await approved(group)
      await print(await badgeOf(desk, person))
      const { version, person: form } = await openedBy(bureau, person.id)
      const [answer, [outcome]] = await Promise.all([
        reviewer.post<Attendee>(`/attendees/${person.id}/corrections`, { person: { ...form, name_zh: '改后' }, reason: '姓名有误' }, { 'if-match': `"${version}"` }),
        batch(bureau, '/attendee_voids', [person.id], { reason: '本人不再参观' }),
      ])
      expect([200, 409, 412]).toContain(answer.status)
      const now = await seen(person)
      // Whoever came second was told, or came after what the first had done.
      expect(now.state).toBe(outcome!.is_done ? 'voided' : 'approved')
      expect(now.name_zh).toBe(answer.status === 200 ? '改后' : person.name_zh)
      const inForce = (await badgesOfPerson(person)).filter(({ state }) => state !== 'revoked')
      expect(inForce.map(({ name_zh }) => name_zh)).toEqual(outcome!.is_done ? [] : ['改后'])
    }
  })

  test('who is reissued in the same moment has one badge, with the right face', async () => {
    for (let round = 0; round < 4; round++) {
      const person = await approved(group)
      const old = await badgeOf(desk, person)
      if (round % 2) await print(old)
      const { version, person: form } = await openedBy(bureau, person.id)
      const [answer, reissued] = await Promise.all([
        bureau.post<Attendee>(`/attendees/${person.id}/corrections`, { person: { ...form, name_zh: '改后' }, reason: '姓名有误' }, { 'if-match': `"${version}"` }),
        desk.post(`/badges/${old.id}/reissues`, { kind: 'reprint', reason: '证件遗失' }),
      ])
      expect(answer.status).toBe(200)
      expect([200, 409]).toContain(reissued.status)
      expect((await badgesOfPerson(person)).filter(({ state }) => state !== 'revoked')).toMatchObject([{ state: 'awaiting', name_zh: '改后' }])
    }
  })

  test('whose badge goes into a batch in the same moment has one badge, with the right face', async () => {
    for (let round = 0; round < 3; round++) {
      const person = await approved(group)
      const { version, person: form } = await openedBy(bureau, person.id)
      const [answer, batched] = await Promise.all([
        bureau.post<Attendee>(`/attendees/${person.id}/corrections`, { person: { ...form, name_zh: `批次${round}` }, reason: '姓名有误' }, { 'if-match': `"${version}"` }),
        ready(desk, { organization_id: group.team.organization.id }),
      ])
      expect(answer.status).toBe(200)
      expect(batched.state).not.toBe('failed')
      const badges = await badgesOfPerson(person)
      const inForce = badges.filter(({ state }) => state !== 'revoked')
      expect(inForce).toMatchObject([{ name_zh: `批次${round}` }])
      expect(badges.length - inForce.length).toBe(inForce[0]!.state === 'awaiting' ? 1 : 0)
    }
  })
})

describe('the badge', () => {
  test('that waits takes the new face, with the code that it has', async () => {
    const person = await approved(group, { name_zh: '待制人' })
    const [before] = await badgesOfPerson(person)
    await correct(bureau, person, { name_zh: '制证人', position: '总工程师' })
    expect(await badgesOfPerson(person)).toMatchObject([{ id: before!.id, number: before!.number, state: 'awaiting', kind: 'first', name_zh: '制证人', position: '总工程师' }])
  })

  test('that was made is replaced when its face changes, and its holder is told', async () => {
    const person = await approved(group, { name_zh: '已制人', mobile: '13522220010' })
    await print(await badgeOf(desk, person))
    const [old] = await badgesOfPerson(person)
    await correct(bureau, person, { position: '总设计师' }, '职务有误')
    const [replaced, fresh] = await badgesOfPerson(person)
    expect(replaced).toMatchObject({ id: old!.id, state: 'revoked', revoked_reason: 'replaced' })
    expect(fresh).toMatchObject({ state: 'awaiting', kind: 'replacement', position: '总设计师' })
    expect(await standing(codeOf(old!))).toBe('revoked')
    const told = await newestMessage('13522220010')
    expect(told).toContain(old!.number)
    expect(told).toContain('已失效')
  })

  test('stays when nothing on its face changes', async () => {
    const person = await approved(group)
    await print(await badgeOf(desk, person))
    const before = await badgesOfPerson(person)
    expect((await correct(bureau, person, { department: '技术部', mobile: '13522220020', document_number: residentId(), gender: null, position_category_code: 'management' })).status).toBe(200)
    expect(await badgesOfPerson(person)).toEqual(before)
    expect(await standing(codeOf(before[0]!))).toBe('active')
  })

  test('shows a photo that the bureau has sent, and no photo of somebody else’s organization', async () => {
    const person = await approved(group)
    const sent = await bureau.call<Schemas['CorrectionPhotoView'] & Partial<Problem>>('POST', `/attendees/${person.id}/correction_photos`, portrait(90), { 'content-type': 'image/png' })
    expect(sent.status).toBe(200)
    expect((await bureau.call('POST', `/attendees/${person.id}/correction_photos`, portrait(90, 100, 140), { 'content-type': 'image/png' })).body.errors).toMatchObject([{ code: 'photo.too_small' }])
    await print(await badgeOf(desk, person))
    expect((await correct(bureau, person, { photo_id: sent.body.id }, '照片不清晰')).body).toMatchObject({ photo_id: sent.body.id })
    expect((await badgesOfPerson(person)).at(-1)).toMatchObject({ kind: 'replacement', photo_id: sent.body.id })
    const other = await approvedTeam(cast)
    const { photo_id } = await completeForm(other.client, { entry_option_id: group.option })
    expect((await correct(bureau, person, { photo_id })).body.errors).toMatchObject([{ field: 'photo_id', code: 'photo.not_yours' }])
  })

  test('of a past edition is not used again with another face', async () => {
    const acme = await cast.as('acme')
    const past = (await acme.get<Schemas['PageOf_PastAttendeeListRow']>('/my/past_attendees?has_applied=false')).body.items
    const old = past.find(({ allowed_actions }) => allowed_actions.some(({ action, allowed }) => action === 'reuse' && allowed))!
    const taken = (await acme.post<Attendee>(`/my/past_attendees/${old.id}/take_overs`, { how: 'reuse' })).body
    await batch(acme, '/my/attendee_submissions', [taken.id])
    await review(bureau, await seen(taken), 'approve')
    const badges = async () => (await badgesOf(desk, `organization_id=${taken.organization_id}&sort=number`)).filter(({ attendee_id }) => attendee_id === taken.id)
    const [reused] = await badges()
    expect(reused).toMatchObject({ kind: 'reuse', state: 'made' })
    expect((await correct(bureau, taken, { position: '更正后的职务' })).body).toMatchObject({ is_reuse: false, fee_fen: 0 })
    expect(await badges()).toMatchObject([{ state: 'revoked' }, { kind: 'replacement', state: 'awaiting', code_edition_number: 8 }])
    expect(await standing(reused!.number)).toBe('revoked')
  })

  test('that was replaced is refused at the gate, and the new one admits', async () => {
    const person = await approved(group)
    await print(await badgeOf(desk, person))
    const [old] = await badgesOfPerson(person)
    await correct(bureau, person, { name_zh: '入场人' })
    await made(desk, { organization_id: group.team.organization.id })
    const fresh = (await badgesOfPerson(person)).at(-1)!
    await server.moveClock(Math.round((Date.parse('2025-11-10T10:00:00+08:00') - server.now()) / 1000))
    const later = new Cast(server)
    const device = await Device.pair(later, await addGate(await later.as('gates'), '更正入口'), '更正')
    expect(await device.answerTo(codeOf(old!))).toBe('revoked')
    expect((await device.scan(codeOf(fresh))).body).toMatchObject({ answer: 'admitted', holder: { name_zh: '入场人' } })
  })
})
