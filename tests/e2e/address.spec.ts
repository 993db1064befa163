// What is on the screen stands in the address: a reload shows it again, a link shows it to others, going back closes it.
import { expect, test } from '@playwright/test'
import { enter, setStage, settled } from './support/stage.ts'
import { goWithin } from './support/routes.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()

test('an open review: reloaded, closed by going back, and asked for before an opinion is lost', async ({ page, context }) => {
  await enter(context, stage.cast, 'shanghai')
  await page.goto('/group/organizations/direct?awaits_me=true')
  await settled(page)
  await pressInRow(page.getByRole('row').nth(1), '审核')
  const drawer = page.getByRole('dialog', { name: /审核/ })
  await expect(drawer).toBeVisible()
  await expect(page).toHaveURL(/open=.+&as=review/)
  await page.reload()
  await expect(drawer).toBeVisible()

  const opinion = drawer.getByRole('textbox', { name: '审核意见' })
  await opinion.fill('请核对名称')
  await page.goBack()
  await page.getByRole('dialog', { name: '有尚未保存的内容' }).getByRole('button', { name: '继续填写' }).click()
  await expect(opinion).toHaveValue('请核对名称')
  await page.goBack()
  await page.getByRole('dialog', { name: '有尚未保存的内容' }).getByRole('button', { name: '放弃填写的内容' }).click()
  await expect(drawer).toBeHidden()
  await expect(page).toHaveURL(/direct\?awaits_me=true$/)
})

test('a past edition goes along from page to page, and back to the current one', async ({ page, context }) => {
  await enter(context, stage.cast, 'bureau')
  await page.goto('/bureau/organizations')
  await settled(page)
  await page.getByRole('combobox', { name: '往届信息' }).selectOption({ label: '第七届' })
  await expect(page).toHaveURL(/edition=7/)
  const note = page.getByText('您正在查看往届信息')
  await expect(note).toBeVisible()
  await goWithin(page, '/bureau/attendees')
  await expect(page).toHaveURL(/attendees\?edition=7/)
  await page.reload()
  await expect(note).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(/organizations$/)
  await expect(note).toBeHidden()
})

test('another edition is not shown over what is typed, before one agrees', async ({ page, context }) => {
  await enter(context, stage.cast, 'bureau')
  await page.goto('/bureau/account')
  await settled(page)
  const name = page.getByRole('textbox', { name: '姓名' })
  await name.fill('尚未保存')
  const editions = page.getByRole('combobox', { name: '往届信息' })
  const current = await editions.inputValue()
  await editions.selectOption({ label: '第七届' })
  await page.getByRole('button', { name: '继续填写' }).click()
  await expect(name).toHaveValue('尚未保存')
  await expect(editions).toHaveValue(current)
  await editions.selectOption({ label: '第七届' })
  await page.getByRole('button', { name: '放弃填写的内容' }).click()
  await expect(page).toHaveURL(/edition=7/)
})
