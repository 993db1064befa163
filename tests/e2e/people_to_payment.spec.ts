// The whole way of people: added in every way, ordered, paid, reviewed, refunded; and an overseas visitor's in English.
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Player } from '../cast/cast.ts'
import { residentId } from '../support/attendee.ts'
import { registerAndSubmit, review as reviewOrganization } from '../support/organization.ts'
import { png } from '../support/png.ts'
import { checkSheet, openTemplate } from './support/attendee_sheet.ts'
import { phoneOf, sendPhoto, submitTransfer } from './support/people.ts'
import { browserOf, enter, setStage, settled, type Language } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'
import { pick } from './support/choices.ts'

test.describe.configure({ mode: 'serial' })
const stage = setStage()
const voucher = { name: 'voucher.png', mimeType: 'image/png', buffer: Buffer.from(png(400, 300, 200)) }
const [byForm, bySheet, byPhone, rejected] = ['顾晓雯', '吴双', '孙同事', '周一帆']

const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

async function open(browser: Browser, player: Player, path: string, language: Language = 'zh-CN'): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await enter(page.context(), stage.cast, player, language)
  await page.goto(path)
  await settled(page)
  return page
}

async function save(page: Page, name = '保存'): Promise<void> {
  await dialog(page).getByRole('button', { name, exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
}

async function addPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '新增人员' }).click()
  const form = dialog(page)
  await form.getByRole('textbox', { name: '姓名（中文）' }).fill(name)
  await form.getByRole('textbox', { name: '证件号码' }).fill(residentId())
  await sendPhoto(page)
  await form.getByRole('textbox', { name: '手机号' }).fill('13500001111')
  await form.getByRole('textbox', { name: '职务', exact: true }).fill('采购经理')
  await form.getByRole('combobox', { name: '职务类别' }).selectOption({ label: '采购人员' })
  await form.getByRole('combobox', { name: '入场日期' }).selectOption({ label: '11月6日-10日 · ¥160.00' })
  await form.getByRole('combobox', { name: '领取方式' }).selectOption({ label: '现场领取' })
  await save(page)
  await expect(rowOf(page, name)).toContainText('待支付')
}

/** Chooses people who await payment, orders, and ends on the page to pay. */
async function order(page: Page, ...names: string[]): Promise<void> {
  await page.goto('/visitor/attendees?state=awaiting_payment')
  for (const name of names) await page.getByRole('checkbox', { name: `选择 ${name}` }).check()
  await page.getByRole('button', { name: '提交办证(付费)' }).click()
  await page.getByRole('checkbox', { name: '我已阅读并同意以上系统提示' }).check()
  await page.getByRole('button', { name: '生成订单' }).click()
  await page.getByRole('main').getByRole('button', { name: '支付', exact: true }).click()
}

async function payAtCashier(browser: Browser, page: Page, link: string, pay: RegExp): Promise<void> {
  const phone = await phoneOf(browser, stage)
  await phone.goto((await page.getByRole('link', { name: link }).getAttribute('href'))!)
  await phone.getByRole('button', { name: pay }).click()
  await phone.context().close()
}

test('people are added by the form, by a sheet, by a colleague on a phone, and from a past edition', async ({ browser }) => {
  const contact = await open(browser, 'acme', '/visitor/attendees')
  await test.step('one by one', async () => {
    await addPerson(contact, byForm)
    await addPerson(contact, rejected)
  })

  await test.step('by a sheet, which brings all but the portrait', async () => {
    const { headings, person } = await openTemplate(contact)
    await checkSheet(contact, [headings, person(bySheet, residentId())])
    await dialog(contact).getByRole('button', { name: '导入 1 人' }).click()
    await expect(rowOf(contact, bySheet)).toContainText('已保存')
    await pressInRow(rowOf(contact, bySheet), '编辑')
    await sendPhoto(contact)
    await save(contact)
    await expect(rowOf(contact, bySheet)).toContainText('待支付')
  })

  await test.step('by a colleague, whom the contact completes and confirms', async () => {
    await contact.goto('/visitor/invitations')
    await contact.getByRole('button', { name: '生成邀请码' }).click()
    const phone = await phoneOf(browser, stage)
    await phone.goto((await contact.locator('.address').innerText()).trim())
    await phone.getByRole('textbox', { name: '姓名（中文）' }).fill(byPhone)
    await sendPhoto(phone)
    await phone.getByRole('textbox', { name: '证件号码' }).fill(residentId())
    await phone.getByRole('textbox', { name: '手机号' }).fill('13500002222')
    await phone.getByRole('textbox', { name: '职务', exact: true }).fill('工程师')
    await phone.getByRole('combobox', { name: '职务类别' }).selectOption({ label: '采购人员' })
    for (const box of await phone.getByRole('checkbox').all()) await box.check()
    await phone.getByRole('button', { name: '提交' }).click()
    await expect(phone.getByRole('status').filter({ hasText: `${byPhone} 已提交` })).toBeVisible()
    await contact.goto('/visitor/attendees?state=pending_confirmation')
    await pressInRow(rowOf(contact, byPhone), '编辑')
    await dialog(contact).getByRole('combobox', { name: '入场日期' }).selectOption({ label: '11月6日-10日 · ¥160.00' })
    await dialog(contact).getByRole('combobox', { name: '领取方式' }).selectOption({ label: '现场领取' })
    await save(contact)
    await rowOf(contact, byPhone).getByRole('checkbox').check()
    await contact.getByRole('button', { name: '批量审核' }).click()
    await dialog(contact).getByRole('button', { name: '批量审核' }).click()
    await expect(dialog(contact)).toContainText('已完成')
  })

  await test.step('from a past edition: anew, and with the old badge, which goes to the review without payment', async () => {
    await contact.goto('/visitor/attendees/past')
    await settled(contact)
    await pressInRow(rowOf(contact, '第四届'), /重新申办/)
    await dialog(contact).getByRole('button', { name: '重新申办' }).click()
    await save(contact)
    await expect(rowOf(contact, '第四届')).toContainText('待支付')
    const row = contact.getByRole('row').nth(2)
    const name = await row.getByRole('cell').nth(1).innerText()
    await pressInRow(row, '证件复用')
    await dialog(contact).getByRole('button', { name: '证件复用' }).click()
    await contact.getByRole('link', { name: '返回人员证件申办' }).click()
    await rowOf(contact, name).filter({ hasText: '待支付' }).getByRole('checkbox').check()
    await contact.getByRole('button', { name: '提交办证(无需付费)' }).click()
    await dialog(contact).getByRole('button', { name: '提交办证(无需付费)' }).click()
    await expect(dialog(contact).getByRole('row').nth(1)).toContainText('已完成')
  })
  await contact.context().close()
})

test('three are paid by a scan, one by a transfer, and the pages follow', async ({ browser }) => {
  const contact = await open(browser, 'acme', '/visitor/attendees')
  await order(contact, byForm, bySheet, rejected)
  await contact.getByRole('radio', { name: '支付宝' }).check()
  await expect(contact.getByRole('img', { name: '支付宝付款二维码' })).toBeVisible()
  await payAtCashier(browser, contact, '打开沙箱收银台', /模拟支付 ¥480.00/)
  await expect(contact.getByRole('heading', { name: '支付成功' })).toBeVisible()

  await order(contact, byPhone)
  await contact.getByRole('tab', { name: '转账支付' }).click()
  await submitTransfer(contact, voucher)
  const finance = await open(browser, 'finance', '/bureau/transfers?state=submitted')
  await pressInRow(finance.getByRole('row').filter({ hasText: '上海测试贸易有限公司' }), '处理')
  await dialog(finance).getByRole('radio', { name: '确认到账' }).check()
  await dialog(finance).getByRole('button', { name: '确定' }).click()
  await expect(contact.getByRole('heading', { name: '支付成功' })).toBeVisible()
  await contact.context().close()
  await finance.context().close()
})

test('the bureau approves and rejects; the fee of who was rejected goes back', async ({ browser }) => {
  const reviewer = await open(browser, 'reviewer', '/bureau/attendees?awaits_me=true')
  for (const [name, key, opinion] of [[byForm, '1', ''], [bySheet, '1', ''], [byPhone, '1', ''], [rejected, '2', '资料不实']] as const) {
    await reviewer.goto(`/bureau/attendees?name=${name}&awaits_me=true`)
    await pressInRow(rowOf(reviewer, name), '审核', { exact: true })
    await expect(dialog(reviewer).getByRole('heading', { level: 2 })).toHaveText(`审核 · ${name}`)
    await reviewer.keyboard.press(key)
    await dialog(reviewer).getByRole('textbox', { name: '审核意见' }).fill(opinion)
    await reviewer.keyboard.press('Control+Enter')
    if (opinion) await reviewer.getByRole('dialog', { name: '审核不通过' }).getByRole('button', { name: '确认审核不通过' }).click()
    await expect(reviewer.getByText('全部审核完成')).toBeVisible()
  }

  const contact = await open(browser, 'acme', '/visitor/orders')
  await rowOf(contact, '¥480.00').first().getByRole('link').first().click()
  await contact.getByRole('button', { name: '申请退款' }).click()
  await dialog(contact).getByRole('button', { name: '申请退款' }).click()
  const finance = await open(browser, 'finance', '/bureau/refunds?state=requested')
  await pressInRow(finance.getByRole('row').nth(1), '处理')
  await dialog(finance).getByRole('radio', { name: '同意退款' }).check()
  await dialog(finance).getByRole('button', { name: '确定' }).click()
  await expect(dialog(finance)).toHaveCount(0)
  await expect(async () => {
    await contact.reload()
    await expect(contact.getByRole('main').getByText('已退款', { exact: true }).first()).toBeVisible({ timeout: 2000 })
  }).toPass()
  for (const page of [reviewer, contact, finance]) await page.context().close()
})

test('an overseas visitor adds a passport holder, orders and pays in English; the books are sound', async ({ browser }) => {
  const { client, organization } = await registerAndSubmit(stage.cast, { origin: 'overseas', name_en: 'Nordwind Test Foods' })
  expect((await reviewOrganization(await stage.cast.as('bureau'), organization, 'approve')).status).toBe(200)
  const anna = await browserOf(browser, client)
  await anna.goto('/visitor/attendees')
  await anna.getByRole('button', { name: 'English' }).click()
  await anna.getByRole('button', { name: 'I have read and accept these terms' }).click()
  await anna.getByRole('button', { name: 'Add attendee' }).click()
  const form = dialog(anna)
  await form.getByRole('combobox', { name: 'Region' }).selectOption({ label: 'Other country' })
  await form.getByRole('combobox', { name: 'Document type', exact: true }).selectOption({ label: 'Passport' })
  await form.getByRole('textbox', { name: 'Name (English or as in passport)' }).fill('Lena Berg')
  await form.getByRole('textbox', { name: 'Document number' }).fill('C01X00T47')
  await pick(form.getByRole('combobox', { name: 'Nationality' }), { label: 'Germany' })
  await form.getByRole('textbox', { name: 'Date of birth' }).fill('1988-05-17')
  await form.getByRole('combobox', { name: 'Gender' }).selectOption({ label: 'Female' })
  await sendPhoto(anna, { choose: 'Choose a photo', use: 'Use this photo', photo: /Photo/i })
  await form.getByRole('textbox', { name: 'E-mail' }).fill('lena@nordwind.example')
  await form.getByRole('textbox', { name: 'Job title', exact: true }).fill('Buyer')
  await form.getByRole('combobox', { name: 'Job function' }).selectOption({ index: 1 })
  await form.getByRole('combobox', { name: 'Entry dates' }).selectOption({ index: 1 })
  await form.getByRole('combobox', { name: 'Badge collection' }).selectOption({ label: 'Collect on site' })
  await save(anna, 'Save')
  await rowOf(anna, 'Lena Berg').getByRole('checkbox').check()
  await anna.getByRole('button', { name: 'Submit for badges (fee)' }).click()
  await anna.getByRole('checkbox', { name: 'I have read and accept the notices above' }).check()
  await anna.getByRole('button', { name: 'Create order' }).click()
  await anna.getByRole('main').getByRole('button', { name: 'Pay', exact: true }).click()
  await anna.getByRole('radio', { name: 'Alipay' }).check()
  await payAtCashier(browser, anna, 'Open the sandbox cashier', /模拟支付/)
  await expect(anna.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible()
  await anna.context().close()
  expect(stage.server.command('verify').stdout).toContain('sound')
})
