// What people do with a list besides reading it: keep its filters, take it along, write to its rows (ORG-09, GRP-04).
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { added, approvedTeam } from '../support/attendee.ts'
import { readSheet } from '../support/sheet.ts'
import { enter, setStage } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()

test('filters are saved under a name and found again, by keyboard alone', async ({ page }) => {
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/trading_groups?family=planned_city&kind=group')
  const views = page.getByRole('group', { name: '常用筛选' })
  await views.getByRole('button', { name: '保存当前筛选' }).press('Enter')
  await page.getByRole('dialog').getByRole('textbox', { name: '名称' }).fill('计划单列市')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto('/bureau/trading_groups')
  await views.getByRole('button', { name: '计划单列市' }).press('Enter')
  await expect(page).toHaveURL(/family=planned_city&kind=group/)
  await expect(page.getByRole('list', { name: '已选条件' })).toContainText('计划单列市')

  await views.getByRole('button', { name: '管理常用筛选' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除 计划单列市' }).click()
  await page.getByRole('dialog', { name: '删除' }).getByRole('button', { name: '删除' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(views.getByRole('button', { name: '计划单列市' })).toHaveCount(0)
})

test('a document number is looked for without standing in an address, here or on the wire; back and reload keep it', async ({ page }) => {
  const team = await approvedTeam(stage.cast)
  const person = await added(team.client)
  const { document_number } = (await team.client.post(`/my/attendees/${person.id}/openings`)).body.form
  await enter(page.context(), stage.cast, 'bureau')
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await page.goto('/bureau/attendees')
  await page.getByRole('textbox', { name: '证件号码' }).fill(document_number)
  await page.getByRole('button', { name: '查询' }).click()
  const pages = page.getByRole('navigation', { name: '分页' })
  await expect(pages).toContainText('共 1 条记录')
  await expect(page.getByRole('list', { name: '已选条件' })).toContainText(document_number)
  await expect(page.getByRole('row').nth(1)).toContainText(person.number)
  await page.reload()
  await expect(pages).toContainText('共 1 条记录')
  await page.getByRole('button', { name: '重置' }).click()
  await expect(pages).not.toContainText('共 1 条记录')
  await page.goBack()
  await expect(pages).toContainText('共 1 条记录')
  expect([...addresses, page.url()].filter((address) => address.includes(document_number))).toEqual([])
  expect(addresses.some((address) => address.includes('/api/v1/attendees?'))).toBe(true)
})

test('an export shows its progress, and its file waits among my exports', async ({ page }) => {
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/trading_groups?family=planned_city')
  await page.getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: /导出/ })
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('link', { name: '下载' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('交易团名单 20251010.xlsx')
  const { rows } = readSheet(readFileSync(await download.path()))
  expect(rows.slice(1).map((row) => row[4])).toEqual(rows.slice(1).map(() => '计划单列市'))
  await dialog.getByRole('link', { name: '我的导出' }).click()
  const row = page.getByRole('row').filter({ hasText: '交易团名单' })
  await expect(row).toContainText('已完成')
  await pressInRow(row, '删除')
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(row).toHaveCount(0)
})

test('a mail to the filtered rows is previewed, sent, and each recipient’s state is shown', async ({ page }) => {
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/trading_groups?family=planned_city&kind=group')
  await page.getByRole('checkbox', { name: '选择本页全部' }).check()
  await page.getByRole('button', { name: '群发邮件' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '从模板开始' }).selectOption({ label: '截止提醒' })
  await dialog.getByRole('button', { name: '预览' }).click()
  await expect(dialog.getByRole('status')).toContainText('本邮件由中国国际进口博览局发送。')
  await dialog.getByRole('button', { name: /确认发送给/ }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('navigation', { name: '主菜单' }).getByText('群发邮件', { exact: true }).click()
  await pressInRow(page.getByRole('row').filter({ hasText: '提醒：注册即将截止' }), /查看/)
  await expect(page.getByRole('list', { name: '发送情况' })).toContainText('已发送')
  await expect(page.getByRole('table')).toContainText('@groups.example')
})
