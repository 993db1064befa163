// 邀请单位同事: the contact's link, and what whoever has it may do (ORG-11).
import { readdirSync } from 'node:fs'
import * as paths from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approvedTeam, batch, change, completeForm, consent, optionOf, portrait, residentId, type AttendeeForm, type Team } from '../../support/attendee.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { registerAndSubmit, uscc } from '../../support/organization.ts'
import { solvedCaptcha } from '../../support/proof_of_work.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let acme: Team
let neighbour: Team
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  acme = await approvedTeam(cast)
  neighbour = await approvedTeam(cast)
})
afterAll(() => server.stop())

const linkOf = (client: Client) => client.post<Schemas['ColleagueLinkView']>('/my/colleague_link')
const tokenIn = ({ address }: { address: string }) => /\/join#([\w-]{43})$/.exec(address)![1]!
const openLink = async (client: Client) => tokenIn((await linkOf(client)).body)

const sendPhoto = (token: string, picture: Uint8Array = portrait()) =>
  cast.nobody().call<{ id: string } & Partial<Problem>>('POST', '/colleague_invitation/photos', picture, { 'content-type': 'image/png', 'link-token': token })

async function ownForm(token: string, wish: Partial<AttendeeForm> = {}): Promise<AttendeeForm> {
  const photo_id = wish.photo_id === undefined ? (await sendPhoto(token)).body.id : wish.photo_id
  return completeForm(cast.nobody(), { entry_option_id: await optionOf(cast.nobody(), '9'), collection: null, ...wish, photo_id })
}

async function join(token: string, form: AttendeeForm, more: Partial<Schemas['Joining']> = {}) {
  const nobody = cast.nobody()
  const body = { form, captcha: await solvedCaptcha(nobody), privacy_policy_version: 1, sensitive_data_version: 1, ...more }
  return nobody.post<Schemas['JoinedView'] & Partial<Problem>>('/colleague_invitation/attendees', body, { 'link-token': token })
}

const peopleOf = async (client: Client) => (await client.get<Schemas['PageOf_AttendeeListRow']>('/my/attendees?source=colleague&sort=number')).body.items

describe('the link', () => {
  test('is made, shown again, renewed and closed by the contact', async () => {
    const { client, organization } = await approvedTeam(cast)
    expect((await client.get('/my/colleague_link')).body).toMatchObject({ address: '', qr_svg: '', joined_count: 0 })
    const first = (await linkOf(client)).body
    expect(first.qr_svg).toContain('<svg')
    expect((await client.get('/my/colleague_link')).body).toEqual(first)
    const invitation = await cast.nobody().get('/colleague_invitation', { 'link-token': tokenIn(first) })
    expect(invitation.body).toMatchObject({ organization_zh: organization.name_zh, edition_zh: '第八届', is_domestic: true, is_full: false })

    const second = (await linkOf(client)).body
    expect(second.address).not.toBe(first.address)
    const closed = (await client.delete('/my/colleague_link')).body
    expect(closed).toMatchObject({ address: '' })
    const answers = [tokenIn(first), tokenIn(second), 'x'.repeat(43)].map((token) => cast.nobody().get('/colleague_invitation', { 'link-token': token }))
    for (const { status, body } of await Promise.all(answers)) expect({ status, code: body.code, detail: body.detail }).toEqual({ status: 404, code: 'resource.not_found', detail: '没有找到，或您无权查看' })
  })

  test('of an organization that has not submitted its data is not made', async () => {
    const anna = await cast.as('anna')
    expect((await linkOf(anna)).status).toBe(200) // returned for changes: it has submitted
    expect((await linkOf(await cast.as('exhibitor'))).status).toBe(404)
  })

  test('stays one when two pages make one at the same moment', async () => {
    const { client } = await approvedTeam(cast)
    const answers = await Promise.all(Array.from({ length: 6 }, () => linkOf(client)))
    for (const { status } of answers) expect([200, 412]).toContain(status)
    const now = (await client.get('/my/colleague_link')).body
    const works = await Promise.all(answers.filter(({ status }) => status === 200).map(async ({ body }) => (await cast.nobody().get('/colleague_invitation', { 'link-token': tokenIn(body) })).status === 200))
    expect(works.filter(Boolean)).toHaveLength(1)
    expect(answers.map(({ body }) => body.address)).toContain(now.address)
  })
})

describe('a colleague', () => {
  test('fills in the own data; the contact completes and confirms', async () => {
    const token = await openLink(acme.client)
    const form = await ownForm(token, { name_zh: '赵同事', badge_type: 'vip', collection: 'courier', courier_address_id: 'somewhere', entry_option_id: null })
    const joined = await join(token, form)
    expect(joined.body).toMatchObject({ name_zh: '赵同事', number: expect.stringMatching(/^P8\d{7}$/) })

    const [row] = await peopleOf(acme.client)
    expect(row).toMatchObject({ number: joined.body.number, state: 'pending_confirmation', source: 'colleague', is_reuse: false, badge_type: 'professional', collection: null, has_photo: true, organization_name_zh: acme.organization.name_zh })
    expect((await acme.client.get('/my/colleague_link')).body).toMatchObject({ joined_count: 1, pending_count: 1 })
    expect((await acme.client.get('/my/attendees/' + row!.id)).body.history).toMatchObject([{ event: 'added', state_after: 'pending_confirmation' }])

    expect(await batch(acme.client, '/my/attendee_confirmations', [row!.id])).toMatchObject([{ is_done: false, reason: expect.stringContaining('信息不完整') }])
    const whole = (await acme.client.post(`/my/attendees/${row!.id}/openings`)).body.form
    expect(whole).toMatchObject({ document_number: form.document_number, mobile: form.mobile })
    const completed = await change(acme.client, row!, { ...whole, entry_option_id: await optionOf(acme.client, '9'), collection: 'onsite' })
    expect(completed.body).toMatchObject({ state: 'pending_confirmation', fee_fen: 5000 })
    expect(await batch(acme.client, '/my/attendee_confirmations', [row!.id])).toMatchObject([{ is_done: true }])
    expect((await acme.client.get('/my/attendees/' + row!.id)).body.state).toBe('awaiting_payment')
  })

  test('is told everything that is missing or wrong, field by field', async () => {
    const token = await openLink(acme.client)
    const form = await ownForm(token, { name_zh: '', document_number: '110105194912310021', mobile: '1', position: '', photo_id: 'nobody-s', entry_option_id: 'none' })
    const wrong = await join(token, form)
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors!.map(({ field }) => field).sort()).toEqual(['document_number', 'entry_option_id', 'mobile', 'name_zh', 'position'])
    expect((await join(token, await ownForm(token, { photo_id: 'nobody-s' }))).body.errors).toMatchObject([{ field: 'photo_id', code: 'photo.not_yours' }])
  })

  test('solves the riddle, once each, and agrees to the texts in force', async () => {
    const token = await openLink(acme.client)
    const form = await ownForm(token)
    expect((await join(token, form, { captcha: null })).body.errors).toMatchObject([{ field: 'captcha', code: 'captcha.required' }])
    const captcha = await solvedCaptcha(cast.nobody())
    expect((await join(token, form, { captcha, sensitive_data_version: 0 })).body.code).toBe('consent.outdated')
    expect((await join(token, form, { captcha })).body.errors).toMatchObject([{ code: 'captcha.wrong' }])
    expect((await join(token, form, { privacy_policy_version: 9 })).body.code).toBe('consent.outdated')
    expect((await join(token, form)).status).toBe(200)
  })

  test('whose document is registered is told so, not by whom (ATT-03)', async () => {
    const document_number = residentId()
    const theirs = await openLink(neighbour.client)
    expect((await join(theirs, await ownForm(theirs, { document_number }))).status).toBe(200)
    const ours = await openLink(acme.client)
    const answer = await join(ours, await ownForm(ours, { document_number }))
    expect(answer).toMatchObject({ status: 409, body: { code: 'attendee.elsewhere' } })
    expect(JSON.stringify(answer.body)).not.toContain(neighbour.organization.name_zh)
    expect((await acme.client.get('/my/colleague_link')).body.joined_count).toBe(0)
  })

  test('sends a photo that is judged like the contact’s, and names none that is somebody’s already', async () => {
    const token = await openLink(acme.client)
    expect((await sendPhoto(token, portrait(1, 500, 600))).body.errors).toMatchObject([{ field: 'photo_id', code: 'photo.not_cropped' }])
    const { id } = (await sendPhoto(token)).body
    expect((await join(token, await ownForm(token, { photo_id: id }))).status).toBe(200)
    expect((await join(token, await ownForm(token, { photo_id: id }))).body.errors).toMatchObject([{ field: 'photo_id' }])
    expect((await sendPhoto('x'.repeat(43))).status).toBe(404)
    expect((await cast.nobody().get(`/my/attendee_photos/${id}`)).status).toBe(401)
  })

  test('abroad is reached by e-mail', async () => {
    const anna = await cast.as('anna')
    const token = await openLink(anna)
    const form = await ownForm(token, { name_zh: '', name_en: 'Peter Berg', region_type: 'foreign', document_type: 'passport', document_number: 'C01X0007J', nationality_code: 'DE', gender: 'male', birth_on: '1980-02-29', mobile: '', email: '' })
    expect((await join(token, form)).body.errors).toMatchObject([{ field: 'email' }])
    expect((await join(token, { ...form, email: 'peter@nordwind.example' })).body).toMatchObject({ name_en: 'Peter Berg' })
  })
})

test('a link that is closed while many submit lets each in or not, and counts whom it let in', async () => {
  const { client } = await approvedTeam(cast)
  const token = await openLink(client)
  const forms = await Promise.all(Array.from({ length: 8 }, () => ownForm(token)))
  const captchas = await Promise.all(forms.map(() => solvedCaptcha(cast.nobody())))
  const joining = forms.map((form, i) => join(token, form, { captcha: captchas[i]! }))
  const closing = client.delete('/my/colleague_link')
  const answers = await Promise.all(joining)
  expect((await closing).status).toBe(200)
  for (const { status } of answers) expect([200, 404]).toContain(status)
  expect(await peopleOf(client)).toHaveLength(answers.filter(({ status }) => status === 200).length)
  expect((await join(token, forms[0]!)).status).toBe(404)
})

test('a photo that no form named within a day is gone', async () => {
  const { client } = await approvedTeam(cast)
  const token = await openLink(client)
  const form = await ownForm(token)
  const pictures = () => readdirSync(paths.join(server.folder, 'files'), { recursive: true }).length
  const before = pictures()
  await server.moveClock(26 * 3600)
  // All that are to go are marked before the first is gone.
  await expect.poll(pictures, { timeout: 10_000 }).toBeLessThan(before)
  const answer = await join(token, form)
  expect([answer.body.code, answer.body.errors?.[0]?.code]).toContainEqual(expect.stringMatching(/^(file.gone|photo.not_yours)$/))
  expect((await join(token, await ownForm(token))).status).toBe(200)
})

test('before the organization is approved colleagues can join already; after the deadline nobody can (EDN-03)', async () => {
  const later = new Cast(server)
  const { client } = await registerAndSubmit(later, { category: 'government', uscc: uscc(8820, '11') })
  await consent(client)
  const token = await openLink(client)
  const form = await ownForm(token)
  expect((await join(token, await ownForm(token))).status).toBe(200)
  await server.moveClock(12 * 86_400)
  expect((await cast.nobody().get('/colleague_invitation', { 'link-token': token })).status).toBe(200)
  expect(await join(token, form)).toMatchObject({ status: 409, body: { code: 'edition.window_closed', details: { closes: expect.stringContaining('10') } } })
  expect(await sendPhoto(token)).toMatchObject({ status: 409, body: { code: 'edition.window_closed' } })
})
