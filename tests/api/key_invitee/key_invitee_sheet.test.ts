// Key organizations as a sheet (GRP-05): a template, a dry run with errors by row and column, all rows or none.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { listed } from '../../support/key_invitee.ts'
import { uscc } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType, writeSheet, type Row } from '../../support/sheet.ts'

type Report = Schemas['ImportReport'] & Partial<Problem>

let server: Server
let cast: Cast
let shanghai: Client
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

const template = async (by: Client) => readSheet((await by.download('/key_invitee_template')).body)
async function send(path: string, rows: Row[], by = shanghai) {
  const headings = (await template(by)).rows[0]!
  return by.call<Report>('POST', path, writeSheet([headings, ...rows]), { 'content-type': sheetType })
}
const check = async (rows: Row[], by = shanghai) => (await send('/key_invitee_checks', rows, by)).body
const apply = async (rows: Row[], by = shanghai) => (await send('/key_invitee_imports', rows, by)).body
const [first, second, third] = [uscc(5101), uscc(5102), uscc(5103)]

test('the template offers the group’s subgroups and the levels; the bureau’s offers groups', async () => {
  const own = await template(shanghai)
  expect(own.rows).toEqual([['分团', '单位名称', '统一社会信用代码', '联系人', '手机', '电子邮箱', '级别', '推荐理由']])
  const choices = Object.values(own.choices)
  expect(choices[0]).toContain('上海交易团浦东新区分团')
  expect(choices[1]).toEqual(['重点', '重要', '一般'])
  const ofBureau = await template(bureau)
  expect(ofBureau.rows[0]![0]).toBe('交易团')
  expect(Object.values(ofBureau.choices)[0]).toContain('上海交易团')
})

test('a check says what would happen and changes nothing; the import does it', async () => {
  const rows: Row[] = [
    ['上海交易团浦东新区分团', '上海导入推荐一号', first, '王芳', '13611116666', 'wang@sheet.example', '重点', '进口额居前'],
    [null, 'Sheet Farms Ltd', null, null, null, 'farm@sheet.example', 'Important', null],
  ]
  expect(await check(rows)).toMatchObject({ rows: 2, added: 2, error_count: 0 })
  expect(await listed(shanghai, `uscc=${first}`)).toEqual([])
  expect(await apply(rows)).toMatchObject({ added: 2, error_count: 0 })
  expect(await listed(shanghai, `uscc=${first}`)).toMatchObject([{ name: '上海导入推荐一号', subgroup_id: 'G09-02', level: 'key', source: 'group', contact_mobile_masked: '136****6666' }])
  expect(await listed(shanghai, 'name=sheet')).toMatchObject([{ uscc: null, level: 'important' }])
})

test('mistakes are told by row and column, and nothing is imported', async () => {
  const report = await apply([
    ['没有的分团', '上', second, '', '123', 'nobody', '很高', 'x'.repeat(501)],
    [null, '上海导入推荐二号', second, 'x'.repeat(61), null, null, '重点', ''],
    [null, '上海导入推荐二号', '91310115', null, null, null, '重点', ''],
    [null, '上海导入推荐一号', first, null, null, null, '重点', ''],
    [null, '上海导入推荐三号', third, null, null, null, '重点', ''],
    [null, '上海导入推荐三号', third, null, null, null, '重点', ''],
  ])
  expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, '分团', 'key_invitee.sheet_group'],
    [2, '单位名称', 'field.too_short'],
    [2, '手机', 'field.mobile'],
    [2, '电子邮箱', 'field.email'],
    [2, '级别', 'field.choice'],
    [2, '推荐理由', 'field.too_long'],
    [3, '联系人', 'field.too_long'],
    [4, '统一社会信用代码', 'organization.uscc_malformed'],
    [5, '统一社会信用代码', 'key_invitee.taken'],
    [7, '统一社会信用代码', 'key_invitee.taken'],
  ])
  expect(await listed(shanghai, `uscc=${third}`)).toEqual([])
})

test('the bureau’s sheet says to which group', async () => {
  expect((await apply([[null, '上海导入推荐四号', third, null, null, null, '一般', '']], bureau)).errors).toMatchObject([{ row: 2, column: '交易团' }])
  expect(await apply([['上海交易团', '上海导入推荐四号', third, null, null, null, '一般', ''], ['北京交易团', '北京导入推荐', third, null, null, null, '一般', '']], bureau)).toMatchObject({ added: 2, error_count: 0 })
  expect(await listed(shanghai, `uscc=${third}`)).toMatchObject([{ source: 'bureau' }])
  expect(await listed(bureau, `uscc=${third}`)).toHaveLength(2)
})

test('what is no sheet, is too long, or comes from others, is refused', async () => {
  expect((await shanghai.call<Report>('POST', '/key_invitee_checks', new Uint8Array([1, 2, 3]), { 'content-type': sheetType })).status).toBe(422)
  const many = Array.from({ length: 1001 }, (): Row => [null, '上海', null, null, null, null, '重点', ''])
  expect((await send('/key_invitee_checks', many)).body.errors).toMatchObject([{ field: 'file', code: 'key_invitee.sheet_too_many' }])
  expect((await send('/key_invitee_imports', [[null, '海淀试推荐', first, null, null, null, '重点', '']], await cast.as('haidian'))).status).toBe(403)
})
