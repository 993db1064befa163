// Many people come from a sheet, and lists of people leave as one (ATT-06).
import { expect, test } from '@playwright/test'
import { approvedTeam, residentId } from '../support/attendee.ts'
import { checkSheet, openTemplate } from './support/attendee_sheet.ts'
import { violations } from './support/axe.ts'
import { browserOf, enter, setStage, settled } from './support/stage.ts'

const stage = setStage()

test('the template is filled in, a mistake is told, the people are imported and exported', async ({ browser }) => {
  const { client } = await approvedTeam(stage.cast)
  const page = await browserOf(browser, client)
  const dialog = page.getByRole('dialog')
  await page.goto('/visitor/attendees')
  const { headings, example, person } = await openTemplate(page)
  await checkSheet(page, [headings, example, person('周一帆', '110105194912310021')])
  await expect(dialog.getByRole('row').nth(1)).toContainText('证件号码')
  expect(await violations(page, 'import with errors')).toEqual([])

  await checkSheet(page, [headings, person('周一帆', residentId()), person('吴双', residentId())])
  await dialog.getByRole('button', { name: '导入 2 人' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已导入 2 人' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '吴双' })).toContainText('已保存')

  await page.getByRole('button', { name: '导出' }).click()
  await expect(dialog.getByRole('link', { name: '下载' })).toBeVisible({ timeout: 20_000 })
  await page.context().close()
})

test('the bureau exports people as the filters show them, a group those of its organizations', async ({ page, browser }) => {
  await enter(page.context(), stage.cast, 'reviewer')
  await page.goto('/bureau/attendees?state=approved')
  await settled(page)
  await page.getByRole('button', { name: '导出人员信息' }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox')).toBeVisible()
  expect(await violations(page, 'export of people')).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '开始导出' }).click()
  await expect(page.getByRole('dialog').getByRole('link', { name: '下载' })).toBeVisible({ timeout: 20_000 })

  const group = await (await browser.newContext()).newPage()
  await enter(group.context(), stage.cast, 'shanghai')
  await group.goto('/group/organizations/direct?state=approved')
  await settled(group)
  await group.getByRole('button', { name: '导出单位人员信息' }).click()
  await expect(group.getByRole('dialog').getByRole('checkbox')).toHaveCount(0)
  await group.getByRole('dialog').getByRole('button', { name: '开始导出' }).click()
  await expect(group.getByRole('dialog').getByRole('link', { name: '下载' })).toBeVisible({ timeout: 20_000 })
  await group.context().close()
})
