// The main job from its beginning to its end, each by whoever does it: an organization that nobody knows registers, its
// group reviews it, it adds people and pays, the bureau reviews them, badges are printed, and the gate reads them.
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { Cast, type Player } from '../cast/cast.ts'
import { residentId } from '../support/attendee.ts'
import { openFair } from '../support/gate.ts'
import { drawnLicence } from '../support/licence.ts'
import { uscc } from '../support/organization.ts'
import { codesOf, firstPageOf, textsOf } from '../support/pdf.ts'
import { phoneOf, portraitOf, sendPhoto } from './support/people.ts'
import { keepPicture, picture } from './support/pictures.ts'
import { agreeAndSubmit, chinese, choose, fillEnterpriseForm, goOn, pictureOf, proveAndRegister, type } from './support/registration.ts'
import { enter, setStage, settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()
const organization = '上海晨帆进出口有限公司'
const [comes, isVoided] = ['沈思远', '许一鸣']

const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (place: Page | Locator, text: string) => place.getByRole('row').filter({ hasText: text })

async function open(browser: Browser, player: Player, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await enter(page.context(), stage.cast, player)
  await page.goto(path)
  await settled(page)
  return page
}

async function register(page: Page): Promise<void> {
  await page.goto('/register')
  await choose(page, '交易团', '上海交易团')
  await goOn(page)
  // The licence still says the old name, so that its group looks at it (ORG-05).
  await page.locator('input[type=file]').setInputFiles(pictureOf(drawnLicence({ name: '上海晨帆贸易有限公司', uscc: uscc(7700) })))
  await expect(page.getByRole('status').filter({ hasText: '识别完成' })).toBeVisible({ timeout: 30_000 })
  await type(page, '单位名称（中文）', organization)
  await goOn(page)
  await proveAndRegister(page, stage, '13712347700', chinese)
  await fillEnterpriseForm(page)
  await type(page, '职务', '经理')
  await type(page, '邮箱', 'wang@chenfan.example')
  await picture(page, 'main-1-register')
  await goOn(page)
  await agreeAndSubmit(page)
  await expect(page).toHaveURL(/\/visitor$/)
}

async function reviewOrganization(group: Page): Promise<void> {
  const row = rowOf(group, organization)
  await pressInRow(row, '审核')
  await group.getByRole('radio', { name: '审核通过' }).check()
  await picture(group, 'main-2-review')
  await group.getByRole('button', { name: '确定' }).click()
  await expect(dialog(group)).toHaveCount(0)
}

async function addPerson(page: Page, name: string, photo: string): Promise<void> {
  await page.getByRole('button', { name: '新增人员' }).click()
  const form = dialog(page)
  await form.getByRole('textbox', { name: '姓名（中文）' }).fill(name)
  await form.getByRole('textbox', { name: '证件号码' }).fill(residentId())
  await sendPhoto(page, undefined, portraitOf(photo))
  await form.getByRole('textbox', { name: '手机号' }).fill('13500001111')
  await form.getByRole('textbox', { name: '职务', exact: true }).fill('采购经理')
  await form.getByRole('combobox', { name: '职务类别' }).selectOption({ label: '采购人员' })
  await form.getByRole('combobox', { name: '入场日期' }).selectOption({ label: '11月6日-10日 · ¥160.00' })
  await form.getByRole('combobox', { name: '领取方式' }).selectOption({ label: '现场领取' })
  if (name === comes) await picture(page, 'main-3-person')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(rowOf(page, name)).toContainText('待支付')
}

async function pay(page: Page, browser: Browser): Promise<void> {
  for (const name of [comes, isVoided]) await page.getByRole('checkbox', { name: `选择 ${name}` }).check()
  await page.getByRole('button', { name: '提交办证(付费)' }).click()
  await page.getByRole('checkbox', { name: '我已阅读并同意以上系统提示' }).check()
  await page.getByRole('button', { name: '生成订单' }).click()
  await page.getByRole('main').getByRole('button', { name: '支付', exact: true }).click()
  await page.getByRole('radio', { name: '微信' }).check()
  await expect(page.getByRole('img', { name: '微信支付付款二维码' })).toBeVisible()
  await picture(page, 'main-4-pay')
  const phone = await phoneOf(browser, stage)
  await phone.goto((await page.getByRole('link', { name: '打开沙箱收银台' }).getAttribute('href'))!)
  await phone.getByRole('button', { name: /模拟支付 ¥320.00/ }).click()
  await expect(page.getByRole('heading', { name: '支付成功' })).toBeVisible()
  await phone.context().close()
}

async function reviewPeople(reviewer: Page): Promise<void> {
  for (const name of [comes, isVoided]) {
    await reviewer.goto(`/bureau/attendees?name=${name}&awaits_me=true`)
    await pressInRow(rowOf(reviewer, name), '审核', { exact: true })
    await expect(dialog(reviewer).getByRole('heading', { level: 2 })).toHaveText(`审核 · ${name}`)
    if (name === comes) await picture(reviewer, 'main-5-people')
    await reviewer.keyboard.press('1')
    await reviewer.keyboard.press('Control+Enter')
    await expect(reviewer.getByText('全部审核完成')).toBeVisible()
  }
}

/** A batch of the organization's badges; answers the code on each, as another program reads it from the printed page. */
async function printBadges(operator: Page): Promise<Map<string, string>> {
  await operator.getByRole('button', { name: '新建制证批次' }).click()
  await dialog(operator).getByLabel('单位名称').fill(organization)
  await dialog(operator).getByRole('button', { name: '查看' }).click()
  await dialog(operator).getByRole('button', { name: /^确认制证 \d+ 张$/ }).click()
  await expect(operator).toHaveURL(/batches$/)
  const row = operator.getByRole('row').nth(1)
  await expect(row).toContainText('待印制')
  const [download] = await Promise.all([operator.waitForEvent('download'), pressInRow(row, '下载 PDF')])
  const pdf = readFileSync(await download.path())
  await pressInRow(row, '完成制证')
  await dialog(operator).getByRole('button', { name: '完成制证' }).click()
  await expect(row).toContainText('已制证')
  await picture(operator, 'main-6-batch')
  keepPicture(firstPageOf(pdf), 'main-7-badge')
  const codes = codesOf(pdf)
  return new Map(textsOf(pdf).map((text, page) => [[comes, isVoided].find((name) => text.includes(name))!, codes[page]!]))
}

async function voidPerson(reviewer: Page): Promise<void> {
  await reviewer.goto(`/bureau/attendees?name=${isVoided}&state=approved`)
  await pressInRow(rowOf(reviewer, isVoided), '注销')
  await dialog(reviewer).getByRole('textbox', { name: '注销原因' }).fill('本人不再参会')
  await dialog(reviewer).getByRole('button', { name: '注销' }).click()
  await expect(rowOf(dialog(reviewer), isVoided)).toContainText('已完成')
  await reviewer.keyboard.press('Escape')
  await expect(rowOf(reviewer, isVoided)).toHaveCount(0)
}

/** The supervisor’s code, typed into the phone at the gate. */
async function pairDevice(supervisor: Page, phone: Page): Promise<void> {
  await supervisor.getByRole('button', { name: '新增设备' }).click()
  await supervisor.getByRole('textbox', { name: '设备名称' }).fill('南一号')
  await supervisor.getByRole('combobox', { name: '入口' }).selectOption({ label: '南登录厅' })
  await supervisor.getByRole('button', { name: '生成配对码' }).click()
  const code = (await supervisor.getByRole('img', { name: /配对二维码/ }).getAttribute('alt'))!.slice(-9)
  await supervisor.getByRole('button', { name: '完成' }).click()
  await phone.goto('/gate')
  await phone.getByRole('textbox', { name: '配对码' }).fill(code)
  await phone.getByRole('button', { name: '配对', exact: true }).click()
  await expect(phone.getByRole('alert')).toHaveText('请扫描证件')
}

async function scan(phone: Page, code: string): Promise<void> {
  await phone.keyboard.type(code)
  await phone.keyboard.press('Enter')
}

test('from the registration to the gate', async ({ browser, page: contact }) => {
  test.setTimeout(180_000)
  await contact.setViewportSize({ width: 1366, height: 768 })

  await test.step('an organization registers', () => register(contact))

  await test.step('its group approves it', async () => {
    const group = await open(browser, 'shanghai', `/group/organizations/direct?awaits_me=true&q=${organization}`)
    await reviewOrganization(group)
    await group.context().close()
  })

  await test.step('it adds people and pays their badges', async () => {
    await contact.goto('/visitor/attendees')
    await contact.getByRole('button', { name: '我已阅读并同意' }).click()
    await addPerson(contact, comes, 'man-1')
    await addPerson(contact, isVoided, 'woman-2')
    await pay(contact, browser)
  })

  const reviewer = await open(browser, 'reviewer', '/bureau/attendees?awaits_me=true')
  await test.step('the bureau approves the people', () => reviewPeople(reviewer))

  const codes = await test.step('their badges are printed, and another program reads the codes', async () => {
    const operator = await open(browser, 'badges', '/bureau/badges?state=awaiting')
    const read = await printBadges(operator)
    await operator.context().close()
    return read
  })
  expect([...codes.keys()].sort()).toEqual([comes, isVoided].sort())

  await test.step('one of them will not come', () => voidPerson(reviewer))

  await test.step('on the day, the gate lets in who may, once, and refuses who was voided', async () => {
    await openFair(stage.server)
    // Everybody signs in anew: weeks have gone by.
    stage.cast = new Cast(stage.server)
    const supervisor = await open(browser, 'gates', '/bureau/gates')
    const phone = await phoneOf(browser, stage)
    await pairDevice(supervisor, phone)
    await scan(phone, codes.get(comes)!)
    await expect(phone.getByRole('alert')).toContainText('通过')
    await expect(phone.getByRole('alert')).toContainText(comes)
    await expect(phone.getByRole('alert').getByRole('img')).toHaveJSProperty('complete', true)
    await picture(phone, 'main-8-gate')
    await scan(phone, codes.get(comes)!)
    await expect(phone.getByRole('alert')).toContainText('请核对')
    await expect(phone.getByRole('alert')).toContainText('今日已入场')
    await scan(phone, codes.get(isVoided)!)
    await expect(phone.getByRole('alert')).toContainText('不可通行')
    await expect(phone.getByRole('alert')).toContainText('该人员已注销')
    await supervisor.goto('/bureau/entries')
    await expect(supervisor.locator('.figures .number').first()).toHaveText('1')
    for (const page of [supervisor, phone, reviewer]) await page.context().close()
  })

  await test.step('the group sees that its person came', async () => {
    const group = await open(browser, 'shanghai', '/group/visits')
    await expect(rowOf(group, comes)).toContainText(organization)
    await group.goto('/group/statistics/entries')
    await settled(group)
    await expect(group.getByRole('row').last().getByRole('cell').last()).toHaveText('1')
    await picture(group, 'main-9-entries')
    await group.context().close()
  })
  expect(stage.server.command('verify').stdout).toMatch(/^sound/)
})
