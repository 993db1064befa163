import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Problem } from '../../support/client.ts'
import { completed, decided, register, review, submit, uscc, type Form, type FormView } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

const get = async (client: Client) => (await client.get<FormView>('/my/organization/form')).body
const save = (client: Client, view: FormView, wish: Partial<Form>, step = 2) => client.put<FormView & Partial<Problem>>('/my/organization/form', { form: { ...view.form, ...wish }, step }, view.version)
const problems = (view: FormView) => view.problems.map((p) => p.field)

describe('the draft (暂存, ORG-04)', () => {
  test('keeps what is typed, right or wrong, and says what is missing', async () => {
    const { client } = await register(cast)
    const saved = (await save(client, await get(client), { contact_name: '王芳', website: 'not a site', district_code: '110101' })).body
    expect(saved).toMatchObject({ version: 1, step: 2, form: { contact_name: '王芳', website: 'not a site' } })
    expect(problems(saved)).toEqual(expect.arrayContaining(['website', 'district_code', 'employees', 'products', 'contact_title']))
    expect(problems(saved)).not.toContain('contact_name')
    const elsewhere = cast.nobody()
    Object.assign(elsewhere, { cookie: client.cookie, csrf: client.csrf })
    expect((await get(elsewhere)).form.contact_name).toBe('王芳')
  })

  test('of two pages that save, the second is told', async () => {
    const { client } = await register(cast)
    const view = await get(client)
    expect((await save(client, view, { contact_name: '甲' })).status).toBe(200)
    expect((await save(client, view, { contact_name: '乙' })).status).toBe(412)
    expect((await get(client)).form.contact_name).toBe('甲')
  })

  test('takes no field that is too long to keep', async () => {
    const { client } = await register(cast)
    expect((await save(client, await get(client), { contact_telephone: 'x'.repeat(2001) })).body.errors).toMatchObject([{ field: 'contact_telephone', code: 'field.too_long' }])
  })
})

describe('the fields', () => {
  const wrongWith = async (wish: Partial<Form>, registration = {}) => {
    const { client } = await register(cast, registration)
    const answer = await submit(client, wish)
    expect(answer.status).toBe(422)
    return (answer.body as unknown as { errors: { field: string; code: string; details: object }[] }).errors
  }

  test('are judged on the server, each by its name', async () => {
    const errors = await wrongWith({
      city_code: '110100',
      website: 'javascript',
      employees: 0,
      ownership_code: 'none',
      industries: [],
      products: ['FOOD-01-01', 'NONE'],
      purchase_needs: [{ area_code: 'FOOD', description: ' ', is_published: false }],
      contact_mobile: '123',
      contact_email: 'nobody',
      contact_telephone: 'call me',
    })
    expect(errors.map((e) => e.field)).toEqual([
      'district_code', 'website', 'employees', 'ownership_code', 'industries', 'products[1]', 'purchase_needs[0].description',
      'contact_telephone', 'contact_mobile', 'contact_email',
    ])
  })

  test('small or not is computed where the table decides, and a wrong answer is refused', async () => {
    expect(await wrongWith({ employees: 200, turnover_wan: 40_000, is_sme: true })).toMatchObject([{ field: 'is_sme', code: 'organization.sme_is_large' }])
    const { client } = await register(cast)
    const saved = (await save(client, await get(client), { industries: ['51'], employees: 10, turnover_wan: 500 })).body
    expect(saved.is_sme_by_figures).toBe(true)
  })

  test('what a government body is not asked, it need not answer', async () => {
    const { client } = await register(cast, { category: 'government', uscc: uscc(4000, '11') })
    const answer = await submit(client, { employees: null, turnover_wan: null, is_sme: null, is_listed: null, ownership_code: '', registered_capital_code: '', import_volume_code: '' })
    expect(answer.status).toBe(200)
  })

  test('an overseas one has a country instead of a province', async () => {
    const { client } = await register(cast, { origin: 'overseas', country_code: 'JP' })
    const answer = await submit(client, { province_code: '310000' })
    expect(answer.body).toMatchObject({ place: [{ code: 'JP', name_zh: '日本' }] })
    expect(await wrongWith({ country_code: 'CN' }, { origin: 'overseas' })).toMatchObject([{ field: 'country_code' }])
  })

  test('the consent is to the text in force', async () => {
    const { client } = await register(cast)
    const view = await get(client)
    const saved = (await client.put<FormView>('/my/organization/form', { form: completed(view), step: 5 }, view.version)).body
    const answer = await client.post('/my/organization/submissions', { privacy_policy_version: 99 }, { 'if-match': `"${saved.version}"` })
    expect(answer.body.code).toBe('consent.outdated')
    expect((await client.get('/my/organization')).body.state).toBe('draft')
  })
})

describe('who may change it', () => {
  test('while it is reviewed, nobody of its own; the reviewing group may correct it', async () => {
    const { client, wanted } = await register(cast, { category: 'government', uscc: uscc(4001, '11') })
    await submit(client)
    const own = await decided(client)
    expect((await save(client, await get(client), {})).body).toMatchObject({ code: 'organization.form_locked' })
    const shanghai = await cast.as('shanghai')
    const form = (await shanghai.get<Form>(`/organizations/${own.id}/form`)).body
    expect(form).toMatchObject({ contact_mobile: '', contact_email: '' })
    const changed = await shanghai.put(`/organizations/${own.id}/form`, { ...form, address: '人民大道 1 号' }, own.version)
    expect(changed.body).toMatchObject({ address: '人民大道 1 号', state: 'awaiting_review', contact_mobile_masked: `${wanted.mobile!.slice(0, 3)}****${wanted.mobile!.slice(-4)}` })
    expect((await shanghai.put(`/organizations/${own.id}/form`, form, own.version)).status).toBe(412)
    expect((await (await cast.as('beijing')).get(`/organizations/${own.id}/form`)).status).toBe(404)
    expect((await (await cast.as('shanghaiViewer')).get(`/organizations/${own.id}/form`)).status).toBe(403)
  })

  test('a contact’s number is shown to whoever may see it, one at a time, with a reason, on record', async () => {
    const { client, wanted } = await register(cast, { category: 'government', uscc: uscc(4002, '11') })
    await submit(client)
    const { id } = await decided(client)
    const shanghai = await cast.as('shanghai')
    expect((await shanghai.post(`/organizations/${id}/unmaskings`, { field: 'mobile', reason: '电话核实' })).body.value).toBe(wanted.mobile)
    expect((await (await cast.as('shanghaiViewer')).post(`/organizations/${id}/unmaskings`, { field: 'mobile', reason: '电话核实' })).status).toBe(403)
    const lines = (await (await cast.as('auditor')).get(`/admin/audit_entries?subject=${id}`)).body.items
    expect(lines.map((l: { action: string }) => l.action)).toContain('contact_unmasked')
  })
})

test('a draft is nobody’s to correct but its own, and a correction leaves what its people are typing', async () => {
  const { client } = await register(cast, { category: 'government', uscc: uscc(4010, '11') })
  const shanghai = await cast.as('shanghai')
  const { id, version } = (await client.get('/my/organization')).body
  const form = (await shanghai.get<Form>(`/organizations/${id}/form`)).body
  expect((await shanghai.put(`/organizations/${id}/form`, form, version)).body.code).toBe('organization.form_locked')

  await submit(client)
  await review(shanghai, await decided(client), 'return_for_changes', '地址不完整')
  await save(client, await get(client), { address: '正在填写' })
  const returned = (await shanghai.get(`/organizations/${id}`)).body
  expect((await shanghai.put(`/organizations/${id}/form`, { ...form, ...completed(await get(client)), contact_name: '赵敏' }, returned.version)).status).toBe(200)
  expect((await get(client)).form.address).toBe('正在填写')
})

test('a code that is another’s is told at its field, in words without holes, also when it is a past account’s', async () => {
  const first = await register(cast)
  const { client } = await register(cast)
  client.language = 'en'
  for (const taken of [first.wanted.uscc!, '91310115MAPXT0019B']) {
    const answer = await submit(client, { uscc: taken })
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ field: 'uscc', code: 'organization.uscc_in_use' }])
    expect(answer.body.errors![0]!.message).toBe('This unified social credit code has been registered for this edition by another organization. Please check it; if it is yours, you can submit a claim')
  }
})

test('a wrong code is corrected before the approval, and one signs in with the right one', async () => {
  const { client } = await register(cast, { category: 'government', uscc: uscc(4003, '11') })
  await submit(client)
  const shanghai = await cast.as('shanghai')
  await review(shanghai, await decided(client), 'return_for_changes', '代码有误')
  expect((await submit(client, { uscc: uscc(4004, '11') })).status).toBe(200)
  const again = cast.nobody()
  expect((await again.post('/session', { door: 'visitor', name: uscc(4004, '11'), password: 'Expo#2025demo' })).status).toBe(200)
})
