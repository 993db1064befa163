import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, newestCode, password } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { decided, register, registerAndSubmit, review, submit, uploadLicence, uscc } from '../../support/organization.ts'
import { solvedCaptcha } from '../../support/proof_of_work.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

let mobiles = 0
async function file(code: string, wish: object = {}) {
  const client = cast.nobody()
  const mobile = `1350000${String(++mobiles).padStart(4, '0')}`
  await client.post('/uscc_claim_codes', { mobile, captcha: await solvedCaptcha(client) })
  const licence = await uploadLicence(client)
  const claim = { uscc: code, name_zh: '真正的主人有限公司', contact_name: '李主', mobile, code: await newestCode(client, mobile), explanation: '被他人误填', licence_id: licence.id, licence_token: licence.token, ...wish }
  return { answer: await client.post('/uscc_claims', claim), mobile }
}
const openClaim = async (code: string) => ((await bureau.get('/uscc_claims?state=open')).body.items as Schemas['ClaimRow'][]).find((c) => c.uscc === code)!
const newestTo = async (to: string) => (await cast.nobody().get<Schemas['PageOf_ReadableMessage']>(`/sandbox/messages?to=${to}`)).body.items[0]!.body

describe('a claim of a code (ORG-02)', () => {
  test('accepted: the holder is asked to correct, the owner can register', async () => {
    const holder = await registerAndSubmit(cast, { category: 'government', uscc: uscc(2000, '11') })
    await review(await cast.as('shanghai'), holder.organization, 'approve')
    const { answer, mobile } = await file(uscc(2000, '11'))
    expect(answer.status).toBe(204)
    expect((await file(uscc(2000, '11'))).answer.body.errors).toMatchObject([{ code: 'claim.open_already' }])
    const claim = await openClaim(uscc(2000, '11'))
    expect(claim).toMatchObject({ holder_number: holder.organization.number, holder_state: 'approved', mobile_masked: expect.stringContaining('****') })
    expect((await bureau.download(`/uscc_claims/${claim.id}/licence_picture`)).headers.get('content-type')).toBe('image/jpeg')
    const decision = await bureau.post(`/uscc_claims/${claim.id}/decisions`, { is_accepted: true, opinion: '证照属实' })
    expect(decision.body).toMatchObject({ state: 'accepted', holder_state: 'returned' })
    expect((await bureau.post(`/uscc_claims/${claim.id}/decisions`, { is_accepted: false, opinion: '再看' })).body.code).toBe('claim.decided')
    expect(await newestTo(mobile)).toContain('现在可以注册')
    expect(await newestTo(holder.wanted.mobile!)).toContain(`以 ${holder.organization.number} 为登录名`)
    expect((await register(cast, { category: 'government', uscc: uscc(2000, '11') })).wanted.uscc).toBe(uscc(2000, '11'))

    const again = cast.nobody()
    const session = await again.post('/session', { door: 'visitor', name: holder.organization.number, password })
    expect(session.status).toBe(200)
    again.csrf = session.body.csrf_token
    expect((await again.get('/my/organization')).body).toMatchObject({ state: 'returned', uscc: null })
    expect((await submit(again)).body.errors).toMatchObject([{ field: 'uscc', code: 'field.required' }])
    expect((await submit(again, { uscc: uscc(2000, '11') })).body.errors).toMatchObject([{ field: 'uscc' }])
    expect((await submit(again, { uscc: uscc(2001, '11') })).status).toBe(200)
    expect((await decided(again)).state).toBe('awaiting_review')
    expect((await cast.nobody().post('/session', { door: 'visitor', name: uscc(2001, '11'), password })).status).toBe(200)
  })

  test('refused: everything stays, and the claimant is told why', async () => {
    const holder = await register(cast, { uscc: uscc(2010) })
    const { mobile } = await file(uscc(2010))
    const claim = await openClaim(uscc(2010))
    expect((await bureau.post(`/uscc_claims/${claim.id}/decisions`, { is_accepted: false, opinion: '证照与代码不符' })).body.state).toBe('refused')
    expect(await newestTo(mobile)).toContain('证照与代码不符')
    expect((await holder.client.get('/my/organization')).body.uscc).toBe(uscc(2010))
  })

  test('is not needed for a free code, not possible for a rejected holder, and needs a code of one’s own', async () => {
    expect((await file(uscc(2020))).answer.body.code).toBe('claim.not_needed')
    const holder = await registerAndSubmit(cast, { category: 'government', uscc: uscc(2021, '11') })
    await review(await cast.as('shanghai'), holder.organization, 'reject', '不符合条件')
    expect((await file(uscc(2021, '11'))).answer.body.code).toBe('organization.rejected_before')
    expect((await file(uscc(2010), { code: '000000' })).answer.body.errors).toMatchObject([{ field: 'code' }])
  })

  test('is decided by the bureau alone', async () => {
    expect((await (await cast.as('shanghai')).get('/uscc_claims')).status).toBe(403)
    expect((await bureau.post('/uscc_claims/none/decisions', { is_accepted: true, opinion: '无' })).status).toBe(422)
    expect((await bureau.post('/uscc_claims/none/decisions', { is_accepted: true, opinion: '没有' })).status).toBe(404)
    expect((await bureau.get('/uscc_claims/none/licence_picture')).status).toBe(404)
  })
})
