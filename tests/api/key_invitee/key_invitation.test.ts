// Invitations of key organizations (GRP-05): sent once, opened, registered with, withdrawn, expired.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { invite, mailsTo, newMobile, openLink, recommend, rowOf, tokenSentTo, withdraw } from '../../support/key_invitee.ts'
import { register, registration, sendRegistrationCode, uploadLicence, uscc } from '../../support/organization.ts'
import { reachable } from '../../support/order.ts'
import { newestCode } from '../../cast/cast.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let shanghai: Client
let nobody: Client
beforeAll(async () => {
  // On a port of its own, so that clients find the server again after its clock has moved.
  server = await Server.start(await reachable())
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
  nobody = cast.nobody()
})
afterAll(() => server.stop())
afterEach(() => expect(server.command('verify').stdout).toMatch(/^sound/))

let codes = 4000
const newCode = () => uscc(++codes)
const day = 24 * 60 * 60
const reasons = async (answer: ReturnType<typeof invite>) => (await answer).body.items.map(({ is_done, reason }) => (is_done ? 'done' : reason))

async function invited(wish: Partial<Schemas['KeyInviteeRequest']> = {}) {
  const mobile = newMobile()
  const row = await recommend(shanghai, { name: `上海受邀第${codes}有限公司`, uscc: newCode(), mobile, ...wish })
  expect(await reasons(invite(shanghai, [row]))).toEqual(['done'])
  return { row, token: await tokenSentTo(nobody, wish.email ?? mobile), mobile }
}

describe('sending', () => {
  test('goes to every address, in the group’s name, and says so in the list', async () => {
    const mobile = newMobile()
    const row = await recommend(shanghai, { uscc: newCode(), name: '上海双渠道有限公司', mobile, email: 'both@invitee.example' })
    expect(await reasons(invite(shanghai, [row]))).toEqual(['done'])
    const [sms] = await mailsTo(nobody, mobile)
    const [mail] = await mailsTo(nobody, 'both@invitee.example')
    expect(sms!.body).toContain('上海交易团邀请 上海双渠道有限公司')
    expect(mail!.subject).toContain('上海交易团邀请贵单位')
    expect(mail!.body).toContain(row.referral_code)
    expect(await rowOf(shanghai, row)).toMatchObject({ state: 'invited', invitation_count: 1, opened_at: null })
    const bureau = await cast.as('bureau')
    const { items } = (await bureau.get(`/admin/audit_entries?subject=${row.id}`)).body
    expect(items[0]).toMatchObject({ action: 'key_invitation_sent' })
    expect(items[0].summary).toContain('短信、邮件')
  })

  test('needs a channel and an address on it', async () => {
    const row = await recommend(shanghai, { uscc: newCode(), mobile: newMobile() })
    expect((await invite(shanghai, [row], [])).body.errors).toMatchObject([{ field: 'channels' }])
    expect(await reasons(invite(shanghai, [row], ['email']))).toEqual(['没有可用的手机或邮箱，请先补充联系方式'])
    expect(await reasons(invite(shanghai, [row], ['sms']))).toEqual(['done'])
    expect((await shanghai.post('/key_invitations', { invitees: Array(201).fill('x'), channels: ['sms'] })).status).toBe(422)
  })

  test('is refused to one who was written to within a day, and replaces the link afterwards', async () => {
    const { row, token, mobile } = await invited()
    expect((await reasons(invite(shanghai, [row])))[0]).toMatch(/24 小时内已发送过邀请，\d{4}-\d\d-\d\d \d\d:\d\d 后可再次发送/)
    expect((await openLink(nobody, token)).status).toBe(200)
    await server.moveClock(day + 1)
    shanghai = await cast.signIn('shanghai')
    expect(await reasons(invite(shanghai, [row]))).toEqual(['done'])
    expect(await rowOf(shanghai, row)).toMatchObject({ invitation_count: 2 })
    expect((await openLink(nobody, token)).body.code).toBe('key_invitation.link_invalid')
    expect((await openLink(nobody, await tokenSentTo(nobody, mobile))).status).toBe(200)
  })

  test('two who send at once send once', async () => {
    const operator = await cast.as('shanghaiOperator')
    for (let round = 0; round < 4; ++round) {
      const mobile = newMobile()
      const row = await recommend(shanghai, { uscc: newCode(), mobile })
      const answers = await Promise.all([shanghai, operator, shanghai, operator].map((by) => reasons(invite(by, [row]))))
      expect(answers.filter(([outcome]) => outcome === 'done')).toHaveLength(1)
      expect(await mailsTo(nobody, mobile)).toHaveLength(1)
      expect(await rowOf(shanghai, row)).toMatchObject({ invitation_count: 1 })
    }
    // Neither is one written to twice who stands in a batch twice.
    const row = await recommend(shanghai, { uscc: newCode(), mobile: newMobile() })
    expect((await reasons(invite(shanghai, [row, row]))).filter((each) => each === 'done')).toHaveLength(1)
  })
})

describe('the link', () => {
  test('shows group, codes and name, and that it was opened', async () => {
    const { row, token, mobile } = await invited({ subgroup_id: 'G09-02' })
    const { body } = await openLink(nobody, token)
    expect(body).toMatchObject({ origin: 'domestic', name: row.name, uscc: row.uscc, trading_group_id: 'G09-02', group_name_zh: '上海交易团浦东新区分团', invitation_code: null, referral_code: row.referral_code })
    for (const part of [mobile, mobile.slice(0, 7), mobile.slice(-8)]) expect(JSON.stringify(body)).not.toContain(part)
    const { opened_at } = await rowOf(shanghai, row)
    expect(opened_at).toMatch(/^20/)
    await openLink(nobody, token)
    expect((await rowOf(shanghai, row)).opened_at).toBe(opened_at)
  })

  test('registers its organization, which the list sees at once, and is good no more', async () => {
    const { row, token } = await invited()
    const preview = (await openLink(nobody, token)).body
    await register(cast, { uscc: preview.uscc, name_zh: preview.name, trading_group_id: preview.trading_group_id, referral_code: preview.referral_code, invitation_token: token })
    expect(await rowOf(shanghai, row)).toMatchObject({ registration: 'here', organization_state: 'draft' })
    expect((await openLink(nobody, token)).body.code).toBe('key_invitation.link_invalid')
    expect(await reasons(invite(shanghai, [row]))).toEqual(['该单位已注册到本团，无需邀请'])
  })

  test('is not for another organization', async () => {
    const { row, token } = await invited()
    await expect(register(cast, { uscc: newCode(), invitation_token: token })).rejects.toThrow('key_invitation.link_of_another')
    await expect(register(cast, { uscc: newCode(), invitation_token: 'x'.repeat(43) })).rejects.toThrow('key_invitation.link_invalid')
    expect(await rowOf(shanghai, row)).toMatchObject({ registration: 'not_yet' })
    expect((await openLink(nobody, token)).status).toBe(200)
  })

  test('stops working when the recommendation is withdrawn, and when it expires', async () => {
    const [first, second] = [await invited(), await invited()]
    await withdraw(shanghai, [first.row])
    expect((await openLink(nobody, first.token)).body.code).toBe('key_invitation.link_invalid')
    await expect(register(cast, { uscc: first.row.uscc, invitation_token: first.token })).rejects.toThrow('key_invitation.link_invalid')
    // Without the link one registers as everybody does.
    await register(cast, { uscc: first.row.uscc })
    expect((await openLink(nobody, second.token)).status).toBe(200)
  })

  test('of an overseas one is what it is known by, for one registration', async () => {
    const email = 'farm@overseas.example'
    const { row, token } = await invited({ name: 'Hill Farms GmbH', uscc: null, mobile: null, email })
    const { body: preview } = await openLink(nobody, token)
    expect(preview).toMatchObject({ origin: 'overseas', uscc: null, name: 'Hill Farms GmbH', invitation_code: expect.stringMatching(/^100\d{8}$/) })
    expect((await mailsTo(nobody, email))[0]!.body).toMatch(/^Dear /)
    await expect(register(cast, { uscc: newCode(), invitation_token: token })).rejects.toThrow('key_invitation.link_of_another')
    const both = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const client = cast.nobody()
        const licence = await uploadLicence(client)
        const wanted = registration({ origin: 'overseas', name_en: `Hill Farms ${name}`, invitation_code: preview.invitation_code, invitation_token: token, email: `${name}@overseas.example`, licence_id: licence.id, licence_token: licence.token })
        expect((await sendRegistrationCode(client, wanted)).status).toBe(200)
        wanted.code = await newestCode(client, wanted.email!)
        return { client, wanted }
      }),
    )
    const answers = await Promise.all(both.map(({ client, wanted }) => client.post<Partial<Problem>>('/registrations', wanted)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('key_invitation.link_invalid')
    expect(await rowOf(shanghai, row)).toMatchObject({ registration: 'here', organization_state: 'draft' })
  })

  test('is good for 30 days, and no longer than registration is open', async () => {
    const { token } = await invited()
    const closes_at = (await shanghai.get('/editions/8/windows')).body.items.find(({ kind }: { kind: string }) => kind === 'registration').closes_at
    expect((await openLink(nobody, token)).body.expires_at).toBe(closes_at)
    await server.moveClock(Math.ceil((Date.parse(closes_at) - server.now()) / 1000))
    expect((await openLink(nobody, token)).body.code).toBe('key_invitation.link_invalid')
    // By then registration is closed, and nobody is invited any more.
    shanghai = await cast.signIn('shanghai')
    const row = await recommend(shanghai, { uscc: newCode(), mobile: newMobile() })
    expect((await invite(shanghai, [row])).body.code).toBe('edition.window_closed')
  })
})
