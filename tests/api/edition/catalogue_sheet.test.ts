// EDN-05: catalogues leave and come back as xlsx.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType, writeSheet, type Row } from '../../support/sheet.ts'

type Report = Schemas['ImportReport']

let server: Server
let cast: Cast
let editor: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  editor = await cast.as('editor')
})
afterAll(() => server.stop())

const headings = ['编码', '上级编码', '名称（中文）', '名称（英文）', '排序', '启用']
const catalogue = (kind: string, edition = '8') => `/editions/${edition}/catalogues/${kind}`
const send = (client: Client, path: string, rows: Row[]) => client.post<Report>(path, writeSheet(rows), { 'content-type': sheetType })
const check = (kind: string, rows: Row[]) => send(editor, `${catalogue(kind)}/import_checks`, rows)
const apply = (kind: string, rows: Row[]) => send(editor, `${catalogue(kind)}/imports`, rows)
const itemsOf = async (kind: string, query = '') =>
  (await editor.get(`${catalogue(kind)}/items?include_inactive=true&page_size=200${query}`)).body.items as Schemas['CatalogueRow'][]
const newestAudit = async (action: string) => (await (await cast.as('bureau')).get(`/admin/audit_entries?action=${action}`)).body.items[0]

describe('the export', () => {
  test('is a file with every item, each below its parent, with codes as text, and says who made it', async () => {
    const answer = await editor.download(`${catalogue('industry')}/sheet`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(sheetType)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('行业类型 20251010.xlsx'))
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { rows, note } = readSheet(answer.body)
    expect(rows[0]).toEqual(headings)
    expect(rows).toHaveLength(118)
    expect(rows.slice(1, 3)).toEqual([
      ['A', null, '农、林、牧、渔业', expect.any(String), expect.any(Number), '是'],
      ['01', 'A', '农业', expect.any(String), expect.any(Number), '是'],
    ])
    expect(note).toMatch(/^导出人：内容组，导出时间：2025-10-10 \d\d:\d\d$/)
    expect((await newestAudit('catalogue_exported')).subject_id).toBe('8/industry')
  })

  test('speaks the caller’s language, and holds past editions too', async () => {
    const { language } = editor
    editor.language = 'en'
    const { rows } = readSheet((await editor.download(`${catalogue('country', '7')}/sheet`)).body)
    editor.language = language
    expect(rows[0]).toEqual(['Code', 'Parent code', 'Name (Chinese)', 'Name (English)', 'Position', 'Active'])
  })

  test('imported as it is changes nothing, not even 3,000 divisions', async () => {
    const bytes = (await editor.download(`${catalogue('division')}/sheet`)).body
    const report = (await editor.post<Report>(`${catalogue('division')}/imports`, bytes, { 'content-type': sheetType })).body
    expect(report.rows).toBeGreaterThan(3000)
    expect(report).toMatchObject({ added: 0, changed: 0, unchanged: report.rows, error_count: 0, errors: [] })
  })
})

describe('an import', () => {
  const rows: Row[] = [
    ['Name (English)', 'code', '名称（中文）', 'Parent code', 'Position', 'remark', 'Active'],
    ['Press', 'media', '新闻采访', null, 90, 'new', 'yes'],
    ['=1+1', '007', '公式', null, '91', null, '否'],
  ]

  test('checked first says what it would do and does nothing', async () => {
    const before = await itemsOf('visit_purpose')
    expect((await check('visit_purpose', rows)).body).toEqual({ rows: 2, added: 2, changed: 0, unchanged: 0, error_count: 1, errors: [expect.anything()] })
    expect(await itemsOf('visit_purpose')).toEqual(before)
  })

  test('adds and changes by code, leaves other items alone, and is done once', async () => {
    const good: Row[] = [rows[0]!, rows[1]!, ['Sum', '007', '合计', null, '91', null, '否']]
    const before = await itemsOf('visit_purpose')
    const key = { 'content-type': sheetType, 'idempotency-key': 'import-visit-purposes' }
    const file = writeSheet(good)
    const first = await editor.post<Report>(`${catalogue('visit_purpose')}/imports`, file, key)
    const again = await editor.post<Report>(`${catalogue('visit_purpose')}/imports`, file, key)
    expect(first.body).toEqual({ rows: 2, added: 2, changed: 0, unchanged: 0, error_count: 0, errors: [] })
    expect(again.headers.get('idempotent-replay')).toBe('true')
    const after = await itemsOf('visit_purpose')
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length)).toMatchObject([
      { code: 'media', name_zh: '新闻采访', name_en: 'Press', position: 90, active: true, version: 1 },
      { code: '007', name_zh: '合计', position: 91, active: false },
    ])

    const changed = await apply('visit_purpose', [rows[0]!, ['Media', 'media', '新闻采访', null, 90, null, 'yes'], good[2]!])
    expect(changed.body).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
    expect((await itemsOf('visit_purpose', '&q=media'))[0]).toMatchObject({ name_en: 'Media', version: 2 })
    const line = await newestAudit('catalogue_imported')
    expect([line.before.items.length, line.before.items[0].name_en, line.after.items[0].name_en]).toEqual([1, 'Press', 'Media'])
  })

  test('takes parents from the file itself, in any order, and moves items', async () => {
    const added = await apply('industry', [headings, ['Z1', 'Z', '测试大类', 'Division', 1, '是'], ['Z', null, '测试门类', 'Section', 99, '是']])
    expect(added.body).toMatchObject({ added: 2, error_count: 0 })
    const [section] = await itemsOf('industry', '&q=Section')
    expect((await itemsOf('industry', `&parent_id=${section!.id}`)).map(({ code }) => code)).toEqual(['Z1'])
    expect((await apply('industry', [headings, ['Z1', null, '测试大类', 'Division', 1, '是']])).body).toMatchObject({ changed: 1 })
    expect((await itemsOf('industry', '&q=Z1'))[0]!.parent_id).toBeNull()
  })

  test('with any error changes nothing and tells all of them by row and column, in the reader’s language', async () => {
    const before = await itemsOf('ownership')
    const wrong: Row[] = [
      headings,
      ['good', null, '好', 'good', 1, '是'],
      ['good', null, '好', 'good', 1, '是'],
      ['deep', 'good', '深', 'deep', 1, '是'],
      ['lost', 'nowhere', '丢', 'lost', 1, '是'],
      [null, null, null, 'x', 'first', 'perhaps'],
      ['long', null, '长'.repeat(121), 'x', 1.5, '是'],
    ]
    const report = (await apply('ownership', wrong)).body
    expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '编码', 'catalogue.code_repeated'],
      [4, '上级编码', 'catalogue.too_deep'],
      [5, '上级编码', 'catalogue.parent_unknown'],
      [6, '编码', 'field.required'],
      [6, '名称（中文）', 'field.required'],
      [6, '排序', 'catalogue.position_wrong'],
      [6, '启用', 'catalogue.active_wrong'],
      [7, '名称（中文）', 'field.too_long'],
      [7, '排序', 'catalogue.position_wrong'],
    ])
    expect(report.errors[0]!.message).toBe('编码与第 2 行重复')
    expect(report.error_count).toBe(9)
    expect(await itemsOf('ownership')).toEqual(before)

    editor.language = 'en'
    const english = (await check('ownership', [['Code', 'Name (English)']])).body
    editor.language = 'zh-CN'
    expect(english.errors.map(({ row, column }) => [row, column])).toEqual([[1, 'Parent code'], [1, 'Name (Chinese)'], [1, 'Position'], [1, 'Active']])
    expect(english.errors[0]!.message).toBe('This column is missing from the sheet “Sheet”')
  })

  test('takes xlsx only: other files, other types and too much are refused', async () => {
    const path = `${catalogue('ownership')}/import_checks`
    const text = await editor.post(path, 'code,name\n', { 'content-type': sheetType })
    expect(text.status).toBe(422)
    expect(text.body.errors).toMatchObject([{ field: 'file', code: 'sheet.not_a_sheet' }])
    expect((await editor.post(path, 'code,name\n', { 'content-type': 'text/csv' })).body.code).toBe('request.media_type')
    const cut = writeSheet([headings]).slice(0, 3000)
    expect((await editor.post(path, cut, { 'content-type': sheetType })).body.errors).toMatchObject([{ code: 'sheet.broken' }])
    expect((await editor.post(path, new Uint8Array(4_000_001), { 'content-type': sheetType })).status).toBe(413)
    expect((await check('picnic', [headings])).status).toBe(404)
  })

  test('never reaches a past edition, nor comes from somebody who may not edit catalogues', async () => {
    for (const action of ['import_checks', 'imports']) {
      expect((await send(editor, `${catalogue('country', '7')}/${action}`, [headings])).body).toMatchObject({ code: 'edition.read_only' })
      for (const player of ['reviewer', 'auditor', 'shanghai', 'acme'] as const)
        expect((await send(await cast.as(player), `${catalogue('country')}/${action}`, [headings])).status).toBe(403)
    }
    expect((await (await cast.as('auditor')).get(`${catalogue('country')}/sheet`)).status).toBe(403)
  })
})
