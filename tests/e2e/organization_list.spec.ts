// 团内直属单位 and 分团下属单位: found by filters, taken along, written to, moved (ORG-09, GRP-03, GRP-04).
import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readSheet } from '../support/sheet.ts'
import { enter, setStage, settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'
import { pick } from './support/choices.ts'

const stage = setStage()

async function openList(page: Page, query = ''): Promise<void> {
  await enter(page.context(), stage.cast, 'shanghai')
  await page.goto(`/group/organizations/direct${query}`)
  await settled(page)
}

const numbers = (page: Page) => page.getByRole('row').getByRole('cell', { name: /^[DF]8\d{6}$/ }).allInnerTexts()

test('filters narrow the list, stand as chips, and are found again under a name', async ({ page }) => {
  await openList(page)
  await page.getByRole('button', { name: '审核状态' }).click()
  await page.getByRole('checkbox', { name: '待审核' }).check()
  await page.getByRole('button', { name: /更多筛选/ }).click()
  const panel = page.getByRole('dialog', { name: '全部筛选' })
  await pick(panel.getByRole('combobox', { name: '单位类型' }), { label: '企业' })
  await panel.getByRole('button', { name: '查询' }).click()
  await expect(panel).toHaveCount(0)
  await expect(page).toHaveURL(/state=awaiting_review.*category=enterprise|category=enterprise.*state=awaiting_review/)
  await settled(page)
  const states = await page.getByRole('row').locator('.badge').allInnerTexts()
  expect(states.length).toBeGreaterThan(3)
  expect(new Set(states)).toEqual(new Set(['待审核']))

  const views = page.getByRole('group', { name: '常用筛选' })
  await views.getByRole('button', { name: '保存当前筛选' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: '名称' }).fill('待审企业')
  await page.keyboard.press('Enter')
  await expect(views.getByRole('button', { name: '待审企业' })).toBeVisible()
  await page.goto('/group/organizations/direct')
  await views.getByRole('button', { name: '待审企业' }).click()
  const chips = page.getByRole('list', { name: '已选条件' })
  await expect(chips).toContainText('审核状态 待审核')
  await page.getByRole('button', { name: '移除条件 单位类型：企业' }).click()
  await expect(chips).not.toContainText('单位类型')
})

test('a group sees its own and its subgroups’ organizations apart; a subgroup has only its own', async ({ page }) => {
  await openList(page)
  await expect(page.locator('tbody')).not.toContainText('分团')
  await page.getByRole('link', { name: '分团下属单位', exact: true }).click()
  await settled(page)
  await expect(page.locator('tbody')).toContainText('浦东新区分团')
  await page.getByRole('button', { name: /更多筛选/ }).click()
  await page.getByRole('textbox', { name: '所在交易分团' }).fill('静安')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').nth(1)).toContainText('静安区分团')

  await enter(page.context(), stage.cast, 'haidian')
  await page.goto('/group/organizations/direct')
  await settled(page)
  await expect(page.getByRole('link', { name: '分团下属单位', exact: true })).toHaveCount(0)
  await expect(page.getByRole('row').nth(1)).toContainText('海淀')
})

test('what is selected stays selected on the next page, is exported, and says so', async ({ page }) => {
  await openList(page)
  const [first] = await numbers(page)
  await page.getByRole('checkbox', { name: /^选择 / }).first().check()
  await page.getByRole('button', { name: '下一页' }).click()
  await expect(page).toHaveURL(/page=2/)
  await settled(page)
  const [second] = await numbers(page)
  await page.getByRole('checkbox', { name: /^选择 / }).first().check()
  await expect(page.getByRole('status').filter({ hasText: '已选 2 项' })).toBeVisible()

  await page.getByRole('button', { name: '导出单位信息' }).click()
  await page.getByRole('checkbox', { name: '包含完整的手机号与邮箱' }).check()
  await page.getByRole('button', { name: '开始导出' }).click()
  const dialog = page.getByRole('dialog', { name: /导出/ })
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('link', { name: '下载' }).click()
  const { rows } = readSheet(readFileSync(await (await downloading).path()))
  expect(rows.slice(1).map(([number]) => number).toSorted()).toEqual([first, second].toSorted())
  expect(rows.flat().join()).not.toContain('****')
  await page.keyboard.press('Escape')
  await page.goto('/group/organizations/direct?is_exported=true')
  await settled(page)
  expect((await numbers(page)).toSorted()).toEqual([first, second].toSorted())
  await expect(page.getByRole('row').nth(1)).toContainText('已导出 2025年10月10日')
})

test('a mail to all filtered rows is previewed before it is sent', async ({ page }) => {
  await openList(page, '?awaits_me=true')
  await page.getByRole('main').getByRole('button', { name: '群发邮件' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '从模板开始' }).selectOption({ label: '截止提醒' })
  await dialog.getByRole('button', { name: '预览' }).click()
  await expect(dialog.getByRole('status')).toContainText('上海交易团')
  await dialog.getByRole('button', { name: /确认发送给/ }).click()
  await expect(dialog).toBeHidden()
})

test('a group gives organizations to its subgroup, and each row says what became of it', async ({ page }) => {
  await openList(page, '?state=rejected&state=approved')
  const boxes = page.getByRole('checkbox', { name: /^选择 / })
  const approved = page.getByRole('row').filter({ hasText: '审核通过' }).first()
  const [number] = await approved.getByRole('cell', { name: /^[DF]8\d{6}$/ }).allInnerTexts()
  await approved.getByRole('checkbox').check()
  await page.getByRole('button', { name: '指定到交易团/分团' }).click()
  const dialog = page.getByRole('dialog')
  await pick(dialog.getByRole('combobox'), { label: '上海交易团浦东新区分团' })
  await dialog.getByRole('button', { name: '指定到交易团/分团' }).click()
  await expect(dialog.getByRole('row').filter({ hasText: number })).toContainText('已完成')
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await settled(page)
  expect(await numbers(page)).not.toContain(number)

  await boxes.first().check()
  await page.getByRole('button', { name: '指定到交易团/分团' }).click()
  await pick(page.getByRole('dialog').getByRole('combobox'), { label: '上海交易团' })
  await page.getByRole('dialog').getByRole('button', { name: '指定到交易团/分团' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('共 1 项，已完成 0 项')
})

test('a group corrects an organization; what is wrong is told at its field', async ({ page }) => {
  await openList(page, '?q=上海瑞丰食品进出口有限公司')
  await pressInRow(page.getByRole('row'), '编辑')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '网址' }).fill('nonsense')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('textbox', { name: '网址' })).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog.getByRole('textbox', { name: '手机号' })).toHaveCount(0)
  await dialog.getByRole('textbox', { name: '网址' }).fill('https://ruifeng.example')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await pressInRow(page.getByRole('row'), '查看')
  await expect(page.getByRole('dialog')).toContainText('https://ruifeng.example')
})
