// RET-03: an organization sees and downloads what is stored about it and its people, and asks to have it corrected or erased; the bureau decides.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { added, approvedTeam, batch, awaitingReview, freeOption, review, type Attendee, type Team } from '../../support/attendee.ts'
import { Client, type Problem, type Schemas } from '../../support/client.ts'
import { register } from '../../support/organization.ts'
import { unpaidOrder } from '../../support/order.ts'
import { engine, Server } from '../../support/server.ts'

type Own = Schemas['OwnData']
type Request = Schemas['DataRequestRow'] & Partial<Problem>

let server: Server
let cast: Cast
let bureau: Client
let team: Team
let free: string
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  team = await approvedTeam(cast)
  free = await freeOption(bureau)
})
afterAll(() => server.stop())

const ask = (client: Client, kind: 'correction' | 'erasure', attendee_id: string | null = null, wish = '请处理') => client.post<Request>('/my/data_requests', { kind, attendee_id, wish })
const decide = (id: string, is_granted: boolean, opinion = '已核实', by = bureau) => by.post<Request>(`/data_requests/${id}/decisions`, { is_granted, opinion })
const requests = async (query = '') => (await bureau.get<Schemas['PageOf_DataRequestRow']>(`/data_requests${query}`)).body

describe('what is stored', () => {
  test('is shown in the clear to its own organization, with purposes and periods, and it is on record', async () => {
    const person = await added(team.client, { name_zh: '钱易之', mobile: '13511112222' })
    const address = { recipient: '李小收', mobile: '13912345678', postcode: '200120', province_code: '310000', city_code: '310100', district_code: '310115', address: '世纪大道 100 号' }
    expect((await team.client.post('/my/courier_addresses', address)).status).toBe(200)
    const own = (await team.client.get<Own>('/my/data')).body
    expect(own.courier_addresses).toEqual([address])
    expect(own).toMatchObject({ organization_number: team.organization.number, account: { login_name: team.organization.uscc, mobile: team.mobile } })
    expect(own.organization.contact_mobile).toBe(team.mobile)
    const me = own.people.find(({ number }) => number === person.number)!
    expect(me).toMatchObject({ name_zh: '钱易之', mobile: '13511112222' })
    expect(me.document_number).toMatch(/^\d{17}[\dX]$/)
    expect(own.periods.map(({ kind }) => kind)).toContain('identity')
    const logged = (await bureau.get<Schemas['PageOf_AuditEntryRow']>('/admin/audit_entries?action=own_data_downloaded')).body.items
    expect(logged[0]).toMatchObject({ subject_id: team.organization.id })
    expect((await cast.nobody().get('/my/data')).status).toBe(401)
    const acme = (await (await cast.as('acme')).get<Own>('/my/data')).body
    expect(acme.badges.length).toBeGreaterThan(0)
    for (const { attendee_number } of [...acme.badges, ...acme.visits]) expect(acme.people.map(({ number }) => number)).toContain(attendee_number)
    const past = (await (await cast.as('acme')).get<Own>('/my/data', { edition: '7' })).body
    expect(past.people.length).toBeGreaterThan(0)
    expect(past.people.map(({ number }) => number)).not.toContain(acme.people[0]!.number)
    expect((await (await cast.as('exhibitor')).get('/my/data')).status).toBe(404)
  })

  test('can be read on paper, page after page, by another program', async () => {
    for (let i = 0; i < 12; i++) await added(team.client, { name_zh: `第${i}位同事`, position: '经理'.repeat(20) })
    const pdf = await team.client.download('/my/data/pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const file = join(server.folder, 'own.pdf')
    writeFileSync(file, pdf.body)
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    expect(text).toContain('浦东新区世纪大道 100 号')
    for (const words of ['李小收', '钱易之', '第11位同事', '13511112222', team.organization.number, '身份证件']) expect(text).toContain(words)
    team.client.language = 'en'
    writeFileSync(file, (await team.client.download('/my/data/pdf')).body)
    team.client.language = 'zh-CN'
    expect(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })).toContain('Identity documents')
  })
})

describe('a request', () => {
  test('is answered once; the same is not open twice; it can be taken back', async () => {
    const first = await ask(team.client, 'correction', null, '联系人电话有误')
    expect(first.body).toMatchObject({ state: 'open', kind: 'correction', attendee_number: null, organization_number: team.organization.number })
    expect(Date.parse(first.body.due_at) - Date.parse(first.body.filed_at)).toBe(15 * 86_400_000)
    expect((await ask(team.client, 'correction')).body.code).toBe('data_request.open_already')
    expect((await ask(team.client, 'correction', null, '')).body).toMatchObject({ errors: [{ field: 'wish' }] })
    expect((await requests('?state=open')).items.map(({ id }) => id)).toContain(first.body.id)
    expect((await team.client.post<Request>(`/my/data_requests/${first.body.id}/withdrawals`)).body.state).toBe('withdrawn')
    expect((await decide(first.body.id, true)).body.code).toBe('data_request.decided')
    const second = await ask(team.client, 'correction')
    expect((await decide(second.body.id, false, '请提供证明')).body).toMatchObject({ state: 'refused', opinion: '请提供证明', decided_by: '进口博览局' })
    expect((await decide(second.body.id, true)).body.code).toBe('data_request.decided')
    const mine = (await team.client.get<Schemas['PageOf_DataRequestRow']>('/my/data_requests')).body.items
    expect(mine.map(({ state }) => state)).toEqual(['refused', 'withdrawn'])
  })

  test('is nobody else’s: not to see, not to take back, not to decide', async () => {
    const neighbour = await approvedTeam(cast)
    const person = await added(team.client)
    expect((await ask(neighbour.client, 'erasure', person.id)).status).toBe(404)
    const filed = await ask(neighbour.client, 'erasure')
    expect((await team.client.post(`/my/data_requests/${filed.body.id}/withdrawals`)).status).toBe(404)
    expect((await decide(filed.body.id, true, '好的', await cast.as('shanghai'))).status).toBe(403)
    expect((await team.client.get<Schemas['PageOf_DataRequestRow']>('/my/data_requests')).body.items.map(({ id }) => id)).not.toContain(filed.body.id)
  })
})

test('a person about whom something was asked can still be taken back', async () => {
  const person = await added(team.client)
  await ask(team.client, 'correction', person.id)
  expect(await batch(team.client, '/my/attendee_removals', [person.id])).toMatchObject([{ is_done: true }])
})

test('an organization that came before is forgotten in every edition, and its account with it', async () => {
  const acme = await cast.as('acme')
  const filed = await ask(acme, 'erasure')
  expect((await decide(filed.body.id, true)).body.state).toBe('done')
  expect((await acme.get('/my/data')).status).toBe(401)
  let seen = 0
  for (const edition of ['4', '7', '8']) {
    const { items } = (await bureau.get(`/organizations?q=${encodeURIComponent(filed.body.organization_name_zh)}`, { edition })).body
    seen += items.length
    for (const { id } of items) expect((await bureau.get(`/organizations/${id}`, { edition })).body, edition).toMatchObject({ contact_name: '已清除', contact_mobile_masked: null })
  }
  expect(seen).toBeGreaterThan(1)
  expect(server.command('verify').stdout).toMatch(/^sound/)
})

describe('granted erasure', () => {
  const secrets = ['楚留香', '13566667777', 'chu@canary.example', '轻功总监']
  const inDatabase = async () => {
    await server.end()
    const found = secrets.filter((secret) => server.dump().includes(secret))
    await server.serve()
    comeBack()
    return found
  }
  /** The same sessions after a restart, which has another port. */
  const comeBack = () => {
    const again = ({ cookie, csrf }: Client) => Object.assign(new Client(server.url), { cookie, csrf })
    team.client = again(team.client)
    bureau = again(bureau)
  }
  const again = async (id: string) => (await bureau.get<Attendee>(`/attendees/${id}`)).body

  test('of one person by two at once is done once', async () => {
    const other = await approvedTeam(cast)
    const person = await added(other.client)
    const filed = await ask(other.client, 'erasure', person.id)
    const answers = await Promise.all([decide(filed.body.id, true), decide(filed.body.id, true), decide(filed.body.id, false)])
    expect(answers.filter(({ status }) => status === 200), engine).toHaveLength(1)
    expect((await requests()).items.filter(({ id, state }) => id === filed.body.id && state === 'open')).toEqual([])
  })

  test('of a person with a badge: it opens no gate any more, nothing of the person is left, money and counts stay', async () => {
    const person = await awaitingReview(team.client, free, { name_zh: '楚留香', mobile: '13566667777', email: 'chu@canary.example', position: '轻功总监' })
    expect((await review(await cast.as('reviewer'), person, 'approve')).status).toBe(200)
    const total = (await bureau.get('/attendees')).body.total
    const filed = await ask(team.client, 'erasure', person.id, '本人要求删除')
    const done = await decide(filed.body.id, true, '身份已核实')
    expect(done.body).toMatchObject({ state: 'done', attendee_number: person.number })
    expect(await again(person.id)).toMatchObject({ state: 'voided', name_zh: '已清除', document_masked: '', mobile_masked: '', position: '' })
    expect((await bureau.get('/attendees')).body.total).toBe(total)
    expect((await bureau.get(`/attendees?name=${encodeURIComponent('楚留香')}`)).body.items).toEqual([])
    expect((await team.client.get('/my/data_requests')).body.items[0]).toMatchObject({ state: 'done', wish: '' })
    await server.moveClock(65)
    comeBack()
    // Each erasure has a job of its own, and others were granted before.
    const left = async () => (await bureau.get<Schemas['PageOf_JobView']>('/admin/jobs?kind=erasure_of_log')).body.items.filter(({ state }) => state !== 'done')
    await expect.poll(left).toEqual([])
    server.command('retention')
    expect(await inDatabase()).toEqual([])
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })

  test('does not tear somebody out of an unpaid order: it says which', async () => {
    const order = await unpaidOrder(team.client)
    const [item] = (await team.client.get<{ items: { attendee_id: string }[] }>(`/my/orders/${order.id}`)).body.items
    const filed = await ask(team.client, 'erasure', item!.attendee_id)
    const refused = await decide(filed.body.id, true)
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining(order.number) } })
    expect((await requests('?state=open')).items.map(({ id }) => id), 'it stays open').toContain(filed.body.id)
    expect((await team.client.post(`/my/orders/${order.id}/cancellations`)).status).toBeLessThan(300)
    expect((await decide(filed.body.id, true)).body.state).toBe('done')
  })

  test('of an organization takes its people and its account along; it can register anew', async () => {
    const filed = await ask(team.client, 'erasure')
    expect((await decide(filed.body.id, true, '同意注销')).body.state).toBe('done')
    expect((await team.client.get('/my/data')).status).toBe(401)
    const seen = (await bureau.get<Schemas['OrganizationDetail']>(`/organizations/${team.organization.id}`)).body
    expect(seen).toMatchObject({ name_zh: team.organization.name_zh, contact_name: '已清除', contact_mobile_masked: null })
    const people = (await bureau.get(`/attendees?organization_id=${team.organization.id}`)).body.items
    expect(people.length).toBeGreaterThan(10)
    for (const one of people) expect(one).toMatchObject({ name_zh: '已清除', state: 'voided' })
    expect((await cast.nobody().post('/session', { door: 'visitor', name: team.organization.uscc, password: 'Expo#2025demo' })).status).toBe(401)
    expect((await requests('?state=open')).items.filter(({ organization_id }) => organization_id === team.organization.id)).toEqual([])
    const anew = new Cast(server)
    const { client } = await register(anew, { category: 'government', uscc: team.organization.uscc!, trading_group_id: 'G09' })
    expect((await client.get('/my/organization')).body).toMatchObject({ uscc: team.organization.uscc, state: 'draft' })
    expect(server.command('verify').stdout).toMatch(/^sound/)
  })
})
