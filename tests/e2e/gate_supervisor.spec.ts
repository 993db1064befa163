// The supervisor sets up a gate, watches the day, and takes a device out of use (BDG-03).
import { expect, test } from '@playwright/test'
import { addGate, Device, Holders, openFair } from '../support/gate.ts'
import { enter, setStage } from './support/stage.ts'
import { pressAnywhere } from './support/rows.ts'

const stage = setStage()
let holders: Holders
test.beforeAll(async () => {
  await openFair(stage.server)
  holders = await Holders.of(stage.cast)
})

test('a gate and its device, from the name to the first entry', async ({ page, context, browser }) => {
  await enter(context, stage.cast, 'gates')
  await page.goto('/bureau/gates')
  await page.getByRole('button', { name: '新增入口' }).click()
  await page.getByRole('textbox', { name: '中文名称' }).fill('南入口')
  await page.getByRole('textbox', { name: '英文名称' }).fill('South gate')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('table', { name: '入口' })).toContainText('南入口')
  await page.getByRole('button', { name: '新增设备' }).click()
  await page.getByRole('textbox', { name: '设备名称' }).fill('一号手机')
  await page.getByRole('combobox', { name: '入口' }).selectOption({ label: '南入口' })
  await page.getByRole('button', { name: '生成配对码' }).click()
  const picture = page.getByRole('img', { name: /配对二维码/ })
  await expect(picture).toBeVisible()
  const code = (await picture.getAttribute('alt'))!.slice(-9)
  await expect(page.getByText(code, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '完成' }).click()
  const devices = page.getByRole('table', { name: '设备' })
  await expect(devices).toContainText('待配对')

  const phone = await (await browser.newContext()).newPage()
  await phone.goto('/gate')
  await phone.getByRole('textbox', { name: '配对码' }).fill(code)
  await phone.getByRole('button', { name: '配对', exact: true }).click()
  await expect(phone.getByRole('alert')).toHaveText('请扫描证件')
  await phone.keyboard.type(holders.good().code)
  await phone.keyboard.press('Enter')
  await expect(phone.getByRole('alert')).toContainText('通过')
  await expect(devices).toContainText('使用中')
  await expect(devices).toContainText('1 条')

  await page.getByRole('link', { name: '入场实况' }).click()
  await expect(page.getByText('入场人数')).toBeVisible()
  await expect(page.getByRole('table', { name: '各入口每小时入场人次' }).getByRole('row').last().getByRole('cell').nth(-2)).toHaveText('1')
  await phone.keyboard.type('NO BADGE OF OURS')
  await phone.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: '未通行原因' })).toContainText('无法识别')

  await page.getByRole('link', { name: '入口与设备' }).click()
  await pressAnywhere(page, '停用')
  await expect(page.getByRole('dialog')).toContainText('设备“一号手机”将立即无法使用')
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await expect(devices).toContainText('已停用')
  await phone.keyboard.type('ONE MORE BADGE')
  await phone.keyboard.press('Enter')
  await expect(phone.getByRole('heading', { name: '配对本设备' })).toBeVisible()
})

test('whoever was let in twice without network is explained', async ({ page, context }) => {
  const gate = await addGate(await stage.cast.as('gates'), '东入口')
  const [one, two] = [await Device.pair(stage.cast, gate, '东一'), await Device.pair(stage.cast, gate, '东二')]
  const { code } = holders.good()
  await one.sync([one.kept(code, stage.server.now() - 60_000)])
  await two.sync([two.kept(code, stage.server.now() - 30_000)])
  await enter(context, stage.cast, 'auditor')
  await page.goto('/bureau/entries')
  const conflicts = page.getByRole('table', { name: '需要关注的离线记录' })
  await expect(conflicts).toContainText('离线期间重复放行')
  await expect(conflicts).toContainText('已由 东一 放行')
  await page.goto('/bureau/gates')
  await expect(page.getByRole('button', { name: /新增设备/ })).toHaveAttribute('aria-disabled', 'true')
})
