// Every kind of character goes through the gate, the store, lists, searches, sheets, badges, mails and SMS as what it is, or is refused by its field.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { add, added, approvedTeam, completeForm, type Team } from '../../support/attendee.ts'
import { approved, badgeOf, batchOf, visitors } from '../../support/badge.ts'
import { admitted, nothing, refused } from '../../support/characters.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { rowsOfExport } from '../../support/export.ts'
import { textsOf } from '../../support/pdf.ts'
import { counted } from '../../support/selection.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let shanghai: Client
let bureau: Client
let team: Team
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
  bureau = await cast.as('bureau')
  team = await approvedTeam(cast)
})
afterAll(() => server.stop())

const filter = (wish: object = {}) => ({ state: [], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], id: [], organization_id: team.organization.id, ...wish })
const found = async (name: string) =>
  (await shanghai.get<Schemas['PageOf_AttendeeListRow']>(`/attendees?organization_id=${team.organization.id}&name=${encodeURIComponent(name)}`)).body
const errorsOf = (body: Partial<Problem>) => Object.fromEntries((body.errors ?? []).map(({ field, code }) => [field, code]))

describe('a name', () => {
  test.each(Object.entries(admitted))('of %s is kept, found and listed', async (_, [typed, kept]) => {
    const person = await added(team.client, { name_zh: typed, name_en: typed, position: typed })
    expect(person).toMatchObject({ name_zh: kept, name_en: kept, position: kept })
    expect((await found(kept)).items.map(({ id }) => id)).toContain(person.id)
    expect((await found(typed)).items.map(({ id }) => id)).toContain(person.id)
  })

  test.each(Object.entries(refused))('with %s is refused by its field, also in a draft', async (_, [typed, code]) => {
    const form = await completeForm(team.client, { name_zh: typed, position: typed, department: typed })
    for (const isDraft of [false, true]) {
      const answer = await add(team.client, form, isDraft)
      expect(answer.status).toBe(422)
      expect(errorsOf(answer.body)).toMatchObject({ 'form.name_zh': code, 'form.position': code, 'form.department': code })
    }
  })

  test('is told by SMS and mail as it is', async () => {
    await added(team.client, { name_zh: '阿依古丽·买买提', mobile: '13712345671' })
    const words = (await shanghai.post<Schemas['MailingPreview']>('/attendees/mailing_previews', { filter: filter({ name: '阿依古丽·买买提' }), subject: '致{contact}', body: '{contact}' })).body
    expect(words.first[0]!.subject).toBe('致阿依古丽·买买提')
  })

  test.each(nothing)('of nothing that can be seen (%j) is missing', async (typed) => {
    const answer = await add(team.client, await completeForm(team.client, { name_zh: typed }))
    expect(errorsOf(answer.body)).toEqual({ name_zh: 'field.required' })
  })

  test('is found without its accents, and with them', async () => {
    const person = await added(team.client, { name_zh: '', name_en: 'Đặng Thị Huyền', region_type: 'foreign', document_type: 'passport', document_number: 'C01X00T48', gender: 'female', birth_on: '1980-08-12', nationality_code: 'VN' })
    for (const name of ['dang thi huyen', 'Đặng Thị Huyền', 'DẶNG', 'huyen']) expect((await found(name)).items.map(({ id }) => id), name).toContain(person.id)
  })
})

test('sheets, mails and their preview hold every name as it is', async () => {
  const names = new Set(Object.values(admitted).map(([, kept]) => kept))
  const rows = await rowsOfExport(shanghai, await shanghai.post('/attendees/exports', { filter: filter(), has_personal_data: false }))
  // Excel reads `_x005F_` as a stroke; the program that reads here does not.
  const exported = new Set(rows.map((row) => String(row[1]).replace('_x005F_', '_')))
  for (const name of names) expect(exported.has(name), name).toBe(true)
  const preview = await shanghai.post<Schemas['MailingPreview']>('/attendees/mailing_previews', { filter: filter({ name: 'José' }), subject: '{contact}', body: '{contact}\r\n您好' })
  expect(preview.body.first[0]).toMatchObject({ subject: 'José Pérez', body: expect.stringMatching(/^José Pérez\n您好/) })
})

test('no draft stops an export or a list: what is half finished is masked between its characters', async () => {
  const draft = await add(team.client, await completeForm(team.client, { name_zh: '草稿', mobile: '1380000待补', document_type: 'passport', document_number: 'E号码待补', email: '待补' }), true)
  expect(draft.body).toMatchObject({ mobile_masked: '138****00待补', document_masked: '*****' })
  const rows = await rowsOfExport(shanghai, await shanghai.post('/attendees/exports', { filter: filter({ id: [draft.body.id] }), has_personal_data: false }))
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain('138****00待补')
})

describe('a code is the same', () => {
  const typed: Record<string, [keyof Schemas['AttendeeForm'], string, string]> = {
    'mobile in full width': ['mobile', '１３６１２３４５６７８', '13612345678'],
    'mobile with what paste brings along': ['mobile', '\u200B136\u00A01234\u20115678', '13612345678'],
    'mobile with its country': ['mobile', '0086 136 1234 5678', '13612345678'],
    'mobile of another country': ['mobile', '+1 (415) 555-0100', '+14155550100'],
    'e-mail in full width': ['email', 'ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ\u3000', 'anna@example.com'],
  }
  test.each(Object.entries(typed))('%s', async (_, [field, value, meant]) => {
    const person = await added(team.client, { [field]: value })
    const { body } = await team.client.post<{ form: Record<string, unknown> }>(`/my/attendees/${person.id}/openings`, {})
    expect(body.form[field]).toBe(meant)
  })

  test('as a name to sign in with', async () => {
    const client = cast.nobody()
    const answer = await client.post('/session', { door: 'bureau', name: '\u200Bｂｕｒｅａｕ\u3000', password: 'not this one' })
    const known = await client.post('/session', { door: 'bureau', name: 'bureau', password: 'not this one' })
    expect(answer.body.code).toBe(known.body.code)
  })
})

describe('a condition that is given is applied', () => {
  test('what folds to nothing is sought as it was typed, here and in lists by an organization’s name', async () => {
    const dotted = await found('·')
    expect(dotted.total).toBeGreaterThan(0)
    for (const { name_zh, name_en } of dotted.items) expect(name_zh + name_en).toContain('·')
    for (const sign of ['※', '（', '%', '_', '-']) {
      const { items } = await found(sign)
      for (const { name_zh, name_en } of items) expect(name_zh + name_en).toContain(sign)
    }
    for (const path of ['/organizations?q=※', '/organizations?address=※', '/attendees?organization=※', '/sponsorship_limits?organization=※', '/organization_quotas?organization=※', '/key_invitees?name=※', '/key_invitees?uscc=-', '/visits?name=※'])
      expect((await shanghai.get(encodeURI(path))).body.total, path).toBe(0)
  })

  test.each(nothing)('what cannot be seen (%j) is refused', async (typed) => {
    for (const path of ['/attendees?name=', '/organizations?q=', '/key_invitees?name=']) {
      const answer = await shanghai.get(path + encodeURIComponent(typed))
      expect(answer.status).toBe(422)
      expect(answer.body.errors[0].code).toBe('field.invisible')
    }
    expect((await shanghai.post('/attendee_batches/previews', { filter: filter({ name: typed }) })).status).toBe(422)
  })

  test('an act on all filtered rows wants the number that its preview shows', async () => {
    const selection = { filter: filter() }
    const preview = await shanghai.post<Schemas['SelectionPreview']>('/attendee_batches/previews', selection)
    expect(preview.body.count).toBe((await shanghai.get(`/attendees?organization_id=${team.organization.id}`)).body.total)
    expect(preview.body.examples).toHaveLength(3)
    const order = { ...selection, action: 'void_attendees', wish: { reason: '试验', badge_type: null, is_confirmed: null } }
    const wrong = await shanghai.post('/attendee_batches', { ...order, confirmed_count: preview.body.count + 1 })
    expect(wrong).toMatchObject({ status: 409, body: { code: 'request.selection_changed', details: { count: preview.body.count } } })
    expect((await shanghai.post('/attendee_batches', order)).status).toBe(422)
    const mail = { ...selection, subject: 'x', body: 'x' }
    expect((await shanghai.post('/attendees/mailings', { ...mail, confirmed_count: 1 })).body.code).toBe('request.selection_changed')
    expect(await counted(shanghai, '/attendees/mailing_previews', mail)).toBe(preview.body.count)
  })
})

describe('headers', () => {
  const odd = (bytes: string) => ({ 'user-agent': bytes })
  test('a browser may call itself anything', async () => {
    const client = cast.nobody()
    const signedIn = await client.post('/session', { door: 'bureau', name: 'finance', password: 'wrong one' }, odd('\u00FF\u0085 Firefox'))
    expect(signedIn.status).toBeLessThan(500)
    expect((await bureau.get('/session', odd('\u00FF'))).status).toBe(200)
    expect((await bureau.get('/my/sessions')).status).toBe(200)
  })

  test('an edition that there is not is refused before anything is done', async () => {
    for (const edition of ['x', '99', '\u00FF', "8'", '-'])
      for (const path of ['/organizations', '/session', '/editions/8/entry_options'])
        expect((await bureau.get(path, { edition })).status, `${edition} ${path}`).toBe(404)
    for (const path of ['/session', '/attendee_batches']) expect((await bureau.post(path, {}, { edition: 'x' })).status).toBe(404)
    expect((await bureau.get('/organizations', { edition: 'x' })).body.code).toBe('edition.unknown')
  })
})

test('a badge that no font can print is named before its batch is made, and printed only when that is confirmed', async () => {
  const group = await visitors(cast)
  const desk = await cast.as('badges')
  const wide = '总经理兼采购中心负责人'.repeat(4)
  const person = await approved(group, { name_zh: '王\u{323AF}', name_en: 'Wang', position: wide })
  const badge = await badgeOf(desk, person)
  const wanted = { organization_id: group.team.organization.id }
  const answer = await batchOf(desk, wanted)
  expect(answer).toMatchObject({ status: 409, body: { code: 'badge_batch.unprintable', details: { count: 1, whose: `王\u{323AF} ${badge.number} \u{323AF}` } } })
  const batch = await desk.post<Schemas['BadgeBatchRow']>('/badge_batches', { filter: { state: [], kind: [], badge_type: [], ...wanted }, limit: 9, confirmed_count: 1, has_boxes: true })
  expect(batch.status).toBe(200)
  await expect.poll(async () => (await desk.get(`/badge_batches/${batch.body.id}`)).body.state, { timeout: 30_000 }).toBe('ready')
  const [page] = textsOf((await desk.download(`/badge_batches/${batch.body.id}/pdf`)).body)
  expect(page!.replace(/\s/g, '')).toContain(wide)
})
