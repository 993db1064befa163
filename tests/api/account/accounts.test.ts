import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

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
  test('a group’s administrator adds one, which must change its initial password before it can do anything', async () => {
    const wanted = { login_name: 'shanghai-new', display_name: '新操作员', role: 'group_operator', mobile: '13700001111' }
    const added = await shanghai.post('/my/sub_accounts', wanted)
    expect(added.status).toBe(200)
    expect(added.body.account).toMatchObject({ login_name: 'shanghai-new', role: 'group_operator', mobile_masked: '137****1111' })
    const fresh = cast.nobody()
    const session = await fresh.post('/session', { door: 'group', name: 'shanghai-new', password: added.body.initial_password })
    expect(session.body.state).toBe('second_step')
    const again = await shanghai.post('/my/sub_accounts', wanted)
    expect(again.body.errors).toMatchObject([{ field: 'login_name', code: 'account.login_name_taken' }])
  })

  test('until the initial password is changed, only the own account is open', async () => {
    const added = await bureau.post('/admin/accounts', { login_name: 'newcomer', display_name: '新人', role: 'bureau_auditor', mobile: '13700002222', email: null })
    const fresh = cast.nobody()
    const first = await fresh.post('/session', { door: 'bureau', name: 'newcomer', password: added.body.initial_password })
    fresh.csrf = first.body.csrf_token
    await fresh.post('/session/second_step_codes')
    const outbox = (await fresh.get('/sandbox/messages?to=13700002222')).body.items
    expect(outbox.map((m: { body: string }) => m.body).join()).toContain(added.body.initial_password)
    const code = /(?<!\d)\d{6}(?!\d)/.exec(outbox[0].body)![0]
    const second = await fresh.post('/session/second_step', { method: 'sms', code })
    fresh.csrf = second.body.csrf_token
    expect(second.body.account).toMatchObject({ must_change_password: true, permissions: [] })
    expect((await fresh.get('/admin/audit_entries')).status).toBe(403)
    const changed = await fresh.put('/my/password', { code: null, current_password: added.body.initial_password, new_password: 'Harbour#77sea' })
    fresh.csrf = changed.body.csrf_token
    expect((await fresh.get('/admin/audit_entries')).status).toBe(200)
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

  test('a reset password signs the account out and must be changed', async () => {
    const row = await find('bureau-finance')
    const finance = await cast.as('finance')
    const reset = await bureau.post(`/admin/accounts/${row.id}/password_resets`)
    expect(reset.body.initial_password).toHaveLength(12)
    expect((await finance.get('/my/account')).status).toBe(401)
  })
})
