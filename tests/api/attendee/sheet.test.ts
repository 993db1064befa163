// Many people at once from a sheet, and lists of people as sheets (ATT-06).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { add, added, approvedTeam, completeForm, residentId, type Team } from '../../support/attendee.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { rowsOfExport } from '../../support/export.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType, writeSheet, type Row } from '../../support/sheet.ts'

let server: Server
let cast: Cast
let team: Team
let client: Client
let headings: Row
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  team = await approvedTeam(cast)
  client = team.client
  headings = (await template()).rows[0]!
})
afterAll(() => server.stop())

type Report = Schemas['ImportReport'] & Partial<Problem>
const template = async (by = client) => readSheet((await by.download('/my/attendee_template')).body)
const send = (path: string, rows: Row[], by = client) => by.call<Report>('POST', path, writeSheet([headings, ...rows]), { 'content-type': sheetType })
const check = (...rows: Row[]) => send('/my/attendee_import_checks', rows)
const apply = (...rows: Row[]) => send('/my/attendee_imports', rows)

/** A right row, by the headings. */
const person = (wish: Record<string, string> = {}): Row => {
  const cells: Record<string, string> = {
    '姓名（中文）': '赵一诺', 地区类型: '中国大陆', 证件类型: '居民身份证', 证件号码: residentId(), 手机号: '13612345678', 职务: '采购经理', 职务类别: 'purchasing', 领取方式: '现场领取',
    ...wish,
  }
  return headings.map((heading) => cells[String(heading)] ?? '')
}
const mistyped = (document: string) => document.slice(0, 17) + (document.endsWith('1') ? '2' : '1')
const entryWords = async () => (await client.get<Schemas['ListOf_EntryOptionView']>('/editions/8/entry_options')).body.items[0]!.name_zh

describe('an import of what people and Excel make of cells', () => {
  test('knows people whose names begin like the example, and days in every spelling', async () => {
    const entry = await entryWords()
    const days: Record<string, string> = { '1980/8/12': 'C01X00T51', '1980年8月12日': 'C01X00T52', '29445': 'C01X00T53', '12-Aug-80': 'C01X00T54' }
    const rows = Object.entries(days).map(([day, document]) =>
      person({ '姓名（中文）': '', '姓名（英文或护照）': 'Example Mwangi', 地区类型: 'foreign', 证件类型: '护照', 证件号码: document, 出生日期: day, 性别: '男', 国籍: 'KE', 入场日期: entry }))
    const report = (await check(person({ '姓名（中文）': '示例君', 入场日期: entry }), ...rows)).body
    expect(report.rows).toBe(5)
    expect(report.errors.filter(({ column }) => column === '出生日期')).toEqual([])
  })

  test('takes full width as it is meant, and says by row and column what a cell cannot hold', async () => {
    const entry = await entryWords()
    const wide = person({ 手机号: '１３６１２３４５６７８', 地区类型: '\u200B中国大陆\u3000', 入场日期: entry })
    expect((await check(wide)).body).toMatchObject({ rows: 1, error_count: 0 })
    const odd = await check(person({ '姓名（中文）': '张\n三', 职务: '\u202E采购', 入场日期: entry }))
    expect(odd.body.errors.map(({ row, column, code }) => [row, column, code])).toEqual([[2, '姓名（中文）', 'field.control'], [2, '职务', 'field.direction']])
  })

  test('names the sheet that it read when a column is missing', async () => {
    const answer = await client.call<Report>('POST', '/my/attendee_import_checks', writeSheet([['别的']]), { 'content-type': sheetType })
    expect(answer.body.errors[0]!.message).toContain('“Sheet”')
  })
})

describe('an import', () => {
  let entry: string
  beforeAll(async () => void (entry = await entryWords()))
  const right = (wish: Record<string, string> = {}) => person({ 入场日期: entry, ...wish })

  test('begins with a template in the language of who asks, whose example is passed over', async () => {
    const { rows, choices } = await template()
    expect(choices['F2:F1002']).toEqual(['女', '男'])
    expect(choices['H2:H1002']!.length).toBeGreaterThan(200)
    expect(choices['O2:O1002']).toEqual(['现场领取', '快递'])
    expect(rows[0]).toEqual(['姓名（中文）', '姓名（英文或护照）', '地区类型', '证件类型', '证件号码', '性别', '出生日期', '国籍', '手机号', '邮箱', '部门', '职务', '职务类别', '入场日期', '领取方式'])
    expect(rows[1]![0]).toBe('示例：王小明')
    expect((await check(rows[1]!)).body).toMatchObject({ rows: 0, added: 0, error_count: 0 })
    const anna = await cast.as('anna')
    anna.language = 'en'
    const english = await template(anna)
    expect(english.rows[0]!.slice(0, 3)).toEqual(['Name (Chinese)', 'Name (English or as in passport)', 'Region'])
    expect(english.rows[1]![1]).toBe('Example: Anna Berg')
  })

  test('is checked without a change, then adds drafts that lack nothing but their photos', async () => {
    const rows = [right(), right({ 性别: '', '姓名（中文）': '钱二' })]
    expect((await check(...rows)).body).toMatchObject({ rows: 2, added: 2, error_count: 0 })
    const before = (await client.get('/my/attendees')).body.total
    expect((await apply(...rows)).body).toMatchObject({ rows: 2, added: 2, error_count: 0 })
    const list = (await client.get('/my/attendees?source=sheet')).body
    expect(list.total).toBe(before + 2)
    expect(list.items[0]).toMatchObject({ state: 'draft', source: 'sheet', has_photo: false, name_zh: '钱二', document_type: 'resident_id' })
    const opened = (await client.post<Schemas['AttendeeFormView']>(`/my/attendees/${list.items[0].id}/openings`)).body
    expect(opened.problems.map(({ field }) => field)).toEqual(['photo_id'])
  })

  test('says every error by row and column, and then adds nobody', async () => {
    const twice = residentId()
    const elsewhere = (await approvedTeam(cast)).client
    const taken = residentId()
    expect((await add(elsewhere, await completeForm(elsewhere, { document_number: taken }))).status).toBe(200)
    const rows = [
      right({ 证件号码: mistyped(residentId()), 职务: '' }),
      right({ 职务类别: '国王', 出生日期: '昨天', 证件号码: twice }),
      right({ 证件号码: twice }),
      right({ 证件号码: taken }),
      right({ 领取方式: '快递' }),
      right(),
    ]
    const { body } = await check(...rows)
    expect(body).toMatchObject({ rows: 6, added: 0 })
    expect(body.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '证件号码', 'attendee.document_malformed'],
      [2, '职务', 'field.required'],
      [3, '出生日期', 'attendee.sheet_date_wrong'],
      [3, '职务类别', 'field.choice'],
      [4, '证件号码', 'attendee.sheet_document_repeated'],
      [5, '证件号码', 'attendee.elsewhere'],
      [6, '领取方式', 'attendee.sheet_no_courier_address'],
    ])
    // ATT-03: not a word about whose the other one is.
    expect(JSON.stringify(body)).not.toContain('测试')
    const before = (await client.get('/my/attendees')).body.total
    expect((await apply(...rows)).body.error_count).toBe(7)
    expect((await client.get('/my/attendees')).body.total).toBe(before)
    client.language = 'en'
    expect((await check(rows[1]!)).body.errors[0]).toMatchObject({ column: 'Date of birth', message: 'Please use the date format 1990-10-20' })
    client.language = 'zh-CN'
  })

  test('of a thousand people takes a moment; of more, of none and of another file is refused', async () => {
    const thousand = Array.from({ length: 1000 }, () => right())
    const started = Date.now()
    expect((await apply(...thousand)).body).toMatchObject({ rows: 1000, added: 1000, error_count: 0 })
    expect(Date.now() - started).toBeLessThan(30_000)
    expect((await check(...thousand, right())).body.errors).toMatchObject([{ field: 'file', code: 'attendee.sheet_too_many' }])
    expect((await client.call<Report>('POST', '/my/attendee_imports', 'no sheet', { 'content-type': sheetType })).body.errors).toMatchObject([{ field: 'file' }])
    expect((await (await cast.as('shanghai')).get('/my/attendee_template')).status).toBe(404)
  })

  test('twice at once adds everybody once', async () => {
    const rows = [right(), right()]
    const answers = await Promise.all([apply(...rows), apply(...rows)])
    const done = answers.filter(({ body }) => body.added === 2)
    expect(done).toHaveLength(1)
    for (const row of rows) expect((await client.get(`/my/attendees?document=${row[4]}`)).body.total).toBe(1)
  })
})

describe('an export', () => {
  const filter = (wish: object = {}) => ({ state: [], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], id: [], ...wish })
  async function exported(by: Client, path: string, body: object): Promise<Row[]> {
    return rowsOfExport(by, await by.post<Schemas['SheetExportView'] & Problem>(path, body))
  }
  const column = (rows: Row[], name: string) => rows.slice(1).map((row) => row[rows[0]!.indexOf(name)])

  test('of one’s own people holds what the filters show, masked', async () => {
    const document = residentId()
    expect((await add(client, await completeForm(client, { name_zh: '孙三', document_number: document }))).status).toBe(200)
    const rows = await exported(client, '/my/attendees/exports', filter({ name: '孙三' }))
    expect(column(rows, '姓名（中文）')).toEqual(['孙三'])
    expect(String(column(rows, '证件号码')[0])).toContain('*')
    expect(column(rows, '出生日期')).toEqual([null])
    expect((await (await cast.as('exhibitor')).post('/my/attendees/exports', filter())).status).toBe(404)
  })

  test('of the people whom a list shows is in the clear only for those who may, and on record', async () => {
    const bureau = await cast.as('bureau')
    const mine = filter({ organization_id: team.organization.id, name: '孙三' })
    const rows = await exported(bureau, '/attendees/exports', { filter: mine, has_personal_data: true })
    expect(column(rows, '手机号')).toEqual(['13612345678'])
    expect((await bureau.get('/admin/audit_entries?action=attendees_exported')).body.total).toBe(1)
    const shanghai = await cast.as('shanghai')
    expect((await shanghai.post('/attendees/exports', { filter: mine, has_personal_data: true })).status).toBe(403)
    expect(column(await exported(shanghai, '/attendees/exports', { filter: mine, has_personal_data: false }), '手机号')[0]).toContain('*')
    expect((await (await cast.as('shanghaiViewer')).post('/attendees/exports', { filter: mine, has_personal_data: false })).status).toBe(403)
  })

  test('of the people of organizations stays in the group of who asks', async () => {
    // One with more people than are read at once, and two whose people are read together.
    const small = [await approvedTeam(cast), await approvedTeam(cast)]
    for (const { client } of small) for (let i = 0; i < 2; i++) await added(client)
    const all = [team, ...small].map(({ organization }) => organization)
    const organizations = { state: [], industry: [], product: [], id: all.map(({ id }) => id) }
    const ask = async (player: 'shanghai' | 'beijing') => exported(await cast.as(player), '/organizations/attendee_exports', { filter: organizations, has_personal_data: false })
    const people = (await client.get('/my/attendees')).body.total
    expect(people).toBeGreaterThan(1000)
    const rows = await ask('shanghai')
    expect(column(rows, '单位编号')).toEqual([...Array(people).fill(all[0]!.number), ...[1, 1, 2, 2].map((n) => all[n]!.number)])
    expect(new Set(column(rows, '人员编号')).size).toBe(people + 4)
    expect(await ask('beijing')).toHaveLength(1)
  })
})
