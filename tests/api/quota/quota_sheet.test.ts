// Quotas as a sheet: downloaded, changed, checked, given back, all rows or none (QTA-01).
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Problem, Schemas } from '../../support/client.ts'
import { registerAndSubmit, uscc } from '../../support/organization.ts'
import { Server } from '../../support/server.ts'
import { readSheet, sheetType, writeSheet, type Row } from '../../support/sheet.ts'

type Report = Schemas['ImportReport'] & Partial<Problem>
type Quota = Schemas['OrganizationQuotaRow']

let server: Server
let cast: Cast
let shanghai: Client
let headings: Row
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
  headings = (await sheet()).at(0)!
})
afterAll(() => server.stop())
afterEach(() => expect(server.command('verify').stdout).toMatch(/^sound/))

const sheet = async (by = shanghai) => readSheet((await by.download('/organization_quota_sheet')).body).rows
const send = (path: string, rows: Row[], by = shanghai) => by.call<Report>('POST', path, writeSheet([headings, ...rows]), { 'content-type': sheetType })
const check = async (...rows: Row[]) => (await send('/organization_quota_checks', rows)).body
const apply = async (...rows: Row[]) => (await send('/organization_quota_imports', rows)).body
const quotas = async () => (await shanghai.get<{ items: Quota[] }>('/organization_quotas?page_size=200')).body.items
const free = async () => {
  const { vip, staff } = (await shanghai.get<Schemas['QuotaFigures']>('/my/quota_figures')).body
  return { vip: vip.total - vip.assigned, staff: staff.total - staff.assigned }
}
const [first, second] = [uscc(7101, '11'), uscc(7102, '11')]

test('a check says what would happen and changes nothing; the import does it', async () => {
  const before = await quotas()
  const rows: Row[] = [[first, '上海导入测试一局', 2, 1], [second, '上海导入测试二局', '0', 3]]
  expect(await check(...rows)).toMatchObject({ rows: 2, added: 2, changed: 0, error_count: 0 })
  expect(await quotas()).toEqual(before)
  expect(await apply(...rows)).toMatchObject({ added: 2, error_count: 0 })
  expect((await quotas()).find(({ uscc }) => uscc === first)).toMatchObject({ name: '上海导入测试一局', vip: 2, staff: 1 })
  expect((await sheet()).slice(1)).toEqual(expect.arrayContaining(rows.map(([code, name, vip, staff]) => [code, name, Number(vip), Number(staff)])))
})

test('what a row needs another one may give back, wherever it stands', async () => {
  const { vip } = await free()
  expect(await apply([first, '上海导入测试一局', vip + 2, 1])).toMatchObject({ changed: 1, error_count: 0 })
  expect(await free()).toMatchObject({ vip: 0 })
  const swap: Row[] = [[second, '上海导入测试二局', 1, 3], [first, '上海导入测试一局', vip + 1, 1]]
  expect(await check(...swap)).toMatchObject({ changed: 2, unchanged: 0, error_count: 0 })
  expect(await apply(...swap)).toMatchObject({ changed: 2, error_count: 0 })
  expect(await apply(...swap)).toMatchObject({ changed: 0, unchanged: 2, error_count: 0 })
  expect(await apply([first, '上海导入测试一局', 0, 0], [second, '上海导入测试二局', 0, 0])).toMatchObject({ changed: 2 })
})

test('mistakes are told by row and column, and nothing is imported', async () => {
  const before = await quotas()
  const most = (await free()).staff
  const report = await apply(
    ['12345', '上海错误代码局', 1, 1],
    [first, '上海导入测试一局', 0, most],
    [second, '上海导入测试二局', 0, 1],
    [second, '上海导入测试二局', 0, 0],
    [uscc(7103, '11'), '', '一', 0],
  )
  expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, '统一社会信用代码', 'organization.uscc_malformed'],
    [4, '工作人员标签名额', 'quota.exhausted'],
    [5, '统一社会信用代码', 'quota.sheet_twice'],
    [6, '单位名称', 'field.required'],
    [6, 'VIP标签名额', 'quota.sheet_number'],
  ])
  expect(await quotas()).toEqual(before)
  expect((await send('/organization_quota_imports', [], await cast.as('shanghaiViewer'))).status).toBe(403)
})

test('a registered organization is called as registered, whatever the sheet says, and may be left without a name (ORG-02)', async () => {
  const code = uscc(7110, '11')
  expect(await apply([code, '上海手填的名称', 0, 0])).toMatchObject({ added: 1, error_count: 0 })
  await registerAndSubmit(cast, { category: 'government', uscc: code, trading_group_id: 'G09', name_zh: '上海登记名称局' })
  expect((await sheet()).find(([first]) => first === code)).toEqual([code, '上海登记名称局', 0, 0])
  expect(await apply([code, '', 0, 0])).toMatchObject({ unchanged: 1, error_count: 0 })
  expect(await apply([code, '上海另一个名称', 0, 0])).toMatchObject({ changed: 0, unchanged: 1, error_count: 0 })
  expect((await apply([uscc(7111, '11'), '', 0, 0])).errors.map(({ column, code }) => [column, code])).toEqual([['单位名称', 'field.required']])
})
