import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, newestCode, password } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { follow, tokenIn } from '../../support/installation.ts'
import { solvedCaptcha } from '../../support/proof_of_work.ts'
import { Server } from '../../support/server.ts'
import { sheetType, writeSheet } from '../../support/sheet.ts'

let server: Server
let cast: Cast
let bureau: Client
let shanghai: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  shanghai = await cast.as('shanghai')
})
afterAll(() => server.stop())

const find = async (name: string) => (await bureau.get(`/admin/accounts?q=${encodeURIComponent(name)}`)).body.items[0]

describe('sub-accounts (ACC-05)', () => {
  test('a group’s administrator adds one, whose owner chooses the password behind a link sent by SMS (INS-05)', async () => {
    const wanted = { login_name: 'shanghai-new', display_name: '新操作员', role: 'group_operator', mobile: '13700001111' }
    const added = await shanghai.post('/my/sub_accounts', wanted)
    expect(added.body.account).toMatchObject({ login_name: 'shanghai-new', role: 'group_operator', mobile_masked: '137****1111' })
    expect(added.body.link).toMatchObject({ sent_to_masked: '137****1111', address: null })
    const fresh = cast.nobody()
    const token = tokenIn((await fresh.get('/sandbox/messages?to=13700001111')).body.items[0].body)
    for (const guess of ['', 'Harbour#77sea']) {
      const early = await fresh.post('/session', { door: 'group', name: 'shanghai-new', password: guess || 'x' })
      expect(early.status).toBe(401)
    }
    expect((await fresh.post('/account_links/lookups', { token })).body).toMatchObject({ login_name: 'shanghai-new', door: 'group', needs_totp: false })
    const weak = await fresh.post('/account_links/uses', { token, password: 'shanghai-new1!', totp_code: '' })
    expect(weak.body.errors).toMatchObject([{ field: 'password', code: 'password.like_name' }])
    await follow(fresh, token, 'Harbour#77sea')
    expect((await fresh.post('/session', { door: 'group', name: 'shanghai-new', password: 'Harbour#77sea' })).body.state).toBe('second_step')
    const again = await shanghai.post('/my/sub_accounts', wanted)
    expect(again.body.errors).toMatchObject([{ field: 'login_name', code: 'account.login_name_taken' }])
  })

  test('a link works once, also for two at the same moment, and a newer one ends it', async () => {
    const added = await bureau.post('/admin/accounts', { login_name: 'newcomer', display_name: '新人', role: 'bureau_auditor', mobile: '13700002222', email: null })
    expect((await find('newcomer')).link).toBe('waiting')
    const fresh = cast.nobody()
    const newest = async () => tokenIn((await fresh.get('/sandbox/messages?to=13700002222')).body.items[0].body)
    const former = await newest()
    expect((await bureau.post(`/admin/accounts/${added.body.account.id}/password_resets`)).status).toBe(200)
    expect((await fresh.post('/account_links/lookups', { token: former })).body.code).toBe('account_link.over')
    const token = await newest()
    const uses = await Promise.all(['Harbour#77sea', 'Harbour#78sea'].map((password) => cast.nobody().post('/account_links/uses', { token, password, totp_code: '' })))
    expect(uses.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await find('newcomer')).link).toBe('used')
  })

  test('a group cannot reach another group’s sub-accounts, nor give a bureau role', async () => {
    const own = (await shanghai.get('/my/sub_accounts')).body.items[0]
    const beijing = await cast.as('beijing')
    expect((await beijing.get('/my/sub_accounts')).body.items).toEqual([])
    expect((await beijing.patch(`/my/sub_accounts/${own.id}`, { state: 'disabled' }, own.version)).status).toBe(404)
    expect((await beijing.post(`/my/sub_accounts/${own.id}/password_resets`)).status).toBe(404)
    const tooMuch = await shanghai.post('/my/sub_accounts', { login_name: 'climber', display_name: 'x', role: 'bureau_admin', mobile: '13700003333' })
    expect(tooMuch.body.errors).toMatchObject([{ field: 'role', code: 'account.role_not_assignable' }])
  })

  test('an operator may not manage accounts, and says who can', async () => {
    const operator = await cast.as('shanghaiOperator')
    const answer = await operator.get('/my/sub_accounts')
    expect(answer.status).toBe(403)
    expect(answer.body.details).toEqual({ permission: 'manage_sub_accounts' })
  })

  test('a disabled account is signed out at once and cannot come back', async () => {
    const viewer = await cast.as('shanghaiViewer')
    expect((await viewer.get('/my/tasks')).status).toBe(200)
    const row = (await shanghai.get('/my/sub_accounts')).body.items.find((item: { role: string }) => item.role === 'group_viewer')
    expect((await shanghai.patch(`/my/sub_accounts/${row.id}`, { state: 'disabled' }, row.version)).body.state).toBe('disabled')
    expect((await viewer.get('/my/tasks')).status).toBe(401)
    const attempt = await cast.nobody().post('/session', { door: 'group', name: row.login_name, password: 'Expo#2025demo' })
    expect(attempt.body.code).toBe('sign_in.failed')
  })
})

describe('the bureau’s accounts', () => {
  test('are found by name, kind, role, state and mobile', async () => {
    const list = async (query: string) => (await bureau.get(`/admin/accounts?${query}`)).body
    expect((await list('kind=bureau')).total).toBeGreaterThanOrEqual(7)
    expect((await list('role=bureau_finance&role=bureau_auditor&kind=bureau')).items.every((a: { role: string }) => ['bureau_finance', 'bureau_auditor'].includes(a.role))).toBe(true)
    expect((await list('q=haidian')).items.map((a: { login_name: string }) => a.login_name)).toEqual(['beijinghaidianfentuan'])
    expect((await list('mobile=13900009998')).total).toBe(0)
    const sorted = (await list('sort=-login_name&page_size=3')).items.map((a: { login_name: string }) => a.login_name)
    expect(sorted).toEqual([...sorted].sort().reverse())
    expect((await bureau.get('/admin/accounts?sort=password_hash')).body.errors).toMatchObject([{ field: 'sort', code: 'list.sort_unknown' }])
  })

  test('unmasking shows one field with its reason, and stands in the audit log (ACC-07)', async () => {
    const row = await find('beijinghaidianfentuan')
    expect(row.mobile_masked).toMatch(/^139\*{4}\d{4}$/)
    const shown = await bureau.post(`/admin/accounts/${row.id}/unmaskings`, { field: 'mobile', reason: '电话核实' })
    expect(shown.body.value).toMatch(/^139\d{8}$/)
    const line = (await bureau.get(`/admin/audit_entries?subject=${row.id}&action=personal_data_unmasked`)).body.items[0]
    expect(line.summary).toContain('电话核实')
    expect(JSON.stringify(line)).not.toContain(shown.body.value)
    const auditor = await cast.as('auditor')
    expect((await auditor.post(`/admin/accounts/${row.id}/unmaskings`, { field: 'mobile', reason: '好奇心' })).status).toBe(403)
  })

  test('a locked name is shown and can be unlocked', async () => {
    const client = cast.nobody()
    const { solvedCaptcha } = await import('../../support/proof_of_work.ts')
    for (let i = 0; i < 5; i++) {
      const captcha = i < 2 ? null : await solvedCaptcha(client)
      await client.post('/session', { door: 'bureau', name: 'bureau-gate', password: 'wrong', captcha })
    }
    const row = await find('bureau-gate')
    expect(row.locked_until).not.toBeNull()
    expect(row.allowed_actions).toContainEqual({ action: 'unlock', allowed: true, reason: null })
    expect((await bureau.post(`/admin/accounts/${row.id}/unlocks`)).body.locked_until).toBeNull()
    expect((await cast.signIn('gates')).cookie).not.toBe('')
  })

  test('nobody disables or resets the own account', async () => {
    const own = await find('bureau')
    const self = (await bureau.get('/admin/accounts?q=bureau&role=bureau_admin')).body.items.find((a: { login_name: string }) => a.login_name === 'bureau') ?? own
    expect((await bureau.patch(`/admin/accounts/${self.id}`, { state: 'disabled' }, self.version)).body.code).toBe('account.own')
    expect((await bureau.post(`/admin/accounts/${self.id}/password_resets`)).body.code).toBe('account.own')
  })

  test('two administrators on one account: the second is told that it has changed', async () => {
    const row = await find('bureau-badge')
    const [first, second] = await Promise.all([
      bureau.patch(`/admin/accounts/${row.id}`, { display_name: '制证一组' }, row.version),
      bureau.patch(`/admin/accounts/${row.id}`, { display_name: '制证二组' }, row.version),
    ])
    expect([first.status, second.status].sort()).toEqual([200, 412])
  })

  test('a reset password works no more, signs the account out, and a link goes to its owner', async () => {
    const row = await find('bureau-finance')
    const finance = await cast.as('finance')
    const reset = await bureau.post(`/admin/accounts/${row.id}/password_resets`)
    expect(reset.body.sent_to_masked).toMatch(/^139\*{4}/)
    expect((await cast.nobody().post('/session', { door: 'bureau', name: 'bureau-finance', password })).status).toBe(401)
    expect((await finance.get('/my/account')).status).toBe(401)
  })
})

test('a link that was followed proves its address, and only a proved one recovers a password', async () => {
  const address = 'stand@matterhorn.example'
  const sheet = writeSheet([
    ['角色', '登录名', '姓名或名称', '手机', '电子邮箱', '交易团或分团'],
    ['参展商', 'matterhorn', 'Matterhorn AG', '', address, ''],
  ])
  const added = await bureau.call('POST', '/admin/account_imports', sheet, { 'content-type': sheetType })
  expect(added.body).toMatchObject({ added: 1, errors: [] })
  const fresh = cast.nobody()
  const messages = async () => (await fresh.get(`/sandbox/messages?to=${address}`)).body.items as { body: string }[]
  await expect.poll(async () => (await messages()).length, { timeout: 20_000 }).toBe(1)
  const recover = async () => fresh.post('/password_recovery/codes', { door: 'exhibitor', name: 'matterhorn', target: address, captcha: await solvedCaptcha(fresh) })
  expect((await recover()).status).toBe(200)
  await expect(newestCode(fresh, address)).rejects.toThrow('no code')
  await follow(fresh, tokenIn((await messages())[0]!.body), 'Harbour#77sea')
  await server.moveClock(61) // one code a minute
  const later = cast.nobody()
  expect((await later.post('/password_recovery/codes', { door: 'exhibitor', name: 'matterhorn', target: address, captcha: await solvedCaptcha(later) })).status).toBe(200)
  expect(await newestCode(later, address)).toMatch(/^\d{6}$/)
})
