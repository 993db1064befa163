// What is typed of a person, when it is complete and right, and whose a document is (ATT-01…03).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { add, added, approvedTeam, batch, change, completeForm, consent, residentId, withCheckDigit, type AttendeeForm, type Team } from '../../support/attendee.ts'
import type { Client } from '../../support/client.ts'
import { register, registerAndSubmit, submit, uscc } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let bureau: Client
let acme: Team
let neighbour: Team
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  acme = await approvedTeam(cast)
  neighbour = await approvedTeam(cast)
})
afterAll(() => server.stop())

const fieldsOf = (body: { errors?: { field: string }[] }) => (body.errors ?? []).map(({ field }) => field)

describe('documents (ATT-02)', () => {
  const documents: [kind: AttendeeForm['document_type'], region: AttendeeForm['region_type'], right: string[], wrong: string[]][] = [
    ['resident_id', 'mainland', [residentId()], ['110105194912310021', '310115199002300017', '12345', `${residentId()}1`]],
    ['hk_mo_permit', 'hk_mo_tw', ['H12345678', 'M1234567890', 'ha1234567'], ['X12345678', 'H1234567', 'HA12345678']],
    ['taiwan_permit', 'hk_mo_tw', ['12345678', '1234567890'], ['1234567', 'A2345678']],
    ['hk_mo_tw_residence', 'hk_mo_tw', [withCheckDigit('81000019940823002')], [withCheckDigit('31000019940823002'), '810000199408230022']],
    ['passport', 'foreign', ['C01X00T47', 'E12345678'], ['E1', 'E123-45 !']],
    ['foreign_permanent_residence', 'foreign', [withCheckDigit('91112319800101001'), 'DEU310180010182'], ['911123198001010012', 'DEU310180010183']],
  ]
  const wishOf = (kind: AttendeeForm['document_type'], region: AttendeeForm['region_type'], document_number: string): Partial<AttendeeForm> => ({
    document_type: kind,
    region_type: region,
    document_number,
    ...(region === 'foreign' ? { name_zh: '', name_en: 'Anna Berg', nationality_code: 'DE' } : {}),
    ...(kind === 'resident_id' || kind === 'hk_mo_tw_residence' ? {} : { gender: 'female', birth_on: '1980-01-01' }),
  })

  test.each(documents)('%s of %s', async (kind, region, right, wrong) => {
    for (const number of wrong) expect(fieldsOf((await add(acme.client, await completeForm(acme.client, wishOf(kind, region, number)))).body), number).toContain('document_number')
    for (const number of right) expect((await add(acme.client, await completeForm(acme.client, wishOf(kind, region, number)))).body, number).toMatchObject({ state: 'awaiting_payment' })
  })

  test('tell birth and gender, and are not of another region', async () => {
    const number = withCheckDigit('11010519491231002')
    const own = await added(acme.client, { document_number: ` ${number.toLowerCase()} ` })
    expect(own).toMatchObject({ gender: 'female', nationality_code: 'CN', document_masked: '110************02X' })
    const opened = (await acme.client.post(`/my/attendees/${own.id}/openings`)).body
    expect(opened).toMatchObject({ form: { document_number: number, birth_on: '1949-12-31', mobile: '13612345678' }, problems: [] })
    const man = await add(acme.client, await completeForm(acme.client, { gender: 'male', document_number: withCheckDigit('11010519491231004') }))
    expect(man.body.errors).toMatchObject([{ field: 'gender', code: 'attendee.gender_differs' }])
    const elsewhere = await add(acme.client, await completeForm(acme.client, { region_type: 'hk_mo_tw' }))
    expect(elsewhere.body.errors).toMatchObject([{ field: 'document_type', code: 'attendee.document_not_of_region' }])
  })
})

describe('a form (ATT-01)', () => {
  test('names every missing field at once; a draft may miss them all', async () => {
    const nothing = { ...(await completeForm(acme.client)), name_zh: '', mobile: '', position: '', position_category_code: '', document_number: '', region_type: null, document_type: null, photo_id: null, entry_option_id: null, collection: null }
    const missing = ['region_type', 'name_zh', 'photo_id', 'document_type', 'document_number', 'gender', 'birth_on', 'nationality_code', 'mobile', 'position', 'position_category_code', 'entry_option_id', 'collection']
    expect(fieldsOf((await add(acme.client, nothing)).body)).toEqual(missing)
    const draft = await add(acme.client, nothing, true)
    expect(draft.body).toMatchObject({ state: 'draft', fee_fen: 0 })
    const opened = (await acme.client.post(`/my/attendees/${draft.body.id}/openings`)).body
    expect(opened.problems.map(({ field }: { field: string }) => field)).toEqual(missing)
    expect(fieldsOf((await add(acme.client, { ...nothing, name_zh: '名'.repeat(41) }, true)).body)).toEqual(['name_zh'])
    const elsewhere = { ...nothing, entry_option_id: 'nowhere', collection: 'courier', courier_address_id: 'nowhere' } as const
    expect(fieldsOf((await add(acme.client, elsewhere, true)).body)).toEqual(['entry_option_id', 'courier_address_id'])
    expect(fieldsOf((await change(acme.client, draft.body, elsewhere, true)).body)).toEqual(['entry_option_id', 'courier_address_id'])
  })

  test('is kept unless somebody was quicker, and locked once it is submitted', async () => {
    const person = await added(acme.client)
    const form = { ...(await acme.client.post(`/my/attendees/${person.id}/openings`)).body.form, position: '总经理' }
    const changed = await change(acme.client, person, form)
    expect(changed.body).toMatchObject({ position: '总经理', state: 'awaiting_payment', fee_fen: 16000, version: person.version + 1 })
    expect(changed.body.history.map(({ event }) => event)).toEqual(['added', 'changed'])
    expect((await change(acme.client, person, form)).status).toBe(412)
    expect((await change(acme.client, changed.body, form, true)).body.state).toBe('draft')
  })

  test('takes no badge without a place of a quota, no unknown catalogue code, no courier without an address', async () => {
    const refused = async (wish: Partial<AttendeeForm>) => fieldsOf((await add(acme.client, await completeForm(acme.client, wish))).body)
    const team = await approvedTeam(cast)
    expect((await add(team.client, await completeForm(team.client, { badge_type: 'vip' }))).body.code).toBe('quota.missing')
    expect(await refused({ position_category_code: 'none' })).toEqual(['position_category_code'])
    expect(await refused({ collection: 'courier' })).toEqual(['courier_address_id'])
    expect(await refused({ entry_option_id: 'none' })).toEqual(['entry_option_id'])
    expect(await refused({ mobile: '12', birth_on: '2190-01-01', document_type: 'passport', document_number: 'E7654321', gender: 'male' })).toEqual(['birth_on', 'mobile'])
  })

  test('of an overseas organization asks for an e-mail, and for collection on site', async () => {
    const { client, organization } = await registerAndSubmit(cast, { origin: 'overseas' })
    await consent(client)
    const wish = { region_type: 'foreign', document_type: 'passport', document_number: 'C01X99999', name_zh: '', name_en: 'Peter Berg', nationality_code: 'DE', gender: 'male', birth_on: '1980-02-03', mobile: '' } as const
    expect(organization.state).toBe('awaiting_review')
    expect(fieldsOf((await add(client, await completeForm(client, { ...wish, collection: 'courier' }))).body)).toEqual(['email', 'collection'])
    expect((await add(client, await completeForm(client, { ...wish, email: 'peter@berg.example' }))).body).toMatchObject({ state: 'awaiting_payment', expected_days: 15, email_masked: expect.stringContaining('*') })
  })
})

describe('one document, one person (ATT-03)', () => {
  test('a passport together with the country that issued it', async () => {
    const document_number = `P${residentId().slice(-8)}`
    const passport = (nationality_code: string) => ({ region_type: 'foreign', document_type: 'passport', document_number, nationality_code, gender: 'female', birth_on: '1985-03-07', name_zh: '', name_en: 'Ana Silva' }) as const
    await added(neighbour.client, passport('BR'))
    expect(await added(acme.client, passport('PT'))).toMatchObject({ nationality_code: 'PT' })
    expect((await add(acme.client, await completeForm(acme.client, passport('BR')))).body.code).toBe('attendee.elsewhere')
  })

  test('over all organizations, without a word about the other', async () => {
    const document_number = residentId()
    const first = await added(neighbour.client, { document_number })
    const form = await completeForm(acme.client, { document_number })
    const second = await add(acme.client, form)
    expect(second.status).toBe(409)
    expect(second.body.code).toBe('attendee.elsewhere')
    const told = JSON.stringify(second.body)
    for (const secret of [neighbour.organization.name_zh, neighbour.organization.number, neighbour.organization.id, first.id, document_number]) expect(told).not.toContain(secret)
    expect((await add(acme.client, form, true)).status).toBe(409)
    const draft = (await add(acme.client, { ...form, document_number: '' }, true)).body
    expect((await change(acme.client, draft, form)).body.code).toBe('attendee.elsewhere')
  })

  test('a removed one leaves it free', async () => {
    const document_number = residentId()
    const first = await added(neighbour.client, { document_number })
    expect(await batch(neighbour.client, '/my/attendee_removals', [first.id])).toMatchObject([{ is_done: true }])
    expect((await add(acme.client, await completeForm(acme.client, { document_number }))).status).toBe(200)
  })

  test('the same number of another kind of document is another person’s', async () => {
    const passport = { document_type: 'passport', document_number: '99887766', gender: 'male', birth_on: '1980-01-01' } as const
    await added(acme.client, passport)
    await added(acme.client, { ...passport, region_type: 'hk_mo_tw', document_type: 'taiwan_permit' })
    const found = (await acme.client.get('/my/attendees?document=9988-7766')).body
    expect(found.total).toBe(2)
  })
})

describe('before anything is typed', () => {
  test('the organization’s data are submitted, and the use of sensitive data agreed to', async () => {
    const { client } = await register(cast, { category: 'government', uscc: uscc(8800, '11') })
    await consent(client)
    const form = await completeForm(client)
    expect((await add(client, form)).body.code).toBe('attendee.organization_not_submitted')
    expect((await submit(client)).status).toBe(200)
    expect((await add(client, form)).status).toBe(200)

    const without = await registerAndSubmit(cast, { category: 'government', uscc: uscc(8801, '11') })
    expect((await add(without.client, await completeForm(without.client))).body.code).toBe('attendee.sensitive_consent_missing')
  })

  test('the window is open (EDN-03); the flow chart says where people are added (ORG-12)', async () => {
    const nodes = async () => Object.fromEntries((await acme.client.get('/my/progress')).body.nodes.map((n: { step: string; state: string; path: string }) => [n.step, n]))
    expect(await nodes()).toMatchObject({ people: { path: '/visitor/attendees', state: 'doing' }, payment: { state: 'doing' }, people_review: { state: 'to_do' } })
    const person = await added(acme.client)
    const window = (await bureau.get('/editions/8/windows')).body.items.find((w: { kind: string }) => w.kind === 'registration')
    const closed = await bureau.put('/editions/8/windows/registration', { opens_at: window.opens_at, closes_at: '2025-10-09T16:00:00Z' }, window.version)
    expect((await add(acme.client, await completeForm(acme.client))).body).toMatchObject({ code: 'edition.window_closed' })
    expect((await acme.client.post('/my/attendee_removals', { attendees: [person.id] })).status).toBe(409)
    await bureau.put('/editions/8/windows/registration', { opens_at: window.opens_at, closes_at: window.closes_at }, closed.body.version)
  })
})
