// Places for VIPs and staff on their way from the bureau to a person (QTA): given, split, assigned before anybody registers, used, upgraded.
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { consent, residentId } from '../support/attendee.ts'
import { registerAndSubmit, review, uscc } from '../support/organization.ts'
import type { Player } from '../cast/cast.ts'
import { sendPhoto } from './support/people.ts'
import { picture } from './support/pictures.ts'
import { browserOf, enter, setStage, settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()
const code = uscc(7801, '11')
const organization = '上海额度示范协会'

const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (place: Page | Locator, text: string) => place.getByRole('row').filter({ hasText: text })
const places = (page: Page) => page.getByLabel('当前配置数')

async function open(browser: Browser, player: Player, path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await enter(page.context(), stage.cast, player)
  await page.goto(path)
  await settled(page)
  return page
}

async function fillPlaces(page: Page, vip: number, staff: number, labels = ['VIP', '工作人员']): Promise<void> {
  for (const [n, places] of [vip, staff].entries()) await dialog(page).getByRole('textbox', { name: labels[n]!, exact: true }).fill(String(places))
  await dialog(page).getByRole('button', { name: '保存', exact: true }).click()
}

async function changeGroup(page: Page, group: string, vip: number, staff: number): Promise<void> {
  await pressInRow(rowOf(page, group).first(), '调整额度')
  await fillPlaces(page, vip, staff, ['VIP标签名额', '工作人员标签名额'])
}

test('from the bureau’s 80 to a VIP of an organization', async ({ browser }) => {
  test.setTimeout(120_000)
  const bureau = await open(browser, 'bureau', '/bureau/quotas')
  await test.step('the bureau gives Shanghai 80', async () => {
    await changeGroup(bureau, '上海交易团', 80, 90)
    await expect(rowOf(bureau, '上海交易团').first()).toContainText('80')
    await picture(bureau, 'quotas-bureau')
  })

  const shanghai = await open(browser, 'shanghai', '/group/administration/quotas/badge_types')
  await test.step('Shanghai splits them, and is told when there are not so many', async () => {
    await changeGroup(shanghai, '浦东新区分团', 5, 6)
    await expect(dialog(shanghai)).toHaveCount(0)
    await expect(rowOf(shanghai, '浦东新区分团')).toContainText('5')
    await changeGroup(shanghai, '黄浦区分团', 900, 0)
    await expect(dialog(shanghai).getByRole('alert')).toContainText(/VIP额度不足：需要 \d+，剩余 \d+/)
    await expect(dialog(shanghai).getByRole('textbox', { name: 'VIP标签名额' })).toHaveValue('900')
    await shanghai.keyboard.press('Escape')
    await picture(shanghai, 'quotas-groups')
  })

  await test.step('it assigns two to an organization that has not registered', async () => {
    await shanghai.goto('/group/administration/quotas/organizations')
    await shanghai.getByRole('button', { name: '新增单位额度' }).click()
    await dialog(shanghai).getByRole('textbox', { name: '统一社会信用代码' }).fill(code)
    await dialog(shanghai).getByRole('textbox', { name: '单位名称' }).fill(organization)
    await fillPlaces(shanghai, 1, 1)
    await expect(rowOf(shanghai, organization)).toContainText('未注册')
    await expect(rowOf(shanghai, organization)).toContainText('无效')
  })

  const { client, organization: registered } = await registerAndSubmit(stage.cast, { category: 'government', uscc: code, trading_group_id: 'G09', name_zh: organization })
  await review(await stage.cast.as('shanghai'), registered, 'approve')
  await consent(client)
  const contact = await browserOf(browser, client)
  await test.step('which registers, and uses one', async () => {
    await contact.goto('/visitor/attendees')
    await contact.getByRole('button', { name: '新增人员' }).click()
    const form = dialog(contact)
    await form.getByRole('textbox', { name: '姓名（中文）' }).fill('郑重')
    await form.getByRole('textbox', { name: '证件号码' }).fill(residentId())
    await sendPhoto(contact)
    await form.getByRole('textbox', { name: '手机号' }).fill('13500001111')
    await form.getByRole('textbox', { name: '职务', exact: true }).fill('会长')
    await form.getByRole('combobox', { name: '职务类别' }).selectOption({ label: '采购人员' })
    await expect(form.getByRole('combobox', { name: '人员标签' })).toContainText('工作人员（剩余 1 个名额）')
    await form.getByRole('combobox', { name: '人员标签' }).selectOption('staff')
    await form.getByRole('combobox', { name: '入场日期' }).selectOption({ index: 1 })
    await form.getByRole('combobox', { name: '领取方式' }).selectOption({ label: '现场领取' })
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await expect(rowOf(contact, '郑重')).toContainText('工作人员')
    await shanghai.reload()
    await expect(rowOf(shanghai, organization)).toContainText('已注册到本团')
    await expect(rowOf(shanghai, organization)).toContainText('1/1')
    await picture(shanghai, 'quotas-organizations')
  })

  await test.step('Shanghai upgrades the person, which frees the staff place', async () => {
    await shanghai.goto('/group/attendees/direct/list?name=郑重')
    await settled(shanghai)
    const before = await places(shanghai).innerText()
    await pressInRow(rowOf(shanghai, '郑重'), '升级人员标签')
    await dialog(shanghai).getByRole('radio', { name: 'VIP' }).check()
    await dialog(shanghai).getByRole('button', { name: '升级人员标签' }).click()
    await expect(rowOf(dialog(shanghai), '郑重')).toContainText('已完成')
    await shanghai.keyboard.press('Escape')
    await expect(rowOf(shanghai, '郑重')).toContainText('VIP')
    await expect(places(shanghai)).not.toHaveText(before)
    await picture(shanghai, 'people-direct')
    await shanghai.goto(`/group/administration/quotas/organizations?organization=${organization}`)
    await expect(rowOf(shanghai, organization)).toContainText('1/0')
    // A figure opens the rows behind it.
    await pressInRow(rowOf(shanghai, organization), '工作人员 已分配/已使用 1/0')
    await expect(shanghai.getByRole('row').nth(1)).toContainText('名额退回')
    await expect(shanghai.getByRole('row').nth(2)).toContainText('单位使用')
    await picture(shanghai, 'quotas-entries')
    await shanghai.goto('/group/administration/quotas/badge_types')
    const figure = shanghai.getByRole('row').nth(1).getByRole('link', { name: /^已标记VIP人数 \d+$/ })
    const vips = (await figure.innerText()).trim()
    await figure.click()
    await settled(shanghai)
    await expect(shanghai.getByText(`共 ${vips} 条记录`)).toBeVisible()
  })

  await test.step('and voids them: every place is free again', async () => {
    await shanghai.goto('/group/attendees/direct/list?name=郑重')
    const before = await places(shanghai).innerText()
    await pressInRow(rowOf(shanghai, '郑重'), '注销')
    await dialog(shanghai).getByRole('textbox', { name: '注销原因' }).fill('不再参会')
    await dialog(shanghai).getByRole('button', { name: '注销' }).click()
    await expect(rowOf(dialog(shanghai), '郑重')).toContainText('已完成')
    await shanghai.keyboard.press('Escape')
    await expect(places(shanghai)).not.toHaveText(before)
  })
  expect(stage.server.command('verify').stdout).toMatch(/^sound/)
  for (const page of [bureau, shanghai, contact]) await page.context().close()
})
