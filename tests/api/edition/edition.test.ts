import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
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

const notice = { title_zh: '第九届开放', title_en: '', body_zh: '内容', body_en: '', level: 'info', audience: 'everyone' }
const windowOf = async (kind: string) => (await bureau.get('/editions/8/windows')).body.items.find((w: { kind: string }) => w.kind === kind)

describe('windows (EDN-03)', () => {
  test('everybody may see them, with their state at the fair’s time', async () => {
    const windows = (await cast.nobody().get('/editions/8/windows')).body.items as { kind: string; state: string; closes_at: string }[]
    const states = Object.fromEntries(windows.map((w) => [w.kind, w.state]))
    expect(states).toMatchObject({ registration: 'open', payment: 'open', group_actions: 'open', appointment: 'not_yet' })
    expect(windows.find((w) => w.kind === 'registration')!.closes_at).toBe('2025-10-20T16:00:00.000Z')
  })

  test('the bureau moves a deadline; the second of two editors is told', async () => {
    const before = await windowOf('payment')
    const change = { opens_at: before.opens_at, closes_at: '2025-10-25T16:00:00Z' }
    const changed = await bureau.put('/editions/8/windows/payment', change, before.version)
    expect(changed.body).toMatchObject({ closes_at: '2025-10-25T16:00:00.000Z', version: before.version + 1 })
    expect((await bureau.put('/editions/8/windows/payment', change, before.version)).body.code).toBe('resource.stale')
    const line = (await bureau.get('/admin/audit_entries?action=window_changed')).body.items[0]
    expect(line.before.closes_at).toBe('2025-10-20T16:00:00.000Z')
    expect(line.after.closes_at).toBe('2025-10-25T16:00:00.000Z')
  })

  test('wrong dates are told by field', async () => {
    const { version } = await windowOf('tour')
    const reversed = await bureau.put('/editions/8/windows/tour', { opens_at: '2025-10-02T00:00:00Z', closes_at: '2025-10-01T00:00:00Z' }, version)
    expect(reversed.body.errors).toMatchObject([{ field: 'closes_at', code: 'edition.dates_reversed' }])
    const nonsense = await bureau.put('/editions/8/windows/tour', { opens_at: '2025-02-30T00:00:00Z', closes_at: 7, extra: 1 }, version)
    expect(nonsense.body.errors.map((e: { field: string }) => e.field).sort()).toEqual(['closes_at', 'extra', 'opens_at'])
    expect((await bureau.put('/editions/8/windows/picnic', { opens_at: null, closes_at: null }, 1)).status).toBe(404)
  })
})

test('the bureau changes an edition’s names and days, each with its check (EDN-01)', async () => {
  const { version } = (await bureau.get('/editions/8')).body
  const changed = await bureau.patch('/editions/8', { name_en: '8th CIIE', show_to_on: '2025-11-11' }, version)
  expect(changed.body).toMatchObject({ name_zh: '第八届', name_en: '8th CIIE', show_to_on: '2025-11-11', version: version + 1 })
  expect((await bureau.patch('/editions/8', { name_en: 'x' }, version)).status).toBe(412)
  const reversed = await bureau.patch('/editions/8', { entry_to_on: '2025-11-01' }, version + 1)
  expect(reversed.body.errors).toMatchObject([{ field: 'entry_to_on', code: 'edition.dates_reversed' }])
})

test('the rules of an edition have limits', async () => {
  const { version } = (await bureau.get('/editions/8')).body
  const changed = await bureau.patch('/editions/8', { order_hours: 48, review_days_mainland: 10 }, version)
  expect(changed.body).toMatchObject({ order_hours: 48, review_days_mainland: 10, review_days_elsewhere: 15, reuse_from_number: 5 })
  const wrong = await bureau.patch('/editions/8', { reuse_from_number: 9 }, version + 1)
  expect(wrong.body.errors).toMatchObject([{ field: 'reuse_from_number', code: 'field.range' }])
})

describe('past editions (EDN-02)', () => {
  test('are readable and never written, whichever way a write comes', async () => {
    expect((await cast.nobody().get('/editions/7/windows')).status).toBe(200)
    expect((await bureau.put('/editions/7/windows/tour', { opens_at: null, closes_at: null }, 1)).body.code).toBe('edition.read_only')
    expect((await bureau.patch('/editions/7', { name_en: 'x' }, 1)).body.code).toBe('edition.read_only')
    const selected = await bureau.post('/admin/notices', { title_zh: 'x', title_en: '', body_zh: 'x', body_en: '', level: 'info', audience: 'everyone' }, { edition: '7' })
    expect(selected.body.code).toBe('edition.read_only')
    expect((await bureau.get('/admin/notices', { edition: '7' })).status).toBe(200)
    expect((await bureau.post('/admin/notices', {}, { edition: '99' })).status).toBe(404)
  })
})

describe('entry dates and prices (EDN-04)', () => {
  test('the demonstration has the slides’ prices', async () => {
    const options = (await cast.nobody().get('/editions/8/entry_options')).body.items as { code: string; prices: { badge_type: string; reuse: boolean | null; fee_fen: number }[] }[]
    const full = (code: string) => options.find((o) => o.code === code)!.prices.find((p) => p.badge_type === 'professional' && p.reuse === null)!.fee_fen
    expect([full('6-10'), full('8-10'), full('9')]).toEqual([16000, 11000, 5000])
  })

  test('the bureau changes a price; doubled, negative and huge ones are refused', async () => {
    const option = (await bureau.get('/editions/8/entry_options')).body.items[0]
    const { id, version, prices, ...rest } = option
    const bare = prices.map(({ id: _, currency: __, ...price }: Record<string, unknown>) => price)
    const withFee = (fee_fen: number) => ({ ...rest, prices: [{ ...bare[0], fee_fen }, ...bare.slice(1)] })
    const changed = await bureau.put(`/entry_options/${id}`, withFee(18000), version)
    expect(changed.body.prices.map((p: { fee_fen: number }) => p.fee_fen)).toContain(18000)
    const doubled = await bureau.put(`/entry_options/${id}`, { ...rest, prices: [...bare, bare[0]] }, version + 1)
    expect(doubled.body.errors).toMatchObject([{ field: 'prices', code: 'entry_option.price_doubled' }])
    for (const fee of [-1, 10_000_001])
      expect((await bureau.put(`/entry_options/${id}`, withFee(fee), version + 1)).body.errors).toMatchObject([{ field: 'prices[0].fee_fen' }])
    expect((await bureau.put(`/entry_options/${id}`, withFee(1.5), version + 1)).body.errors[0].field).toBe('prices[0].fee_fen')
  })

  test('a new option needs a code of its own', async () => {
    const wanted = { code: '10', name_zh: '11月10日', name_en: '10 November', from_on: '2025-11-10', to_on: '2025-11-10', position: 9, active: true, prices: [] }
    const added = await bureau.post('/editions/8/entry_options', wanted)
    expect(added.body.code).toBe('10')
    expect((await bureau.post('/editions/8/entry_options', wanted)).body.errors).toMatchObject([{ field: 'code', code: 'entry_option.code_taken' }])
  })
})

describe('catalogues (EDN-05)', () => {
  const items = async (query: string) => (await cast.nobody().get(`/editions/8/catalogues${query}`)).body

  test('are complete: areas with products, industries, divisions, countries', async () => {
    const counts = Object.fromEntries((await items('')).items.map((c: { kind: string; items: number }) => [c.kind, c.items]))
    expect(counts.industry).toBe(117)
    expect(counts.division).toBeGreaterThan(3000)
    expect(counts.country).toBeGreaterThan(200)
    const areas = (await items('/exhibition_area/items?top_only=true')).items as { id: string; name_zh: string; has_children: boolean }[]
    expect(areas.filter((a) => a.name_zh !== '其他')).toHaveLength(7)
    const cars = areas.find((a) => a.name_zh.includes('汽车'))!
    const groups = (await items(`/exhibition_area/items?parent_id=${cars.id}`)).items as { name_zh: string }[]
    expect(groups.map((g) => g.name_zh)).toEqual(expect.arrayContaining(['整车', '汽车零部件及后市场', '多模式交通']))
  })

  test('are searched in both languages; wildcards are letters', async () => {
    expect((await items('/country/items?q=Germany')).items[0].code).toBe('DE')
    expect((await items('/country/items?q=' + encodeURIComponent('德国'))).items[0].code).toBe('DE')
    expect((await items('/country/items?q=%25')).total).toBe(0)
    expect((await items('/country/items?q=_')).total).toBe(0)
  })

  test('the editor adds, changes, deactivates and removes items, no deeper than the catalogue allows', async () => {
    const editor = await cast.as('editor')
    const path = '/editions/8/catalogues/visit_purpose/items'
    const added = (await editor.post(path, { code: 'media', parent_id: null, name_zh: '新闻采访', name_en: 'Press', position: 99 })).body
    expect((await editor.post(path, { code: 'media', parent_id: null, name_zh: 'x', name_en: 'x', position: 1 })).body.errors).toMatchObject([{ field: 'code' }])
    const child = await editor.post(path, { code: 'deep', parent_id: added.id, name_zh: 'x', name_en: 'x', position: 1 })
    expect(child.body.errors).toMatchObject([{ field: 'parent_id', code: 'catalogue.parent_wrong' }])
    const off = await editor.put(`/catalogue_items/${added.id}`, { code: 'media', name_zh: '新闻采访', name_en: 'Press', position: 99, active: false }, added.version)
    expect(off.body.active).toBe(false)
    expect((await items('/visit_purpose/items?q=Press')).total).toBe(0)
    expect((await items('/visit_purpose/items?q=Press&include_inactive=true')).total).toBe(1)
    expect((await editor.delete(`/catalogue_items/${added.id}`, added.version)).status).toBe(412)
    expect((await editor.delete(`/catalogue_items/${added.id}`, off.body.version)).status).toBe(204)
    const parent = (await items('/industry/items?top_only=true')).items[0]
    expect((await editor.delete(`/catalogue_items/${parent.id}`, parent.version)).body.code).toBe('catalogue.has_children')
  })
})

describe('a new edition (EDN-06)', () => {
  const wanted = { number: 9, name_zh: '第九届', name_en: '9th edition', show_from_on: '2026-11-05', show_to_on: '2026-11-10', entry_from_on: '2026-11-06', entry_to_on: '2026-11-10' }

  test('is a copy of the last one, opened once however often it is asked for', async () => {
    const key = { 'idempotency-key': 'open-the-ninth-edition' }
    const [first, again] = [await bureau.post('/editions', wanted, key), await bureau.post('/editions', wanted, key)]
    expect(first.body).toMatchObject({ number: 9, state: 'preparing' })
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replay')).toBe('true')
    expect((await bureau.post('/editions', { ...wanted, number: 10 }, key)).body.errors[0].code).toBe('request.idempotency_key_reused')
    expect((await bureau.post('/editions', wanted)).body.code).toBe('edition.number_taken')
    const counts = async (edition: string) => (await bureau.get(`/editions/${edition}/catalogues`)).body.items.map((c: { items: number }) => c.items)
    expect(await counts('9')).toEqual(await counts('8'))
    const area = (await bureau.get('/editions/9/catalogues/exhibition_area/items?top_only=true')).body.items[0]
    expect(area.has_children).toBe(true)
    const codes = async (edition: string) => (await bureau.get('/admin/trading_groups?q=shanghaijiaoyituan', { edition })).body.items[0].invitation_code
    expect(await codes('9')).toBe(await codes('8'))
  })

  test('has all its dates later by as many days as lie between the shows, for the bureau to look through', async () => {
    const days = (edition: string) => async () => (await bureau.get(`/editions/${edition}`)).body
    const [old, fresh] = [await days('8')(), await days('9')()]
    const later = Date.parse(fresh.show_from_on) - Date.parse(old.show_from_on)
    const at = (instant: string | null) => instant && new Date(Date.parse(instant) + later).toISOString()
    expect(fresh.windows.map(({ kind, opens_at, closes_at }: Schemas['WindowView']) => [kind, opens_at, closes_at])).toEqual(
      old.windows.map(({ kind, opens_at, closes_at }: Schemas['WindowView']) => [kind, at(opens_at), at(closes_at)]),
    )
    const options = async (edition: string) => (await bureau.get<Schemas['ListOf_EntryOptionView']>(`/editions/${edition}/entry_options`)).body.items
    const on = (day: string) => new Date(Date.parse(day) + later).toISOString().slice(0, 10)
    expect((await options('9')).map(({ code, from_on, to_on }) => [code, from_on, to_on])).toEqual((await options('8')).map(({ code, from_on, to_on }) => [code, on(from_on), on(to_on)]))
  })

  test('is prepared while the current one goes on: lists, prices, quotas, notices; nobody registers in it, whatever its windows say', async () => {
    const preparing = { edition: '9' }
    const registration = (await bureau.get('/editions/9/windows')).body.items.find(({ kind }: { kind: string }) => kind === 'registration')
    expect((await bureau.put('/editions/9/windows/registration', { opens_at: '2025-01-01T00:00:00Z', closes_at: '2026-12-01T00:00:00Z' }, registration.version)).status).toBe(200)
    const option = (await bureau.get('/editions/9/entry_options')).body.items[0]
    const { id, version, prices, ...rest } = option
    expect((await bureau.put(`/entry_options/${id}`, { ...rest, name_zh: '2026年11月6日-10日', prices: prices.map(({ id: _, currency: __, ...price }: Record<string, unknown>) => price) }, version)).status).toBe(200)
    const [group] = (await bureau.get('/admin/trading_groups?q=shanghaijiaoyituan', preparing)).body.items
    const [row] = (await bureau.get('/group_quotas', preparing)).body.items.filter(({ id }: { id: string }) => id === group.id)
    const quota = await bureau.call('PUT', `/group_quotas/${group.id}`, { staff: 5, vip: 5 }, { 'if-match': `"${row.version}"`, ...preparing })
    expect(quota).toMatchObject({ status: 200 })
    const draft = (await bureau.post('/admin/notices', notice, preparing)).body
    expect((await bureau.post(`/admin/notices/${draft.id}/publication`, {}, preparing)).body.state).toBe('published')
    expect((await bureau.post(`/admin/notices/${draft.id}/withdrawal`)).status, 'a notice belongs to its edition').toBe(404)
    const acme = await cast.as('acme')
    const titles = async (edition?: string) => (await acme.get('/my/notices?page_size=50', edition ? { edition } : {})).body.items.map((each: { title_zh: string }) => each.title_zh)
    expect(await titles()).not.toContain(notice.title_zh)
    expect(await titles('9')).toContain(notice.title_zh)
    expect((await acme.post('/my/organization_renewals', {}, preparing)).body.code).toBe('edition.window_closed')
  })

  test('before it becomes current one sees what is unfinished, and types its name', async () => {
    const preview = (await bureau.get<Schemas['OpeningPreview']>('/editions/9/opening_preview')).body
    const options = (await bureau.get<Schemas['ListOf_EntryOptionView']>('/editions/9/entry_options')).body.items
    expect(preview).toMatchObject({ current_id: '8', prepared: { windows_without_dates: 0, options_without_price: options.filter(({ active, prices }) => active && prices.length === 0).length } })
    const counts = Object.fromEntries(preview.unfinished.map(({ thing, count }) => [thing, count]))
    const totalOf = async (path: string) => (await bureau.get(path)).body.total as number
    expect(counts.attendees_in_review).toBe(await totalOf('/attendees?state=awaiting_review'))
    expect(counts.refunds_to_decide).toBe(await totalOf('/refunds?state=requested'))
    expect(counts.badges_to_make).toBe(await totalOf('/badges?state=awaiting'))
    expect(preview.unfinished.every(({ count }) => count > 0)).toBe(true)
    expect((await (await cast.as('editor')).get('/editions/9/opening_preview')).status).toBe(403)
    for (const name of ['', '第九', '第八届', '9TH EDITION']) expect((await bureau.post('/editions/9/opening', { name })).body.errors).toMatchObject([{ field: 'name' }])
    expect((await bureau.get('/editions/9')).body.state).toBe('preparing')
  })

  test('becomes the current one, and the former current one past', async () => {
    expect((await bureau.post('/editions/9/opening', { name: '第九届' })).body).toMatchObject({ state: 'current', replaced_id: '8' })
    const states = (await bureau.get('/editions')).body.items.map((e: { number: number; state: string }) => [e.number, e.state])
    expect(states.slice(0, 2)).toEqual([[9, 'current'], [8, 'past']])
    expect((await bureau.put('/editions/8/windows/tour', { opens_at: null, closes_at: null }, 1)).body.code).toBe('edition.read_only')
    expect((await bureau.post('/editions/9/opening', { name: '第九届' })).body.code).toBe('edition.not_preparing')
  })

  test('the money and the badges of the former one are finished, nothing else', async () => {
    const past = { edition: '8' }
    const [refund] = (await bureau.get('/refunds?state=requested', past)).body.items
    const finance = await cast.as('finance')
    expect((await finance.post(`/refunds/${refund.id}/decisions`, { is_approved: false, opinion: '已过期' }, past)).body).toMatchObject({ state: 'refused' })
    const desk = await cast.as('badges')
    const { total } = (await desk.get('/badges?state=awaiting', past)).body
    expect(total).toBeGreaterThan(0)
    const batch = await desk.post('/badge_batches', { filter: { state: [], kind: [], badge_type: [] }, limit: 1, confirmed_count: 1 }, past)
    expect(batch.body).toMatchObject({ state: 'printing', badges: 1 })
    const [person] = (await bureau.get('/attendees?state=awaiting_review', past)).body.items
    expect((await bureau.post('/attendee_voids', { attendees: [person.id], reason: 'x' }, past)).body.code).toBe('edition.read_only')
  })

  test('can be taken back until the first organization registers; the two never pass each other', async () => {
    const nobody = await bureau.post('/editions/8/opening_reversals')
    expect(nobody.body.code).toBe('edition.not_reversible')
    expect((await bureau.post('/editions/9/opening_reversals')).body).toMatchObject({ state: 'preparing', replaced_id: null })
    expect((await bureau.get('/editions/8')).body.state).toBe('current')
    expect((await bureau.post('/editions/9/opening', { name: '9th edition' })).body.state).toBe('current')
    const acme = await cast.signIn('acme')
    const [renewed, reversed] = await Promise.all([acme.post('/my/organization_renewals', {}, { edition: '9' }), bureau.post('/editions/9/opening_reversals')])
    const { state } = (await bureau.get('/editions/9')).body
    const registered = (await bureau.get('/organizations', { edition: '9' })).body.total
    expect([[200, 409, 'current', 1], [409, 200, 'preparing', 0]]).toContainEqual([renewed.status, reversed.status, state, registered])
    if (reversed.status === 409) expect(reversed.body).toMatchObject({ code: 'edition.has_registrations', details: { count: 1 } })
  })
})
