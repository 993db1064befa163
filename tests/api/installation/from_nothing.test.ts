import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password } from '../../cast/cast.ts'
import { consent, residentId, review as reviewAttendee, uploadPhoto, type Attendee, type AttendeeForm } from '../../support/attendee.ts'
import { badgesOf, made, type Badge } from '../../support/badge.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { signedCode } from '../../support/gate.ts'
import { day, follow, Installation, signInByTotp, tokenIn } from '../../support/installation.ts'
import { completed, decided, review, sendRegistrationCode, uploadLicence, uscc, type Form, type FormView } from '../../support/organization.ts'
import { begin, orderOf, type Order } from '../../support/order.ts'
import { png } from '../../support/png.ts'
import { readSheet, sheetType, writeSheet } from '../../support/sheet.ts'
import { SmsGateway } from '../../support/sms.ts'

const mobile = '13700009999'

/** What differs from fair to fair: how an organization belongs, what its forms may say, and who reviews. */
const fairs = {
  small: {
    name: 'Riverside Machinery and Food Fair',
    group: undefined,
    answers: { ownership_code: 'private', registered_capital_code: 'under_1000', import_volume_code: '1_up', purchase_1y_code: 'under_10', purchase_5y_code: 'under_50', products: ['FOOD-01-01'], purchase_needs: [] },
    option: 'all',
    total_fen: 8000,
    edition: 1,
  },
  'ciie-8': { name: 'China International Import Expo', group: 'G09', answers: {}, option: '6-10', total_fen: 16000, edition: 8 },
} satisfies Record<string, { name: string; group: string | undefined; answers: Partial<Form>; option: string; total_fen: number; edition: number }>

describe.each(Object.entries(fairs))('%s, from an empty database to the gate', (pack, fair) => {
  let gateway: SmsGateway
  let installation: Installation
  let chief: Client
  let visitor: Client
  let organization: Schemas['OrganizationDetail']
  let order: Order
  let attendee: Attendee
  /** Whoever reviews organizations, and whoever keeps the gates: the bureau itself where it may. */
  let reviewer: Client
  let supervisor: Client

  beforeAll(async () => {
    gateway = await SmsGateway.start()
    installation = Installation.begin(pack, gateway.settings)
  })
  afterAll(async () => {
    await installation.server.stop()
    gateway.stop()
  })

  test('one command makes key ring, schema, fair and administrator, and does nothing when run again', () => {
    const first = installation.setUp()
    expect(first.stdout).toContain('fair          applied')
    expect(first.stdout).toMatch(/sets the password here: http\S+\/welcome#\S+/)
    const second = installation.setUp()
    expect(second.stdout).toContain('is what the pack says')
    expect(second.stdout).toContain('administrator is there: chief')
    expect(installation.server.command('fair', 'apply', installation.pack).stdout).toContain('nothing to do')
    linkOfChief = tokenIn(first.stdout)
  })
  let linkOfChief = ''

  test('the administrator signs in by the link, with an authenticator because no code could be sent', async () => {
    await installation.server.serve()
    chief = installation.client()
    const system = (await chief.get<Schemas['SystemInfo']>('/system')).body
    expect(system).toMatchObject({ fair_en: fair.name, demo: false })
    const secret = await follow(chief, linkOfChief, password)
    expect(secret).toBeTruthy()
    expect((await chief.post('/account_links/uses', { token: linkOfChief, password, totp_code: '' })).body.code).toBe('account_link.over')
    await signInByTotp(chief, 'bureau', 'chief', password, secret!)
    expect((await chief.get<Schemas['SessionView']>('/session')).body.account!.permissions).toContain('review_organizations')
  })

  test('an organization registers with a code by SMS, fills in its form, and is approved', async () => {
    visitor = installation.client()
    const licence = await uploadLicence(visitor)
    const wanted = {
      origin: 'domestic', category: 'government', name_zh: '滨江市测试局', uscc: uscc(1, '11'), mobile, password, code: '',
      licence_id: licence.id, licence_token: licence.token, ...(fair.group ? { trading_group_id: fair.group } : {}),
    } as Schemas['RegistrationRequest']
    expect((await sendRegistrationCode(visitor, wanted)).status).toBe(200)
    wanted.code = await gateway.codeTo(mobile)
    const registered = await visitor.post<Schemas['SessionView']>('/registrations', wanted)
    expect(registered.body).toMatchObject({ state: 'signed_in' })
    visitor.csrf = registered.body.csrf_token
    const view = (await visitor.get<FormView>('/my/organization/form')).body
    const saved = await visitor.put<FormView>('/my/organization/form', { form: completed(view, fair.answers), step: 5 }, view.version)
    const submitted = await visitor.post('/my/organization/submissions', { privacy_policy_version: 1 }, { 'if-match': `"${saved.body.version}"` })
    expect(submitted.body.errors ?? []).toEqual([])
    organization = await decided(visitor)
    expect(organization.state).toBe('awaiting_review')
    reviewer = fair.group ? await groupAccount() : chief
    const approved = await review(reviewer, organization, 'approve')
    expect(approved.body).toMatchObject({ state: 'approved' })
  })

  /** The account of the organization's group, given by the bureau, its password chosen behind the link sent by SMS. */
  async function groupAccount(): Promise<Client> {
    const before = gateway.sent.length
    const template = await chief.download('/admin/account_template')
    const { rows } = readSheet(template.body)
    expect(rows).toHaveLength(1 + 110)
    const unfilled = await chief.call<Schemas['ImportReport']>('POST', '/admin/account_checks', template.body, { 'content-type': sheetType })
    expect(unfilled.body).toMatchObject({ rows: 110, added: 0 })
    expect(unfilled.body.errors[0]).toMatchObject({ row: 2, column: '登录名' })
    const sheet = writeSheet([
      ['角色', '登录名', '姓名或名称', '手机', '电子邮箱', '交易团或分团'],
      ['团管理员', 'shanghai', '上海交易团', '13900001111', '', 'G09'],
    ])
    const added = await chief.call('POST', '/admin/account_imports', sheet, { 'content-type': sheetType })
    expect(added.body).toMatchObject({ rows: 1, added: 1, errors: [] })
    const group = installation.client()
    await expect.poll(() => gateway.sent.slice(before).some(({ text }) => text.includes('welcome#')), { timeout: 20_000 }).toBe(true)
    await follow(group, tokenIn(gateway.sent.slice(before).find(({ text }) => text.includes('welcome#'))!.text), password)
    const first = await group.post<Schemas['SessionView']>('/session', { door: 'group', name: 'shanghai', password })
    group.csrf = first.body.csrf_token
    const count = gateway.sent.length
    expect((await group.post('/session/second_step_codes')).status).toBe(200)
    const second = await group.post<Schemas['SessionView']>('/session/second_step', { method: 'sms', code: await gateway.codeTo('13900001111', count) })
    group.csrf = second.body.csrf_token
    return group
  }

  test('a person is added, ordered for and paid for by transfer, the only way without providers', async () => {
    await consent(visitor)
    const options = (await visitor.get<Schemas['ListOf_EntryOptionView']>(`/editions/${fair.edition}/entry_options`)).body.items
    const form: Partial<AttendeeForm> = {
      name_zh: '李明', name_en: '', gender: null, region_type: 'mainland', document_type: 'resident_id', document_number: residentId(), nationality_code: '', birth_on: null,
      mobile: '13612345678', email: '', department: '', position: '经理', position_category_code: 'purchasing', photo_id: (await uploadPhoto(visitor)).body.id,
      entry_option_id: options.find(({ code }) => code === fair.option)!.id, collection: 'onsite', courier_address_id: null, badge_type: 'professional',
    }
    const added = await visitor.post<Attendee>('/my/attendees', { form, is_draft: false })
    expect(added.body).toMatchObject({ state: 'awaiting_payment' })
    attendee = added.body
    await payByTransfer([attendee.id])
  })

  async function payByTransfer(attendees: string[]): Promise<void> {
    const ordered = await visitor.post<Order>('/my/orders', { attendees, are_notices_accepted: true })
    expect(ordered.body).toMatchObject({ total_fen: fair.total_fen })
    order = ordered.body
    const channels = (await visitor.get('/payment_channels')).body.items
    expect(channels.map(({ channel }: { channel: string }) => channel)).toEqual(['transfer'])
    expect((await begin(visitor, order, 'wechat')).body.code).toBe('payment.channel_not_offered')
    await begin(visitor, order, 'transfer')
    const voucher = await visitor.call('POST', '/my/voucher_pictures', png(300, 200, 180), { 'content-type': 'image/png' })
    const announced = await visitor.post(`/my/orders/${order.id}/transfers`, {
      payer_name: '滨江市测试局', payer_bank: '中国银行', payer_account: '4563 5100 1234 5678', amount_fen: order.total_fen, remitted_on: day(0), note: '', voucher_file_id: voucher.body.id,
    })
    expect(announced.status).toBe(200)
    const transfer = announced.body.items[0]
    expect((await chief.post(`/transfers/${transfer.id}/confirmations`)).status).toBe(204)
    expect((await orderOf(visitor, order)).state).toBe('paid')
  }

  test('the person is approved, the badge made, and its code admitted at the gate', async () => {
    const before = (await chief.get<Attendee>(`/attendees/${attendee.id}`)).body
    expect((await reviewAttendee(chief, before, 'approve')).status).toBe(200)
    await made(chief, {})
    const [badge] = await badgesOf(chief, 'state=made')
    supervisor = await gateAccount()
    expect(await scanned(badge!)).toBe('admitted')
    expect(installation.server.command('verify').stdout).toContain('sound')
  })

  test('the next edition begins with what this one had; the same people come again with the badge that they hold (EDN-06, INS-06)', async () => {
    const next = fair.edition + 1
    const preview = (await chief.get<Schemas['EditionPreview']>('/edition_preview')).body
    expect(preview).toMatchObject({ from: String(fair.edition), number: next })
    const counts = Object.fromEntries(preview.lines.map(({ thing, count }) => [thing, count]))
    expect(counts).toMatchObject({ organizations: 1, attendees: 1, orders: 1, badges: 1 })
    const days = { show_from_on: day(0), show_to_on: day(4), entry_from_on: day(0), entry_to_on: day(4) }
    expect((await chief.post('/editions', { number: next, name_zh: '下一届', name_en: 'Next', ...days })).status).toBe(200)
    const items = (await chief.get<Schemas['ListOf_WindowView']>(`/editions/${next}/windows`)).body.items
    const former = (await chief.get<Schemas['ListOf_WindowView']>(`/editions/${fair.edition}/windows`)).body.items
    const datedOf = (windows: Schemas['WindowView'][]) => windows.map(({ kind, opens_at, closes_at }) => [kind, opens_at !== null, closes_at !== null])
    expect(datedOf(items)).toEqual(datedOf(former))
    for (const { kind, version } of items) {
      const opened = await chief.put(`/editions/${next}/windows/${kind}`, { opens_at: `${day(-1)}T00:00:00Z`, closes_at: `${day(30)}T00:00:00Z` }, version)
      expect(opened.status, JSON.stringify(opened.body)).toBe(200)
    }
    expect((await chief.post(`/editions/${next}/opening`, { name: '下一届' })).body).toMatchObject({ state: 'current' })
    const anew = (await chief.get<Schemas['EditionPreview']>('/edition_preview')).body
    for (const { thing, carry_over, count } of anew.lines)
      expect(count, thing).toBe(carry_over === 'begun_anew' ? 0 : counts[thing])

    expect((await visitor.get('/my/past_organizations')).body.items).toMatchObject([{ edition_id: String(fair.edition), name_zh: '滨江市测试局', state: 'approved' }])
    expect((await visitor.post('/my/organization_renewals')).status).toBe(200)
    const view = (await visitor.get<FormView>('/my/organization/form')).body
    expect(view.form).toMatchObject({ name_zh: '滨江市测试局', contact_mobile: mobile })
    const submitted = await visitor.post('/my/organization/submissions', { privacy_policy_version: 1 }, { 'if-match': `"${view.version}"` })
    expect(submitted.body.errors ?? []).toEqual([])
    const again = await decided(visitor)
    if (again.state !== 'approved') expect((await review(reviewer, again, 'approve')).body).toMatchObject({ state: 'approved' })

    const [past] = (await visitor.get<Schemas['PageOf_PastAttendeeListRow']>('/my/past_attendees')).body.items
    expect(past).toMatchObject({ name_zh: '李明', edition_id: String(fair.edition) })
    expect(past!.allowed_actions.find(({ action }) => action === 'reuse')).toMatchObject({ allowed: true })
    const taken = (await visitor.post<Attendee>(`/my/past_attendees/${past!.id}/take_overs`, { how: 'reuse' })).body
    expect(taken).toMatchObject({ name_zh: '李明', is_reuse: true })
    const form = (await visitor.post(`/my/attendees/${taken.id}/openings`)).body.form as AttendeeForm
    const options = (await visitor.get<Schemas['ListOf_EntryOptionView']>(`/editions/${next}/entry_options`)).body.items
    const dated = await visitor.put<Attendee>(`/my/attendees/${taken.id}`, { form: { ...form, entry_option_id: options.find(({ code }) => code === fair.option)!.id, collection: 'onsite' }, is_draft: false }, taken.version)
    expect(dated.body).toMatchObject({ state: 'awaiting_payment', is_reuse: true })
    if (dated.body.fee_fen === 0) expect((await visitor.post('/my/attendee_submissions', { attendees: [taken.id] })).body.items).toMatchObject([{ is_done: true }])
    else await payByTransfer([taken.id])
    const waiting = (await chief.get<Attendee>(`/attendees/${taken.id}`)).body
    expect(waiting.state).toBe('awaiting_review')
    expect((await reviewAttendee(chief, waiting, 'approve')).status).toBe(200)

    const [badge] = await badgesOf(chief, 'sort=-number')
    expect(badge).toMatchObject({ kind: 'reuse', code_edition_number: fair.edition })
    expect(await scanned(badge!), 'the old badge opens the new gate').toBe('admitted')
    expect((await visitor.get<Schemas['PageOf_AttendeeListRow']>('/my/attendees', { edition: String(fair.edition) })).body.items, 'the past stays readable').toMatchObject([{ name_zh: '李明', state: 'approved' }])
    expect(installation.server.command('verify').stdout).toContain('sound')
  })

  /** What a gate of the current edition says to a badge. */
  async function scanned(badge: Badge): Promise<string> {
    const opened = (await supervisor.post<Schemas['GateView']>('/gates', { name_zh: '北门', name_en: 'North' })).body
    const { code } = (await supervisor.post<Schemas['PairingView']>('/gate_devices', { name: 'N1', gate_id: opened.id, direction: 'entry' })).body
    const device = installation.client()
    device.bearer = (await device.post<Schemas['PairedDeviceView']>('/gate/pairings', { code })).body.token
    const signed = signedCode(installation.server, badge.code_serial, badge.code_edition_number, badge.entry_days)
    return (await device.post<Schemas['ScanView']>('/gate/scans', { sequence: 1, code: signed, insists: false })).body.answer
  }

  /** Gates are their supervisor's: an account of its own, by a link. */
  async function gateAccount(): Promise<Client> {
    const before = gateway.sent.length
    const added = await chief.post('/admin/accounts', { login_name: 'gates', display_name: '门禁', role: 'bureau_gate', mobile: '13900002222', email: null })
    expect(added.status).toBe(200)
    const supervisor = installation.client()
    await expect.poll(() => gateway.sent.slice(before).some(({ text }) => text.includes('welcome#')), { timeout: 20_000 }).toBe(true)
    await follow(supervisor, tokenIn(gateway.sent.slice(before).find(({ text }) => text.includes('welcome#'))!.text), password)
    const first = await supervisor.post<Schemas['SessionView']>('/session', { door: 'bureau', name: 'gates', password })
    supervisor.csrf = first.body.csrf_token
    const count = gateway.sent.length
    await supervisor.post('/session/second_step_codes')
    const second = await supervisor.post<Schemas['SessionView']>('/session/second_step', { method: 'sms', code: await gateway.codeTo('13900002222', count) })
    supervisor.csrf = second.body.csrf_token
    return supervisor
  }
})

test('a server on an empty database says on every address what is missing, and serves as soon as it is there', async () => {
  const installation = Installation.begin('small')
  const { server } = installation
  writeFileSync(join(server.folder, 'keys.txt'), server.command('new-key-ring').stdout)
  await server.serve()
  const ready = await fetch(`${server.url}/readyz`)
  expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('expogate setup --fair')])
  const answer = await installation.client().get('/system')
  expect(answer).toMatchObject({ status: 503, body: { code: 'installation.fair_missing' } })
  const page = await fetch(server.url)
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('expogate setup')])
  installation.setUp()
  await server.isServing()
  expect((await installation.client().get('/system')).body).toMatchObject({ fair_zh: '滨江机械与食品展' })
  await server.stop()
})
