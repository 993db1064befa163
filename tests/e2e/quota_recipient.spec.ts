// A quota by code (QTA-01): who is registered with it is shown as soon as it is complete, or chosen from a list by name.
import { expect, test } from '@playwright/test'
import { registerAndSubmit, uscc } from '../support/organization.ts'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()
const code = uscc(7901, '11')

test('the registered name goes before the typed one, and a list offers the group’s organizations', async ({ page }) => {
  await registerAndSubmit(stage.cast, { category: 'government', uscc: code, trading_group_id: 'G09', name_zh: '上海选择示范局' })
  await enter(page.context(), stage.cast, 'shanghai')
  await page.goto('/group/administration/quotas/organizations')
  await settled(page)
  await page.getByRole('button', { name: '新增单位额度' }).click()
  const dialog = page.getByRole('dialog')
  const name = dialog.getByRole('textbox', { name: '单位名称' })

  await test.step('a code that nobody has registered with leaves the name to be typed', async () => {
    await name.fill('手填的名称')
    await dialog.getByRole('textbox', { name: '统一社会信用代码' }).fill(uscc(7902, '11'))
    await expect(name).toBeEditable()
    await expect(name).toHaveValue('手填的名称')
  })

  await test.step('one that is registered brings its name', async () => {
    await dialog.getByRole('textbox', { name: '统一社会信用代码' }).fill(code.toLowerCase())
    await expect(name).toHaveValue('上海选择示范局')
    await expect(name).not.toBeEditable()
    await expect(dialog).toContainText('已注册的单位以其注册名称为准')
  })

  await test.step('so does a choice from the list', async () => {
    await dialog.getByRole('textbox', { name: '统一社会信用代码' }).fill('')
    await expect(name).toBeEditable()
    await dialog.getByRole('combobox', { name: '从本团单位中选择' }).fill('选择示范')
    await dialog.getByRole('option', { name: `上海选择示范局（${code}）` }).click()
    await expect(dialog.getByRole('textbox', { name: '统一社会信用代码' })).toHaveValue(code)
    await dialog.getByRole('textbox', { name: 'VIP', exact: true }).fill('0')
    await dialog.getByRole('textbox', { name: '工作人员', exact: true }).fill('0')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row').filter({ hasText: '上海选择示范局' })).toContainText('已注册到本团')
  })

  await test.step('whoever has a quota is told at once', async () => {
    await page.getByRole('button', { name: '新增单位额度' }).click()
    await dialog.getByRole('textbox', { name: '统一社会信用代码' }).fill(code)
    await expect(dialog).toContainText('该单位已有额度，请直接修改')
  })
})
