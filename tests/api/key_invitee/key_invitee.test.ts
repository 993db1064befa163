// Key organizations to invite (GRP-05): recommending, whose they are, what may be done with them, and what the list says of them.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { rowsOfExport } from '../../support/export.ts'
import { invite, listed, newMobile, recommend, recommendation, rowOf, setAside, withdraw, type Invitee } from '../../support/key_invitee.ts'
import { registerAndSubmit, review, uscc } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let bureau: Client
let shanghai: Client
let beijing: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  shanghai = await cast.as('shanghai')
  beijing = await cast.as('beijing')
})
afterAll(() => server.stop())
afterEach(() => expect(server.command('verify').stdout).toMatch(/^sound/))

let codes = 3000
const newCode = (authority = '91') => uscc(++codes, authority)
const add = (wish: Partial<Schemas['KeyInviteeRequest']>, by = shanghai) => by.post<Invitee>('/key_invitees', recommendation(wish))
const change = (row: Invitee, wish: Partial<Schemas['KeyInviteeRequest']>, by = shanghai, version = row.version) => {
  const { name, uscc, contact_name, level, reason, subgroup_id } = row
  return by.put<Invitee>(`/key_invitees/${row.id}`, { name, uscc, contact_name, level, reason, subgroup_id, ...wish }, version)
}
const errorsOf = (answer: { body: Invitee }) => answer.body.errors?.map(({ field, code }) => [field, code])
const may = (row: Invitee, action: string) => row.allowed_actions.find((each) => each.action === action)

describe('a recommendation', () => {
  test('is a group’s: contact masked, code checked, one for each code', async () => {
    const code = newCode()
    const { body: row } = await add({ name: '上海推荐一号有限公司', uscc: code.toLowerCase(), mobile: '13611112222', email: 'wang@test.example', subgroup_id: 'G09-02' })
    expect(row).toMatchObject({ trading_group_id: 'G09', subgroup_id: 'G09-02', source: 'group', state: 'recommended', registration: 'not_yet', uscc: code, contact_mobile_masked: '136****2222', contact_email_masked: 'w****@test.example', organization_state: null })
    expect(JSON.stringify(row)).not.toContain('13611112222')
    expect(row.referral_code).toMatch(/^K\d{12}$/)
    expect(errorsOf(await add({ uscc: code }))).toEqual([['uscc', 'key_invitee.taken']])
    // Another group may want the same one.
    expect((await add({ uscc: code }, beijing)).status).toBe(200)
  })

  test('tells what is wrong by field', async () => {
    expect(errorsOf(await add({ uscc: '91310115' }))).toEqual([['uscc', 'organization.uscc_malformed']])
    const wrong = newCode()
    expect(errorsOf(await add({ uscc: wrong.slice(0, 17) + (wrong.endsWith('A') ? 'B' : 'A') }))).toEqual([['uscc', 'key_invitee.uscc_check_wrong']])
    expect(errorsOf(await add({ mobile: '12', email: 'nobody' }))).toEqual([['mobile', 'field.mobile'], ['email', 'field.email']])
    expect(errorsOf(await add({ name: '上' }))).toEqual([['name', 'field.too_short']])
    expect(errorsOf(await add({ uscc: newCode(), subgroup_id: 'G01-09' }))).toEqual([['subgroup_id', 'key_invitee.subgroup_not_below']])
  })

  test('of an overseas one has no code, and its name only once', async () => {
    expect((await add({ name: 'Lake Farms Ltd' })).body).toMatchObject({ uscc: null, registration: 'not_yet' })
    expect(errorsOf(await add({ name: 'LAKE FARMS, Ltd.' }))).toEqual([['name', 'key_invitee.taken']])
  })

  test('is changed by whoever read it last; what is left out of the contact stays', async () => {
    const row = await recommend(shanghai, { uscc: newCode(), mobile: '13611113333', email: 'li@test.example' })
    expect((await change(row, {}, shanghai, row.version + 1)).status).toBe(412)
    const { body: changed } = await change(row, { level: 'general', reason: '改', email: '' })
    expect(changed).toMatchObject({ level: 'general', reason: '改', contact_mobile_masked: '136****3333', contact_email_masked: null, version: row.version + 1 })
    const other = await recommend(shanghai, { uscc: newCode() })
    expect(errorsOf(await change(changed, { uscc: other.uscc! }))).toEqual([['uscc', 'key_invitee.taken']])
  })

  test('of two who add the same one at once, one does', async () => {
    const operator = await cast.as('shanghaiOperator')
    for (let round = 0; round < 4; ++round) {
      const same = round % 2 ? { uscc: newCode() } : { name: `River Farms ${round} Ltd` }
      const answers = await Promise.all([shanghai, operator, shanghai].map((by) => add(same, by)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
      for (const answer of answers.filter(({ status }) => status === 422)) expect(errorsOf(answer)).toEqual([[round % 2 ? 'uscc' : 'name', 'key_invitee.taken']])
    }
  })

  test('is withdrawn for good, and then its code is free again', async () => {
    const row = await recommend(shanghai, { uscc: newCode() })
    expect((await withdraw(shanghai, [row, { id: 'unknown' }])).body.items).toMatchObject([{ is_done: true, number: row.uscc }, { is_done: false }])
    expect((await withdraw(shanghai, [row])).body.items).toMatchObject([{ is_done: false, reason: '该推荐已撤回' }])
    expect((await change(await rowOf(shanghai, row), {})).body.code).toBe('key_invitee.withdrawn')
    expect((await invite(shanghai, [row])).body.items).toMatchObject([{ is_done: false, reason: '该推荐已撤回' }])
    expect((await add({ uscc: row.uscc! })).status).toBe(200)
  })
})

describe('whose they are (ACC-06)', () => {
  test('another group’s are not there; a subgroup has none; a viewer only looks', async () => {
    const row = await recommend(shanghai, { uscc: newCode(), mobile: newMobile() })
    expect(await listed(beijing, `uscc=${row.uscc}`)).toEqual([])
    expect((await change(row, {}, beijing)).status).toBe(404)
    expect((await withdraw(beijing, [row])).body.items).toMatchObject([{ is_done: false, name_zh: '' }])
    expect((await beijing.post(`/key_invitees/${row.id}/unmaskings`, { field: 'mobile', reason: '核对' })).status).toBe(404)
    const haidian = await cast.as('haidian')
    expect(await listed(haidian, 'sort=name')).toEqual([])
    expect((await add({ uscc: newCode() }, haidian)).status).toBe(403)
    const viewer = await cast.as('shanghaiViewer')
    expect(may((await listed(viewer, `uscc=${row.uscc}`))[0]!, 'invite')).toMatchObject({ allowed: false })
    for (const path of ['/key_invitees', '/key_invitations', '/key_invitee_withdrawals', '/key_invitee_set_asides', '/key_invitees/exports'])
      expect((await viewer.post(path, {})).status, path).toBe(403)
    expect((await (await cast.as('acme')).get('/key_invitees')).status).toBe(403)
    expect((await (await cast.as('reviewer')).post('/key_invitees', {})).status).toBe(403)
  })

  test('a contact is shown in full to those who may, with a reason, and that is on record', async () => {
    const row = await recommend(shanghai, { uscc: newCode(), mobile: '13611114444' })
    const shown = await shanghai.post(`/key_invitees/${row.id}/unmaskings`, { field: 'mobile', reason: '电话联系' })
    expect(shown.body).toEqual({ value: '13611114444' })
    expect((await shanghai.post(`/key_invitees/${row.id}/unmaskings`, { field: 'email', reason: '电话联系' })).status).toBe(404)
    const { items } = (await bureau.get(`/admin/audit_entries?subject=${row.id}`)).body
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['contact_unmasked', 'key_invitee_added'])
    expect(JSON.stringify(items)).not.toContain('13611114444')
  })
})

describe('from the bureau', () => {
  const push = (wish: Partial<Schemas['KeyInviteeRequest']> = {}) => add({ uscc: newCode(), trading_group_id: 'G09', mobile: newMobile(), ...wish }, bureau)
  const waiting = async () => (await shanghai.get('/my/tasks')).body.items.find(({ kind }: { kind: string }) => kind === 'key_invitees_recommended').count

  test('it goes to one group, which is told and decides', async () => {
    const before = await waiting()
    const { body: row } = await push()
    expect(row).toMatchObject({ source: 'bureau', trading_group_id: 'G09', state: 'recommended' })
    expect(await waiting()).toBe(before + 1)
    expect((await listed(shanghai, 'source=bureau&state=recommended')).length).toBe(before + 1)
    expect(errorsOf(await push({ trading_group_id: null }))).toEqual([['trading_group_id', 'key_invitee.group_missing']])
    expect(errorsOf(await push({ trading_group_id: 'G09-02' }))).toEqual([['trading_group_id', 'key_invitee.group_missing']])
    expect(errorsOf(await push({ uscc: row.uscc! }))).toEqual([['uscc', 'key_invitee.taken']])
    expect((await invite(bureau, [row])).status).toBe(403)
    expect((await invite(shanghai, [row])).body.items).toMatchObject([{ is_done: true }])
    expect(await waiting()).toBe(before)
  })

  test('the group may put it aside with a reason, which the bureau sees, and invite it after all', async () => {
    const { body: row } = await push()
    expect((await setAside(shanghai, [row], '')).status).toBe(422)
    expect((await setAside(shanghai, [row])).body.items).toMatchObject([{ is_done: true }])
    expect((await setAside(shanghai, [row])).body.items).toMatchObject([{ is_done: false, reason: '该推荐已搁置' }])
    expect((await listed(bureau, `group_id=G09&uscc=${row.uscc}`))[0]).toMatchObject({ state: 'set_aside', set_aside_reason: '今年没有进口计划', group_name_zh: '上海交易团' })
    expect((await invite(shanghai, [row])).body.items).toMatchObject([{ is_done: true }])
    expect(await rowOf(shanghai, row)).toMatchObject({ state: 'invited', set_aside_reason: '' })
    const own = await recommend(shanghai, { uscc: newCode() })
    expect((await setAside(shanghai, [own])).body.items).toMatchObject([{ is_done: false, reason: '本团自行推荐的单位请直接撤回' }])
  })

  test('the group adds whom to write to, not who it is; each withdraws its own', async () => {
    const { body: row } = await push({ mobile: null })
    expect(may(row, 'withdraw')).toMatchObject({ allowed: true })
    expect((await change(row, { contact_name: '赵敏', mobile: newMobile(), level: 'important' })).body).toMatchObject({ contact_name: '赵敏', level: 'important' })
    const changed = await rowOf(shanghai, row)
    expect(errorsOf(await change(changed, { name: '另一家公司', reason: '别的' }))).toEqual([['name', 'key_invitee.of_bureau'], ['reason', 'key_invitee.of_bureau']])
    expect((await withdraw(shanghai, [row])).body.items[0]!.reason).toMatch('搁置')
    const own = await recommend(shanghai, { uscc: newCode() })
    expect((await withdraw(bureau, [own])).body.items[0]!.reason).toMatch('由交易团自行推荐')
    expect((await change(own, {}, bureau)).body.code).toBe('key_invitee.of_group')
    expect((await withdraw(bureau, [row])).body.items).toMatchObject([{ is_done: true }])
  })
})

describe('the list', () => {
  test('follows the organizations: registered here, elsewhere, and approved', async () => {
    const [here, elsewhere] = [newCode('11'), newCode('11')]
    const wanted = await recommend(shanghai, { name: '上海跟随测试一局', uscc: here })
    const lost = await recommend(shanghai, { name: '上海跟随测试二局', uscc: elsewhere })
    const before = (await shanghai.get<Schemas['KeyInviteeFigures']>('/key_invitee_figures')).body
    const { organization } = await registerAndSubmit(cast, { category: 'government', uscc: here, trading_group_id: 'G09' })
    expect(await rowOf(shanghai, wanted)).toMatchObject({ registration: 'here', organization_state: 'awaiting_review', organization_number: organization.number })
    await registerAndSubmit(cast, { category: 'government', uscc: elsewhere, trading_group_id: 'G01' })
    expect(await rowOf(shanghai, lost)).toMatchObject({ registration: 'elsewhere', organization_state: null, organization_id: null, organization_number: null })
    expect((await listed(shanghai, 'organization_state=awaiting_review')).map(({ id }) => id)).toContain(wanted.id)
    expect((await review(shanghai, organization, 'approve')).status).toBe(200)
    expect(await rowOf(shanghai, wanted)).toMatchObject({ organization_state: 'approved' })
    const now = (await shanghai.get<Schemas['KeyInviteeFigures']>('/key_invitee_figures')).body
    expect(now).toMatchObject({ recommended: before.recommended, registered: before.registered + 1, approved: before.approved + 1 })
    expect((await bureau.get<Schemas['KeyInviteeFigures']>('/key_invitee_figures?group_id=G09')).body).toEqual(now)
    expect((await listed(shanghai, 'registration=here')).map(({ id }) => id)).toContain(wanted.id)
    expect((await listed(shanghai, 'organization_state=approved')).map(({ id }) => id)).toContain(wanted.id)
    expect((await listed(shanghai, 'organization_state=approved')).map(({ id }) => id)).not.toContain(lost.id)
    const refused = (await invite(shanghai, [wanted, lost])).body.items
    expect(refused.map(({ reason }) => reason)).toEqual(['该单位已注册到本团，无需邀请', '该单位已注册到其他团，不能邀请'])
  })

  test('is filtered, sorted and exported', async () => {
    const codesOf = (rows: Invitee[]) => rows.map(({ uscc }) => uscc)
    const one = await recommend(shanghai, { name: '上海排序甲公司', uscc: newCode(), level: 'general', mobile: '13611115555' })
    const two = await recommend(shanghai, { name: '上海排序乙公司', uscc: newCode(), level: 'key' })
    const query = `name=${encodeURIComponent('排序')}`
    expect(codesOf(await listed(shanghai, query))).toEqual([two.uscc, one.uscc])
    expect(codesOf(await listed(shanghai, `${query}&sort=-level`))).toEqual([one.uscc, two.uscc])
    for (const sort of ['name', 'uscc', 'invited_at', 'created_at']) expect(await listed(shanghai, `${query}&sort=${sort}`)).toHaveLength(2)
    expect((await shanghai.get('/key_invitees?sort=reason')).status).toBe(422)
    expect(codesOf(await listed(shanghai, `uscc=${one.uscc!.slice(0, 16)}&level=general&state=recommended&state=invited&source=group`))).toEqual([one.uscc])
    const rows = await rowsOfExport(shanghai, await shanghai.post('/key_invitees/exports', { name: '排序', state: [], organization_state: [], sort: 'created_at' }))
    expect(rows[0]).toContain('推荐理由')
    expect(rows.slice(1).map((row) => [row[3], row[6], row[8]])).toEqual([['上海排序甲公司', '13611115555', '一般'], ['上海排序乙公司', null, '重点']])
  })
})
