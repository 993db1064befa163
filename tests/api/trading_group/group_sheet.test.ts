// Groups and subgroups as a sheet: downloaded, changed, checked, given back, all rows or none (GRP-01).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType, writeSheet, type Row } from '../../support/sheet.ts'

type Report = Schemas['ImportReport'] & Partial<Problem>
type Group = Schemas['TradingGroupRow']

let server: Server
let cast: Cast
let bureau: Client
let headings: Row
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  headings = (await sheet()).at(0)!
})
afterAll(() => server.stop())

const sheet = async (by = bureau) => readSheet((await by.download('/admin/trading_group_sheet')).body).rows
const send = (path: string, rows: Row[], by = bureau, heads = headings) => by.call<Report>('POST', path, writeSheet([heads, ...rows]), { 'content-type': sheetType })
const check = async (...rows: Row[]) => (await send('/admin/trading_group_checks', rows)).body
const apply = async (...rows: Row[]) => (await send('/admin/trading_group_imports', rows)).body
const groups = async (query = '') => (await bureau.get<{ items: Group[] }>(`/admin/trading_groups?page_size=200&${query}`)).body.items
const rowOf = async (code: string) => (await sheet()).find(([first]) => first === code)!
const messages = async () => (await bureau.get<{ items: { target_masked: string }[] }>('/admin/messages?page_size=100')).body.items.length
const faults = ({ errors }: Report) => errors.map(({ row, column, code }) => [row, column, code])

test('the sheet holds every group with its subgroups below it; given back as it is, it changes nothing', async () => {
  expect(headings).toEqual(['编码', '级别', '所属交易团', '类别', '名称（中文）', '名称（英文）', '账号', '手机号', '电子邮箱', '状态'])
  const [, ...rows] = await sheet()
  expect(rows).toHaveLength((await groups()).length)
  rows.forEach(([code, kind, parent], at) => {
    if (kind === '交易分团') expect(rows.slice(0, at).findLast(([, level]) => level === '交易团')![0]).toBe(parent)
    else expect([kind, parent ?? '']).toEqual(['交易团', ''])
    expect(code).not.toBe('')
  })
  expect(await apply(...rows)).toMatchObject({ rows: rows.length, added: 0, changed: 0, unchanged: rows.length, error_count: 0 })
})

const region: Row = ['T1', '交易团', '', '行业', '测试行业交易团', 'Test Industry Group', 'ceshihangye', '13700005551', 'lead@example.com', '启用']
const below: Row = ['', '交易分团', 'T1', '', '测试行业一分团', 'Test Subgroup One', 'ceshihangye1', '13700005552', '', '']

test('a check says what would happen and changes nothing; the import adds groups with accounts and links', async () => {
  const before = [await groups(), await messages()]
  // A subgroup may stand above its group, and name it by code or name.
  expect(await check(below, region)).toMatchObject({ rows: 2, added: 2, changed: 0, error_count: 0 })
  expect([await groups(), await messages()]).toEqual(before)
  expect(await apply(below, region)).toMatchObject({ added: 2, error_count: 0 })
  const [group] = await groups('q=ceshihangye&kind=group')
  const [subgroup] = await groups(`parent_id=${group!.id}`)
  expect(group).toMatchObject({ code: 'T1', family: 'industry', login_name: 'ceshihangye', state: 'active' })
  expect(subgroup).toMatchObject({ name_zh: '测试行业一分团', family: 'industry', login_name: 'ceshihangye1', parent_name_zh: '测试行业交易团' })
  expect(group!.invitation_code).toMatch(/^100\d{8}$/)
  expect(await messages()).toBeGreaterThan(before[1] as number)
})

test('names and states of those that are there are changed by their code; who is left out stays', async () => {
  const row = [...(await rowOf('T1'))]
  const others = async () => (await groups()).filter((group) => group.code !== 'T1' && group.login_name !== 'ceshihangye1')
  const before = await others()
  row[4] = '测试行业交易团（新）'
  row[9] = '停用'
  expect(await check(row)).toMatchObject({ added: 0, changed: 1, unchanged: 0, error_count: 0 })
  expect(await apply(row)).toMatchObject({ changed: 1, error_count: 0 })
  expect((await groups()).find(({ code }) => code === 'T1')).toMatchObject({ name_zh: '测试行业交易团（新）', state: 'disabled' })
  expect(await others()).toEqual(before)
})

test('every mistake is told by row and column, and nothing is imported', async () => {
  const before = await groups()
  const known = await rowOf('T1')
  const report = await apply(
    ['T2', '交易团', '', '行业', '一团', 'One', 'ceshiyituan', '13700005553', '', ''],
    ['编码', '大团', '', '行业', '', 'Two', 'ab', '123', 'nobody', '关闭'],
    ['T2', '交易分团', '', '', '三团', 'Three', 'ceshisantuan', '13700005554', '', ''],
    ['T4', '交易团', '北京交易团', '', '四团', '', '', '', '', ''],
    ['T5', '交易分团', '没有的团', '', '五团', 'Five', 'ceshiwutuan', '13700005555', '', ''],
    ['T6', '交易分团', 'T1', '省级地方', '六团', 'Six', 'ceshiliutuan', '13700005556', '', ''],
    ['T7', '交易团', '', '行业', '七团', 'Seven', '', '', '', ''],
    ['T8', '交易团', '', '行业', '八团', 'Eight', 'shanghaijiaoyituan', '13700005557', '', ''],
    known.map((cell, at) => (at === 6 ? 'andere' : at === 3 ? '省级地方' : cell)),
    // Its group is refused above, which says all there is to say.
    ['T9', '交易分团', 'T7', '', '九团', 'Nine', 'ceshijiutuan', '13700005559', '', ''],
  )
  expect(faults(report)).toEqual([
    [3, '编码', 'trading_group.code_malformed'],
    [3, '级别', 'field.choice'],
    [3, '名称（中文）', 'field.required'],
    [3, '账号', 'field.too_short'],
    [3, '手机号', 'field.mobile'],
    [3, '电子邮箱', 'field.email'],
    [3, '状态', 'field.choice'],
    [4, '编码', 'trading_group.code_repeated'],
    [4, '所属交易团', 'field.required'],
    [5, '所属交易团', 'trading_group.parent_not_asked'],
    [5, '类别', 'field.required'],
    [5, '名称（英文）', 'field.required'],
    [6, '所属交易团', 'trading_group.parent_unknown'],
    [7, '类别', 'trading_group.family_of_parent'],
    [8, '账号', 'field.required'],
    [8, '手机号', 'field.required'],
    [9, '账号', 'account.login_name_taken'],
    [10, '类别', 'trading_group.place_fixed'],
    [10, '账号', 'trading_group.login_fixed'],
  ])
  expect(await groups()).toEqual(before)
})

test('what hangs on a group keeps its place, its username and its contact', async () => {
  const known = await rowOf('T1')
  const subgroup = (await sheet()).find((row) => row[4] === '测试行业一分团')!
  const faultsOf = async (row: Row, changes: Record<number, string>) => faults(await check(row.map((cell, at) => changes[at] ?? cell)))
  expect(await faultsOf(subgroup, { 2: '北京交易团', 3: '省级地方' })).toEqual([[2, '所属交易团', 'trading_group.place_fixed'], [2, '类别', 'trading_group.place_fixed']])
  expect(await faultsOf(known, { 6: 'andere' })).toEqual([[2, '账号', 'trading_group.login_fixed']])
  expect(await faultsOf(known, { 7: '13700009999' })).toEqual([[2, '手机号', 'trading_group.contact_fixed']])
  expect(await faultsOf(subgroup, { 2: subgroup[0] as string })).toEqual([[2, '所属交易团', 'trading_group.too_deep']])
  expect(await faultsOf(known, { 1: '交易分团', 2: 'T1', 3: '' })).toEqual([[2, '级别', 'trading_group.place_fixed']])
})

test('an English sheet is read as well, and nobody else imports one', async () => {
  const english = ['Code', 'Level', 'Parent group', 'Type', 'Name (Chinese)', 'Name (English)', 'Username', 'Mobile', 'E-mail', 'Status']
  const row: Row = ['', 'Subgroup', 'Test Industry Group', '', '测试行业二分团', 'Test Subgroup Two', 'ceshihangye2', '13700005558', '', 'Active']
  expect((await send('/admin/trading_group_imports', [row], bureau, english)).body).toMatchObject({ added: 1, error_count: 0 })
  for (const other of ['reviewer', 'shanghai'] as const) expect((await send('/admin/trading_group_imports', [row], await cast.as(other))).status).toBe(403)
})
