import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { rowsOfExport } from '../../support/export.ts'
import { Server } from '../../support/server.ts'
import { readSheet } from '../../support/sheet.ts'

let server: Server
let cast: Cast
let shanghai: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
})
afterAll(() => server.stop())

const filter = (wish: object = {}) => ({ state: [], industry: [], product: [], id: [], ...wish })

async function exported(client: Client, selection: object) {
  const begun = await client.post<Schemas['SheetExportView']>('/organizations/exports', selection)
  if (begun.status !== 200) return { status: begun.status, rows: [] }
  return { status: 200, rows: await rowsOfExport(client, begun) }
}

describe('exports (ORG-09)', () => {
  test('hold exactly the rows of the list, in words, and note when each was exported', async () => {
    const query = 'placement=direct&state=approved&category=enterprise'
    const list = (await shanghai.get(`/organizations?${query}&page_size=200&sort=number`)).body
    const { rows } = await exported(shanghai, { filter: filter({ placement: 'direct', state: ['approved'], category: 'enterprise' }), has_contacts: false, sort: 'number' })
    expect(rows[0]!.slice(0, 4)).toEqual(['单位编号', '单位名称（中文）', '单位名称（英文）', '统一社会信用代码'])
    expect(rows.slice(1).map((r) => r[0])).toEqual(list.items.map((r: { number: string }) => r.number))
    const mobile = rows[0]!.indexOf('手机号')
    expect(rows.slice(1).every((r) => String(r[mobile]).includes('****'))).toBe(true)
    expect(rows[1]![6]).toBe('审核通过')
    expect((await shanghai.get(`/organizations?${query}&is_exported=true`)).body.total).toBe(list.total)
    expect((await shanghai.get(`/organizations?placement=direct&state=draft&is_exported=true`)).body.total).toBe(0)
  })

  test('keep the order of the list, and refuse one that it does not know', async () => {
    for (const sort of ['', 'name_zh', '-attendee_count', '-submitted_at']) {
      const list = (await shanghai.get(`/organizations?placement=direct&state=approved&page_size=200${sort && `&sort=${sort}`}`)).body
      const { rows } = await exported(shanghai, { filter: filter({ placement: 'direct', state: ['approved'] }), has_contacts: false, sort: sort || undefined })
      expect(rows.slice(1).map((r) => r[0]), sort).toEqual(list.items.map((r: { number: string }) => r.number))
    }
    const wrong = await shanghai.post('/organizations/exports', { filter: filter(), has_contacts: false, sort: 'password' })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'sort', code: 'list.sort_unknown' }] } })
  })

  test('what was not exported yet is found as it was when the export was asked for', async () => {
    const wanted = { filter: filter({ placement: 'direct', state: ['draft'], is_exported: false }), has_contacts: false }
    const drafts = (await shanghai.get('/organizations?placement=direct&state=draft')).body.total
    expect((await exported(shanghai, wanted)).rows.length - 1).toBe(drafts)
    expect((await exported(shanghai, wanted)).rows.length - 1).toBe(0)
    // Marked since then: an export that was asked for before, and begun again, still finds them.
    expect((await shanghai.get('/organizations?placement=direct&state=draft&is_exported=false&exported_before=2025-10-10T00:00:00Z')).body.total).toBe(drafts)
    expect((await shanghai.get('/organizations?placement=direct&state=draft&is_exported=true&exported_before=2025-10-10T00:00:00Z')).body.total).toBe(0)
  })

  test('contacts in the clear are for who may see them, and on record', async () => {
    const { rows } = await exported(shanghai, { filter: filter({ state: ['approved'] }), has_contacts: true })
    const mobile = rows[0]!.indexOf('手机号')
    expect(rows.slice(1).every((r) => /^1\d{10}$|^\+/.test(String(r[mobile])))).toBe(true)
    const lines = (await (await cast.as('auditor')).get('/admin/audit_entries?action=contacts_exported')).body
    expect(lines.total).toBe(1)
    expect((await exported(await cast.as('shanghaiViewer'), { filter: filter(), has_contacts: false })).status).toBe(403)
  })

  test('a subgroup exports its own alone, in its language', async () => {
    const haidian = await cast.as('haidian')
    haidian.language = 'en'
    const { rows } = await exported(haidian, { filter: filter(), has_contacts: false })
    expect(rows[0]!.slice(0, 2)).toEqual(['Organization number', 'Organization name (Chinese)'])
    expect(rows.length - 1).toBe((await haidian.get('/organizations')).body.total)
  })
})

describe('bulk e-mail (GRP-04)', () => {
  const text = { subject: '致{organization}', body: '{contact}，请尽快完善单位信息。' }
  test('a preview shows the first mails, and every row of the list gets one', async () => {
    const wanted = filter({ placement: 'direct', state: ['returned'] })
    const total = (await shanghai.get('/organizations?placement=direct&state=returned')).body.total
    const preview = (await shanghai.post('/organizations/mailing_previews', { filter: wanted, ...text })).body
    expect(preview.recipients).toBe(total)
    expect(preview.first[0].body).toContain('上海交易团')
    const mailing = (await shanghai.post('/organizations/mailings', { filter: wanted, ...text, confirmed_count: total })).body
    let status
    do status = (await shanghai.get(`/mailings/${mailing.id}`)).body
    while (status.state !== 'done')
    expect(status).toMatchObject({ recipients: total, counts: [{ state: 'sent', recipients: total }] })
    expect((await (await cast.as('haidian')).get(`/mailings/${mailing.id}`)).status).toBe(404)
  })

  test('the bureau writes to everybody, in pieces, each once', async () => {
    const bureau = await cast.as('bureau')
    const total = (await bureau.get('/organizations')).body.total
    const mailing = (await bureau.post('/organizations/mailings', { filter: filter(), ...text, confirmed_count: total })).body
    let status
    do status = (await bureau.get(`/mailings/${mailing.id}`)).body
    while (status.state === 'queued')
    expect(status.recipients).toBe(total)
    await bureau.post(`/mailings/${mailing.id}/cancellations`)
  })

  test('chosen rows only, and never another group’s', async () => {
    const haidian = await cast.as('haidian')
    const foreign = (await haidian.get('/organizations?page_size=1')).body.items[0].id
    const own = (await shanghai.get('/organizations?page_size=2')).body.items.map((r: { id: string }) => r.id)
    const preview = (await shanghai.post('/organizations/mailing_previews', { filter: filter({ id: [...own, foreign] }), ...text })).body
    expect(preview.recipients).toBe(2)
    expect((await (await cast.as('shanghaiViewer')).post('/organizations/mailings', { filter: filter(), ...text, confirmed_count: 0 })).status).toBe(403)
  })
})
