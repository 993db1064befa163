// 对全部筛选结果操作: one act on a whole filtered list, with progress, and of each what became of it.
import { expect, test } from '@playwright/test'
import { added, approvedTeam } from '../support/attendee.ts'
import { unpaidOrder } from '../support/order.ts'
import { violationsInBothLanguages } from './support/axe.ts'
import { picture } from './support/pictures.ts'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()

test('a group voids all people of an organization, and is told of whom it could not', async ({ page }) => {
  const team = await approvedTeam(stage.cast)
  for (let n = 0; n < 20; n++) await added(team.client)
  const order = await unpaidOrder(team.client)
  await enter(page.context(), stage.cast, 'shanghai')
  await page.goto(`/group/attendees/direct/list?organization=${encodeURIComponent(team.organization.name_zh)}`)
  await settled(page)
  await page.getByRole('button', { name: '对全部筛选结果操作' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('note')).toContainText('全部 21 人')
  await dialog.getByRole('radio', { name: '注销' }).check()
  await dialog.getByRole('button', { name: '确认对 21 人操作' }).click()
  await expect(dialog.getByRole('alert').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: '注销原因' }).fill('单位不再参会')
  await picture(page, 'batch-all-filtered')
  await dialog.getByRole('button', { name: '确认对 21 人操作' }).click()
  await expect(dialog.getByRole('status').first()).toHaveText('处理完毕：20 人已完成，1 人未处理。')
  await expect(dialog.getByRole('row').nth(1)).toContainText(order.number)
  await picture(page, 'batch-outcome')
  await dialog.getByRole('checkbox', { name: '只看未处理的 1 人' }).uncheck()
  await expect(dialog.getByRole('row')).toHaveCount(16)
  await dialog.getByRole('link', { name: '批量操作记录' }).click()
  await settled(page)
  await expect(page.getByRole('row').nth(1)).toContainText('已完成')
  await page.getByRole('button', { name: '查看结果' }).first().click()
  await expect(dialog.getByRole('row').nth(1)).toContainText(order.number)
  await page.keyboard.press('Escape')
  expect(await violationsInBothLanguages(page, 'batches')).toEqual([])
})
