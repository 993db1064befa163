import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, newestCode, password } from '../../cast/cast.ts'
import { blankPicture, register, registerAndSubmit, registration, review, sendRegistrationCode, uploadLicence, uscc } from '../../support/organization.ts'
import type { Schemas } from '../../support/client.ts'
import { drawnLicence } from '../../support/licence.ts'
import { solvedCaptcha } from '../../support/proof_of_work.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

/** Registers with a licence and a code at hand; the answer may be a refusal. */
async function tryToRegister(wish: Parameters<typeof registration>[0]) {
  const client = cast.nobody()
  const licence = await uploadLicence(client)
  const wanted = registration({ licence_id: licence.id, licence_token: licence.token, ...wish })
  const sent = await sendRegistrationCode(client, { ...wanted, uscc: null })
  if (sent.status === 200) wanted.code = await newestCode(client, wanted.origin === 'domestic' ? wanted.mobile! : wanted.email!)
  return client.post('/registrations', wanted)
}

describe('registration (ORG-01)', () => {
  test('begins an organization and its account, signed in at once', async () => {
    const { client, wanted } = await register(cast)
    const own = (await client.get('/my/organization')).body
    expect(own).toMatchObject({ state: 'draft', name_zh: wanted.name_zh, uscc: wanted.uscc, group_name_zh: '上海交易团' })
    expect(own.number).toMatch(/^D8\d{6}$/)
    const again = cast.nobody()
    expect((await again.post('/session', { door: 'visitor', name: wanted.uscc, password })).status).toBe(200)
  })

  test('an overseas organization comes under the group whose invitation code it has', async () => {
    const { client } = await register(cast, { origin: 'overseas', invitation_code: '10045679580' })
    const own = (await client.get('/my/organization')).body
    expect(own).toMatchObject({ origin: 'overseas', group_name_en: 'Shanghai Trading Group' })
    expect(own.number).toMatch(/^F8\d{6}$/)
    expect((await tryToRegister({ origin: 'overseas', invitation_code: '10000000000' })).body.errors).toMatchObject([{ field: 'invitation_code', code: 'organization.invitation_code_wrong' }])
  })

  test('who may use an invitation code is a rule of the edition (GRP-01)', async () => {
    const bureau = await cast.as('bureau')
    const use = async (invitation_code_use: string) => {
      const { version } = (await bureau.get('/editions/8')).body
      await bureau.patch('/editions/8', { invitation_code_use }, version)
    }
    const byCode = { trading_group_id: undefined, invitation_code: '10045679580' }
    const refusal = [{ field: 'invitation_code', code: 'organization.invitation_code_not_used' }]
    expect((await tryToRegister(byCode)).body.errors).toMatchObject(refusal)
    await use('everyone')
    const { client } = await register(cast, byCode)
    expect((await client.get('/my/organization')).body).toMatchObject({ origin: 'domestic', group_name_zh: '上海交易团' })
    await use('nobody')
    expect((await tryToRegister({ origin: 'overseas', invitation_code: '10045679580' })).body.errors).toMatchObject(refusal)
    await use('overseas')
  })

  test('says every wrong field at once, in the reader’s language', async () => {
    const client = cast.nobody()
    client.language = 'en'
    const answer = await client.post('/registrations', { origin: 'domestic', category: 'other', name_zh: ' ', uscc: '123', mobile: '12', password: 'short', code: '1' })
    expect(answer.status).toBe(422)
    const fields = answer.body.errors.map((e: { field: string }) => e.field)
    expect(fields).toEqual(['category', 'licence_id', 'trading_group_id', 'name_zh', 'uscc', 'mobile', 'password'])
    expect(answer.body.errors[4].message).toContain('must have 18 digits or capital letters')
  })

  test('needs the code that was sent to this very number', async () => {
    const client = cast.nobody()
    const licence = await uploadLicence(client)
    const wanted = registration({ licence_id: licence.id, licence_token: licence.token })
    expect((await sendRegistrationCode(client, wanted)).status).toBe(200)
    const code = await newestCode(client, wanted.mobile!)
    const refused = await client.post('/registrations', { ...wanted, code, mobile: '13612345678' })
    expect(refused.body.errors).toMatchObject([{ field: 'code' }])
    expect((await client.post('/registrations', { ...wanted, code })).status).toBe(200)
  })

  test('a mobile typed with blanks is the same mobile', async () => {
    const { client } = await register(cast, { mobile: ' 13612340007 ' })
    expect((await client.get('/my/organization')).body.contact_mobile_masked).toBe('136****0007')
  })

  test('takes a licence only from whoever uploaded it', async () => {
    const licence = await uploadLicence(cast.nobody())
    const answer = await tryToRegister({ licence_id: licence.id, licence_token: 'somebody else’s' })
    expect(answer.body.errors).toMatchObject([{ field: 'licence_id', code: 'organization.licence_not_yours' }])
    expect((await cast.nobody().get(`/licences/${licence.id}`, { 'upload-token': 'wrong' })).status).toBe(404)
    expect((await cast.nobody().get(`/licences/${licence.id}/picture`, { 'upload-token': 'wrong' })).status).toBe(404)
  })

  test('says how many licences are read before one’s own, and shows the picture again', async () => {
    const picture = drawnLicence({ name: '上海晨曦国际贸易有限公司', uscc: uscc(7100) })
    const client = cast.nobody()
    const [, , last] = [await uploadLicence(client, picture), await uploadLicence(client, picture), await uploadLicence(client, picture)]
    const progress = async () => (await client.get(`/licences/${last!.id}`, { 'upload-token': last!.token })).body
    expect(await progress()).toMatchObject({ state: 'queued', waiting_before: expect.any(Number) })
    while ((await progress()).state === 'queued');
    expect(await progress()).toMatchObject({ state: 'recognized', waiting_before: 0, uscc: uscc(7100), name: '上海晨曦国际贸易有限公司' })
    expect((await client.download(`/licences/${last!.id}/picture`, { 'upload-token': last!.token })).headers.get('content-type')).toBe('image/jpeg')
  })

  test('a contact that uploads again needs no token, also after a reload', async () => {
    const { client } = await register(cast)
    const again = await uploadLicence(client, blankPicture(90))
    expect((await client.get(`/licences/${again.id}`)).status).toBe(200)
    expect((await client.download(`/licences/${again.id}/picture`)).status).toBe(200)
    expect((await cast.nobody().get(`/licences/${again.id}`)).status).toBe(404)
  })

  test('refuses what is no picture, and what is too large', async () => {
    const client = cast.nobody()
    const upload = (bytes: Uint8Array) => client.call('POST', '/licences', bytes, { 'content-type': 'image/jpeg' })
    expect((await upload(new TextEncoder().encode('not a picture'))).body.errors).toMatchObject([{ field: 'licence', code: 'file.not_an_image' }])
    const heic = (await upload(new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))).body.errors
    expect(heic).toMatchObject([{ field: 'licence', code: 'file.heic', message: expect.stringContaining('兼容性最佳') }])
    expect((await upload(blankPicture().slice(0, 60))).body.errors).toMatchObject([{ code: 'file.broken' }])
    expect((await upload(new Uint8Array(3_000_000))).status).toBe(413)
  })

  test('a central enterprise chooses a subgroup', async () => {
    expect((await tryToRegister({ trading_group_id: 'G38' })).body.errors).toMatchObject([{ field: 'trading_group_id', code: 'organization.group_not_choosable' }])
    expect((await tryToRegister({ trading_group_id: 'G38-01' })).status).toBe(200)
  })
})

describe('one registration per code and edition (ORG-02)', () => {
  test('a second one is told which group holds the first, and whom to ask', async () => {
    const first = await register(cast)
    const wanted = registration({ uscc: first.wanted.uscc! })
    const early = await sendRegistrationCode(cast.nobody(), wanted)
    expect(early.status).toBe(409)
    expect(early.body).toMatchObject({ code: 'organization.uscc_taken', details: { group: '上海交易团', mobile: `${first.wanted.mobile!.slice(0, 3)}****${first.wanted.mobile!.slice(-4)}` } })
    expect((await tryToRegister({ uscc: first.wanted.uscc! })).body.code).toBe('organization.uscc_taken')
  })

  test('is told of it as soon as the code is typed, after the captcha; a free one is not spoken of', async () => {
    const first = await register(cast)
    const nobody = cast.nobody()
    const check = async (answer: object, captcha?: Schemas['CaptchaAnswer']) => nobody.post('/registration_checks', { origin: 'domestic', ...answer, captcha: captcha ?? (await solvedCaptcha(nobody)) })
    expect((await check({ uscc: first.wanted.uscc })).body).toMatchObject({ code: 'organization.uscc_taken', details: { group: '上海交易团' } })
    expect((await check({ uscc: uscc(977) })).status).toBe(204)
    const unsolved = await nobody.post('/registration_checks', { origin: 'domestic', uscc: first.wanted.uscc, captcha: null })
    expect([unsolved.status, unsolved.body.errors]).toMatchObject([422, [{ field: 'captcha' }]])
    const wrongCode = await nobody.post('/registration_checks', { origin: 'overseas', invitation_code: '00000000000', captcha: await solvedCaptcha(nobody) })
    expect(wrongCode.body.errors).toMatchObject([{ field: 'invitation_code', code: 'organization.invitation_code_wrong' }])
  })

  test('an overseas name is taken once in its country, and a spelling makes no other name', async () => {
    await register(cast, { origin: 'overseas', name_en: 'Alpine Cheese (Zug) AG', country_code: 'CH' })
    const again = await tryToRegister({ origin: 'overseas', name_en: 'ALPINE CHEESE  ZUG, AG', country_code: 'CH' })
    expect(again.body.errors).toMatchObject([{ field: 'name_en', code: 'organization.overseas_name_taken' }])
    expect((await tryToRegister({ origin: 'overseas', name_en: 'Alpine Cheese (Zug) AG', country_code: 'AT' })).status).toBe(200)
  })

  test('whoever was rejected cannot come back', async () => {
    const { organization, wanted } = await registerAndSubmit(cast, { category: 'government', uscc: uscc(900, '11') })
    expect((await review(await cast.as('shanghai'), organization, 'reject', '不符合参会条件')).status).toBe(200)
    expect((await tryToRegister({ category: 'government', uscc: wanted.uscc! })).body.code).toBe('organization.rejected_before')
  })

  test('a past visitor is sent to its account', async () => {
    const past = await sendRegistrationCode(cast.nobody(), registration({ uscc: '91310115MAPXT0019B' }))
    expect(past.status).toBe(409)
    expect(past.body.code).toBe('organization.past_account')
  })
})

test('outside of its window nobody registers, and the answer says when one can (EDN-03)', async () => {
  await server.moveClock(12 * 86_400)
  const answer = await sendRegistrationCode(cast.nobody(), registration())
  expect(answer.status).toBe(409)
  expect(answer.body).toMatchObject({ code: 'edition.window_closed' })
  expect(answer.body.detail).toContain('2025-10-21 00:00')
})
