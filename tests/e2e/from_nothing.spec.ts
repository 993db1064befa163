// INS-04, INS-05: an operator's one command, a link, and the bureau is at work. No demonstration.
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { Installation, tokenIn, totp } from '../support/installation.ts'
import { residentId } from '../support/attendee.ts'
import { codesOf } from '../support/pdf.ts'
import { png } from '../support/png.ts'
import { drawnLicence } from '../support/licence.ts'
import { uscc } from '../support/organization.ts'
import { SmsGateway } from '../support/sms.ts'
import { agreeAndSubmit, fillEnterpriseForm, goOn, pictureOf, type } from './support/registration.ts'
import { portraitOf, sendPhoto, submitTransfer } from './support/people.ts'
import { settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const password = 'Harbour#77sea'

/** The first administrator's way: a password and an authenticator behind the link that setup gave. */
async function signInByLink(page: Page, link: string): Promise<void> {
  await page.goto(link)
  const secret = (await page.locator('code').first().innerText()).trim()
  await page.locator('input[type=password]').fill(password)
  await page.getByLabel('动态码').fill(totp(secret))
  await page.getByRole('button', { name: '设置密码' }).click()
  await expect(page).toHaveURL(/\/sign_in\?door=bureau/)
  await page.getByLabel('账号').fill('chief')
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('二次验证')
  // The code of the link's half minute is used up.
  await page.getByLabel(/6 位动态码/).fill(totp(secret, Date.now() + 30_000))
  await page.getByRole('button', { name: '验证并登录' }).click()
  await expect(page).toHaveURL(/\/bureau$/)
}

test('the first administrator comes in by the link of setup, and sees what the fair still goes without', async ({ page }) => {
  const installation = Installation.begin('small')
  const { server } = installation
  const token = tokenIn(installation.setUp().stdout)
  await server.serve()
  try {
    await page.goto(server.url)
    await expect(page.getByText('滨江机械与食品展')).toBeVisible()
    await expect(page.getByText('交易团 / 分团'), 'a fair without groups has no door for them').toHaveCount(0)

    await page.goto(`${server.url}/welcome#${token}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置账号密码')
    const secret = (await page.locator('code').first().innerText()).trim()
    await page.locator('input[type=password]').fill('chief1234')
    await page.getByLabel('动态码').fill(totp(secret))
    await page.getByRole('button', { name: '设置密码' }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await page.goto('about:blank')
    await signInByLink(page, `${server.url}/welcome#${token}`)

    await page.goto(`${server.url}/bureau/installation`)
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    await expect(row('短信')).toContainText('未配置')
    await pressInRow(row('文件存储'), '测试')
    await expect(row('文件存储')).toContainText(/已写入|读|成功/)
    await settled(page)

    await page.goto(`${server.url}/welcome#${token}`)
    await expect(page.getByText('链接')).not.toHaveCount(0)
    await expect(page.getByRole('button', { name: '设置密码' }), 'a link works once').toHaveCount(0)
  } finally {
    await server.stop()
  }
})

/** Whoever follows the link in an SMS chooses a password, signs in, and proves the number with a second SMS. */
async function comeInBySms(page: Page, gateway: SmsGateway, mobile: string, name: string, door: string): Promise<void> {
  const link = () => gateway.sent.findLast((sms) => sms.mobile === `+86${mobile}` && sms.text.includes('welcome#'))
  await expect.poll(link).toBeTruthy()
  await page.goto(`/welcome#${tokenIn(link()!.text)}`)
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: '设置密码' }).click()
  await expect(page).toHaveURL(new RegExp(`door=${door}`))
  await page.getByLabel('账号').fill(name)
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  const before = gateway.sent.length
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByRole('textbox', { name: '验证码' }).fill(await gateway.codeTo(mobile, before))
  await page.getByRole('button', { name: '验证并登录' }).click()
  await expect(page).toHaveURL(new RegExp(`/${door}$`))
}

test('a fair without groups, from setup to the gate, by its pages alone', async ({ browser }) => {
  const gateway = await SmsGateway.start()
  const installation = Installation.begin('small', gateway.settings)
  const { server } = installation
  const token = tokenIn(installation.setUp().stdout)
  await server.serve()
  const pageOf = async () => (await browser.newContext({ baseURL: server.url })).newPage()
  const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
  const dialog = (page: Page) => page.getByRole('dialog')
  const [name, comes] = ['滨江晨帆食品有限公司', '沈思远']

  const chief = await pageOf()
  await signInByLink(chief, `/welcome#${token}`)

  const contact = await pageOf()
  await test.step('an organization registers', async () => {
    await contact.goto('/register')
    await expect(contact.getByRole('combobox', { name: '交易团' })).toHaveCount(0)
    await goOn(contact)
    // The licence still says the old name, so that somebody looks at it (ORG-05).
    await contact.locator('input[type=file]').setInputFiles(pictureOf(drawnLicence({ name: '滨江晨帆贸易有限公司', uscc: uscc(7700) })))
    await expect(contact.getByRole('status').filter({ hasText: '识别完成' })).toBeVisible({ timeout: 30_000 })
    await type(contact, '单位名称（中文）', name)
    await goOn(contact)
    await contact.getByRole('textbox', { name: '手机号', exact: true }).fill('13712347700')
    await contact.getByRole('button', { name: '获取验证码' }).click()
    await contact.getByRole('textbox', { name: '验证码', exact: true }).fill(await gateway.codeTo('13712347700'))
    await contact.getByRole('textbox', { name: '密码', exact: true }).fill(password)
    await contact.getByRole('textbox', { name: '确认密码' }).fill(password)
    await contact.getByRole('button', { name: '完成注册', exact: true }).click()
    await expect(contact).toHaveURL(/\/visitor\/organization$/)
    await fillEnterpriseForm(contact, undefined, {
      ownership: { label: '私营企业' },
      lists: { '注册资本(万元)': '1000以下', '年进口额(万美元)': '无', '未来一年采购意向(万美元)': '10以下', '未来五年采购意向(万美元)': '50以下' },
      product: '车床',
      purpose: '采购',
      area: '机械',
    })
    await contact.getByRole('textbox', { name: '职务', exact: true }).fill('经理')
    await contact.getByRole('textbox', { name: '邮箱', exact: true }).fill('wang@chenfan.example')
    await goOn(contact)
    await agreeAndSubmit(contact)
    await expect(contact).toHaveURL(/\/visitor$/)
  })

  await test.step('the bureau reviews it, for there is nobody between', async () => {
    await chief.goto('/bureau/organizations?awaits_me=true')
    await pressInRow(row(chief, name), '审核')
    await chief.getByRole('radio', { name: '审核通过' }).check()
    await chief.getByRole('button', { name: '确定' }).click()
    await expect(dialog(chief)).toHaveCount(0)
  })

  await test.step('it adds a person, orders and announces a transfer', async () => {
    await contact.goto('/visitor/attendees')
    await contact.getByRole('button', { name: '我已阅读并同意' }).click()
    await contact.getByRole('button', { name: '新增人员' }).click()
    const form = dialog(contact)
    await expect(form.getByRole('combobox', { name: '领取方式' }), 'a fair without a courier has one way').toHaveValue('onsite')
    await form.getByRole('textbox', { name: '姓名（中文）' }).fill(comes)
    await form.getByRole('textbox', { name: '证件号码' }).fill(residentId())
    await sendPhoto(contact, undefined, portraitOf('man-1'))
    await form.getByRole('textbox', { name: '手机号' }).fill('13500001111')
    await form.getByRole('textbox', { name: '职务', exact: true }).fill('采购经理')
    await form.getByRole('combobox', { name: '职务类别' }).selectOption({ label: '采购' })
    await form.getByRole('combobox', { name: '入场日期' }).selectOption({ label: '5月12日-14日 · ¥80.00' })
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await expect(row(contact, comes)).toContainText('待支付')
    await contact.getByRole('checkbox', { name: `选择 ${comes}` }).check()
    await contact.getByRole('button', { name: '提交办证(付费)' }).click()
    await contact.getByRole('checkbox', { name: '我已阅读并同意以上系统提示' }).check()
    await contact.getByRole('button', { name: '生成订单' }).click()
    await contact.getByRole('main').getByRole('button', { name: '支付', exact: true }).click()
    await expect(contact.getByRole('tab'), 'no provider, no such way to pay').toHaveText(['转账支付'])
    await submitTransfer(contact, { name: 'voucher.png', mimeType: 'image/png', buffer: Buffer.from(png(300, 200, 180)) })
  })

  await test.step('the bureau confirms the transfer and approves the person', async () => {
    await chief.goto('/bureau/transfers?state=submitted')
    await pressInRow(chief.getByRole('row').nth(1), '处理')
    await dialog(chief).getByRole('radio', { name: '确认到账' }).check()
    await dialog(chief).getByRole('button', { name: '确定' }).click()
    await expect(contact.getByRole('heading', { name: '支付成功' })).toBeVisible()
    await chief.goto(`/bureau/attendees?name=${comes}&awaits_me=true`)
    await pressInRow(row(chief, comes), '审核', { exact: true })
    await expect(dialog(chief).getByRole('heading', { level: 2 })).toHaveText(`审核 · ${comes}`)
    await chief.keyboard.press('1')
    await chief.keyboard.press('Control+Enter')
    await expect(chief.getByText('全部审核完成')).toBeVisible()
  })

  const code = await test.step('the badge is printed, and another program reads its code', async () => {
    await chief.goto('/bureau/badges?state=awaiting')
    await chief.getByRole('button', { name: '新建制证批次' }).click()
    await dialog(chief).getByRole('button', { name: '查看' }).click()
    await dialog(chief).getByRole('button', { name: /^确认制证 \d+ 张$/ }).click()
    await expect(chief).toHaveURL(/batches$/)
    const batch = chief.getByRole('row').nth(1)
    await expect(batch).toContainText('待印制')
    const [download] = await Promise.all([chief.waitForEvent('download'), pressInRow(batch, '下载 PDF')])
    const pdf = readFileSync(await download.path())
    await pressInRow(batch, '完成制证')
    await dialog(chief).getByRole('button', { name: '完成制证' }).click()
    await expect(batch).toContainText('已制证')
    return codesOf(pdf)[0]!
  })

  await test.step('the bureau opens an account for the gates, whose owner comes in by the link in an SMS', async () => {
    await chief.goto('/bureau/accounts')
    await chief.getByRole('button', { name: '新增主办方账号' }).click()
    await dialog(chief).getByRole('textbox', { name: '登录账号' }).fill('gates')
    await dialog(chief).getByRole('textbox', { name: '姓名' }).fill('门禁')
    await dialog(chief).getByRole('combobox', { name: '角色' }).selectOption({ label: '闸机管理员' })
    await dialog(chief).getByRole('textbox', { name: /^手机/ }).fill('13900002222')
    await dialog(chief).getByRole('button', { name: '保存' }).click()
    await expect(dialog(chief)).toContainText('139****2222')
    await expect(row(chief, 'gates')).toBeVisible()
  })
  const supervisor = await pageOf()
  await comeInBySms(supervisor, gateway, '13900002222', 'gates', 'bureau')

  await test.step('the gate admits who may enter, once', async () => {
    await supervisor.goto('/bureau/gates')
    await supervisor.getByRole('button', { name: '新增入口' }).click()
    await supervisor.getByRole('textbox', { name: '中文名称' }).fill('北门')
    await supervisor.getByRole('textbox', { name: '英文名称' }).fill('North gate')
    await supervisor.getByRole('button', { name: '保存' }).click()
    await supervisor.getByRole('button', { name: '新增设备' }).click()
    await supervisor.getByRole('textbox', { name: '设备名称' }).fill('北一号')
    await supervisor.getByRole('combobox', { name: '入口' }).selectOption({ label: '北门' })
    await supervisor.getByRole('button', { name: '生成配对码' }).click()
    const pairing = (await supervisor.getByRole('img', { name: /配对二维码/ }).getAttribute('alt'))!.slice(-9)
    const phone = await pageOf()
    await phone.goto('/gate')
    await phone.getByRole('textbox', { name: '配对码' }).fill(pairing)
    await phone.getByRole('button', { name: '配对', exact: true }).click()
    await expect(phone.getByRole('alert')).toHaveText('请扫描证件')
    for (const answer of ['通过', '今日已入场']) {
      await phone.keyboard.type(code)
      await phone.keyboard.press('Enter')
      await expect(phone.getByRole('alert')).toContainText(answer)
      await expect(phone.getByRole('alert')).toContainText(comes)
    }
  })
  expect(server.command('verify').stdout).toMatch(/^sound/)
  await server.stop()
  gateway.stop()
})
