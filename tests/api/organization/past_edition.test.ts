import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, newestCode, password } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { decided, submit, uploadLicence, type FormView } from '../../support/organization.ts'
import { solvedCaptcha } from '../../support/proof_of_work.ts'
import { Server } from '../../support/server.ts'

const pastCode = '91310115MAPXT0019B'
let server: Server
let cast: Cast
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

async function signIn(name: string, secret = password): Promise<Client> {
  const client = cast.nobody()
  const session = await client.post('/session', { door: 'visitor', name, password: secret })
  expect(session.status).toBe(200)
  client.csrf = session.body.csrf_token
  return client
}

const mailed = async () => {
  const mails = (await cast.nobody().get<Schemas['PageOf_ReadableMessage']>('/sandbox/messages?page_size=200')).body.items
  return mails.filter((mail) => mail.body.includes('/register/one_click#'))
}
const tokenIn = (mail: { body: string }) => /one_click#(\S+)/.exec(mail.body)![1]!

describe('one-click registration (一键注册, ORG-10)', () => {
  let token: string
  test('the bureau mails a personal link to each that can be invited, once', async () => {
    const before = (await bureau.get('/one_click_invitations')).body
    expect(before.invitable).toBeGreaterThan(20)
    expect((await bureau.post('/one_click_invitations')).status).toBe(200)
    while ((await bureau.get('/one_click_invitations')).body.invitable > 0);
    expect((await bureau.get('/one_click_invitations')).body).toMatchObject({ sent: before.invitable, used: 0 })
    await bureau.post('/one_click_invitations')
    const mails = await mailed()
    expect(mails).toHaveLength(before.invitable)
    expect(new Set(mails.map(tokenIn)).size).toBe(before.invitable)
    token = tokenIn(mails.find((mail) => mail.to === 'past@danwei.example')!)
  })

  test('the link shows last edition’s data, and confirming registers and submits them', async () => {
    const nobody = cast.nobody()
    const preview = (await nobody.post('/one_click_previews', { token })).body
    expect(preview).toMatchObject({ name_zh: '上海往届示例食品有限公司', uscc: pastCode, group_name_zh: '上海交易团', is_complete: true })
  })

  test('where the data need completing, one signs in instead', async () => {
    const incomplete = (await mailed()).find((mail) => mail.to.startsWith('contact'))!
    const answer = await cast.nobody().post('/one_click_registrations', { token: tokenIn(incomplete), privacy_policy_version: 1 })
    expect(answer.body.code).toBe('one_click.data_incomplete')
  })

  test('of many who confirm one link, one registers, and is approved at once', async () => {
    const token = tokenIn((await mailed()).find((mail) => mail.to === 'oneclick@danwei.example')!)
    const answers = await Promise.all(Array.from({ length: 5 }, () => cast.nobody().post('/one_click_registrations', { token, privacy_policy_version: 1 })))
    const done = answers.filter((a) => a.status === 200)
    expect(done).toHaveLength(1)
    expect(done[0]!.body).toMatchObject({ number: expect.stringMatching(/^D8/), state: 'approved' })
    for (const lost of answers.filter((a) => a.status !== 200)) expect(['one_click.link_invalid', 'organization.already_registered']).toContain(lost.body.code)
    expect((await bureau.get('/one_click_invitations')).body.used).toBe(1)
  })

  test('a wrong link opens nothing', async () => {
    expect((await cast.nobody().post('/one_click_previews', { token: 'wrong' })).body.code).toBe('one_click.link_invalid')
    expect((await (await cast.as('shanghai')).post('/one_click_invitations')).status).toBe(403)
  })
})

describe('a past account (ORG-10)', () => {
  test('comes back by SMS with a new password, and finds last edition’s data', async () => {
    const nobody = cast.nobody()
    const mobile = (await newestMobile())!
    await nobody.post('/password_recovery/codes', { door: 'visitor', name: pastCode, target: mobile, captcha: await solvedCaptcha(nobody) })
    const recovered = await nobody.post('/password_recovery', { door: 'visitor', name: pastCode, target: mobile, code: await newestCode(nobody, mobile), new_password: 'Another#2025' })
    expect(recovered.status).toBe(204)
    const client = await signIn(pastCode, 'Another#2025')
    expect((await client.get('/my/organization')).status).toBe(404)
    expect((await client.get('/my/past_organizations')).body.items).toMatchObject([{ edition_id: '7', name_zh: '上海往届示例食品有限公司', state: 'approved' }])
    const fresh = await client.post('/my/organization_renewals')
    expect(fresh.body).toMatchObject({ state: 'draft', is_past: true, name_zh: '上海往届示例食品有限公司' })
    expect((await client.post('/my/organization_renewals')).body.code).toBe('organization.already_registered')
    const form = (await client.get<FormView>('/my/organization/form')).body
    expect(form.form.products.length).toBeGreaterThan(0)
    expect(form.form.contact_mobile).toBe(mobile)
    // The code and the name were approved last time: the picture need not be readable now.
    const licence = await uploadLicence(client)
    expect((await submit(client, { uscc: pastCode, name_zh: '上海往届示例食品有限公司', licence_id: licence.id })).status).toBe(200)
    const own = await decided(client)
    expect(own).toMatchObject({ state: 'approved' })
    expect(own.history.at(-1)!.reasons).toEqual(['approved_in_past_edition'])
  })

  test('its past registration can be looked at and not written to (EDN-02)', async () => {
    const client = await signIn(pastCode, 'Another#2025')
    expect((await client.get('/my/organization', { edition: '7' })).body).toMatchObject({ state: 'approved' })
    const write = await client.call('PUT', '/my/organization/form', { form: {}, step: 1 }, { edition: '7', 'if-match': '"0"' })
    expect(write.status).toBe(409)
    expect(write.body.code).toBe('edition.read_only')
  })

  /** The demonstration numbers its contacts' mobiles one by one; the bureau may look one up, on record. */
  async function newestMobile(): Promise<string> {
    const account = (await bureau.get(`/admin/accounts?q=${pastCode}`)).body.items[0]
    return (await bureau.post(`/admin/accounts/${account.id}/unmaskings`, { field: 'mobile', reason: '测试找回' })).body.value
  }
})
