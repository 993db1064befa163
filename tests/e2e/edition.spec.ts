// The next edition is prepared while the current one goes on, becomes current with open eyes, and can be taken back (EDN-06).
import { expect, test } from '@playwright/test'
import { enter, setStage, settled } from './support/stage.ts'
import { expectRefusal } from './support/rows.ts'
import { picture } from './support/pictures.ts'
import { violations } from './support/axe.ts'

const stage = setStage()
test.use({ viewport: { width: 1366, height: 768 } })

test('the bureau opens, prepares, starts and takes back the next edition', async ({ page, context }) => {
  await enter(context, stage.cast, 'bureau')
  await page.goto('/bureau/editions')
  await settled(page)
  const dialog = page.getByRole('dialog')
  const selector = page.getByRole('combobox', { name: '往届信息' })

  await test.step('opens it with what the last one had', async () => {
    await page.getByRole('button', { name: '新建下一届' }).click()
    await expect(dialog).toContainText('日期按展期之差顺延')
    await dialog.getByRole('textbox', { name: '名称（中文）' }).fill('第九届')
    await dialog.getByRole('textbox', { name: '名称（英文）' }).fill('9th edition')
    for (const [name, day] of [['展期开始', '2026-11-05'], ['展期结束', '2026-11-10'], ['专业观众入场开始', '2026-11-06'], ['专业观众入场结束', '2026-11-10']])
      await dialog.getByLabel(name!).first().fill(day!)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('第九届')
    await expect(page.getByRole('row').filter({ hasText: '单位注册' })).toContainText('2026年10月20日 24:00')
    await picture(page, 'edition-preparation')
  })

  await test.step('prepares its prices, which are not those of the current one', async () => {
    await page.getByRole('button', { name: '入场日期与价格' }).click()
    await expect(page).toHaveURL(/entry_options\?edition=9/)
    await expect(page.getByRole('status').filter({ hasText: '您正在筹备 第九届' })).toBeVisible()
    await expect(selector.locator('option:checked')).toHaveText('第九届（筹备中）')
    await expect(page.getByRole('main')).toContainText('2026年11月6日')
    await expect(page.getByRole('button', { name: '新增入场日期' })).toBeEnabled()
    await page.reload()
    await expect(page.getByRole('main')).toContainText('2026年11月6日')
    await page.getByRole('button', { name: '返回本届' }).click()
    await expect(page.getByRole('main')).toContainText('2025年11月6日')
  })

  await test.step('sees what is unfinished, and types the name', async () => {
    await page.goto('/bureau/editions')
    await page.getByRole('row').filter({ hasText: '第九届' }).getByRole('button', { name: '设为本届' }).click()
    await expect(dialog.getByRole('row').filter({ hasText: '待审核的人员' })).toContainText('不能再办理')
    await expect(dialog.getByRole('row').filter({ hasText: '待处理的退款申请' })).toContainText('可继续办完')
    expect(await violations(page, 'make current')).toEqual([])
    await picture(page, 'edition-make-current')
    await dialog.getByRole('button', { name: '设为本届' }).click()
    await expect(dialog.getByRole('alert').first()).toContainText('第九届')
    await dialog.getByRole('textbox', { name: /输入“第九届”以确认/ }).fill('第九届')
    await dialog.getByRole('button', { name: '设为本届' }).click()
    await expect(page.getByRole('row').filter({ hasText: '第九届' })).toContainText('本届')
  })

  await test.step('finishes the money of the former one, and nothing else', async () => {
    await page.goto('/bureau/refunds?edition=8&state=requested')
    await settled(page)
    await expect(page.getByRole('row').nth(1).getByRole('button', { name: '处理' })).toBeEnabled()
    await page.goto('/bureau/attendees?edition=8&state=awaiting_review')
    await settled(page)
    await expectRefusal(page.getByRole('row').nth(1), /^审核/, /往届数据只读/)
  })

  await test.step('takes it back', async () => {
    await page.goto('/bureau/editions')
    await page.getByRole('button', { name: '撤销设为本届' }).click()
    await expect(dialog).toContainText('第八届 恢复为本届')
    await dialog.getByRole('button', { name: '撤销设为本届' }).click()
    await expect(page.getByRole('row').filter({ hasText: '第八届' })).toContainText('本届')
    await expect(page.getByRole('row').filter({ hasText: '第九届' })).toContainText('筹备中')
  })
})
