// What figures say is seen at a glance: what waits, how registration goes, and tables that stay readable on a phone.
import { expect, test, type Page } from '@playwright/test'
import { violations, violationsInBothLanguages } from './support/axe.ts'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()
const phone = { width: 390, height: 844 }

const isWiderThanScreen = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

test('the bureau’s home shows what waits, and how registration goes', async ({ page, context }) => {
  await enter(context, stage.cast, 'bureau')
  await page.goto('/bureau')
  await settled(page)
  const tasks = page.locator('section').filter({ has: page.getByRole('heading', { name: '待办任务' }) })
  await expect(tasks.getByRole('listitem').first()).toBeVisible()
  await expect(tasks.getByRole('listitem').filter({ hasText: /^0/ })).toHaveCount(0)
  await expect(tasks.getByText(/另有 \d+ 类没有待办/)).toBeVisible()
  const progress = page.locator('section').filter({ has: page.getByRole('heading', { name: '注册进度' }) })
  await expect(progress.getByRole('listitem')).toHaveCount(4)
  await expect(progress.getByRole('listitem').first()).toContainText(/注册单位（家）\s*\d+\s*近 7 天\s*\+\d+\s*此前 7 天\s*\+\d+/)
  await expect(page.getByRole('list', { name: '注册人员最多的交易团' }).getByRole('listitem')).toHaveCount(5)
  expect(await violationsInBothLanguages(page, '/bureau')).toEqual([])
  await page.setViewportSize(phone)
  expect(await isWiderThanScreen(page)).toBe(false)
})

for (const path of ['/bureau/statistics', '/bureau/statistics/entries'])
  test(`${path} fits a phone: a legend, nothing sideways but the table, whose first column stays`, async ({ page, context }) => {
    await page.setViewportSize(phone)
    await enter(context, stage.cast, 'bureau')
    await page.goto(path)
    await settled(page)
    expect(await isWiderThanScreen(page)).toBe(false)
    if (path === '/bureau/statistics') await expect(page.getByText('锁定提交', { exact: true })).toBeVisible()
    const table = page.getByRole('region', { name: /情况表/ })
    const first = table.getByRole('row').nth(1).getByRole('cell').first()
    const left = (await first.boundingBox())!.x
    await table.evaluate((element) => (element.scrollLeft = 200))
    expect((await first.boundingBox())!.x).toBe(left)
    await expect(table.getByRole('columnheader').first()).toBeVisible()
    expect(await violations(page, path)).toEqual([])
  })
