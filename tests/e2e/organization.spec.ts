// A visitor registers its organization, completes the form and sees how far it is (ORG-01…05, ORG-10, ORG-12).
import { expect, test, type Page } from '@playwright/test'
import { newestCode, password, players } from '../cast/cast.ts'
import { drawnLicence } from '../support/licence.ts'
import { blankPicture, register, uscc } from '../support/organization.ts'
import { showIn, violations, violationsInBothLanguages } from './support/axe.ts'
import { agreeAndSubmit, chinese, choose, english, fillEnterpriseForm, goOn, heading, pictureOf, proveAndRegister, type } from './support/registration.ts'
import { setStage, settled } from './support/stage.ts'

const stage = setStage()
const shanghaisInvitation = '10045679580'

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign_in?door=visitor')
  await type(page, '账号', name)
  await type(page, '密码', password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/visitor$/)
}

test('an enterprise registers with its licence and is approved silently', async ({ page }) => {
  test.setTimeout(120_000)
  const name = '上海云帆国际贸易有限公司'
  const code = uscc(7001)
  const found: string[] = []

  await test.step('chooses where it belongs', async () => {
    await page.goto('/sign_in?door=visitor')
    await page.getByRole('link', { name: '注册新单位' }).click()
    await expect(page.getByText('距单位注册截止还有 11 天')).toBeVisible()
    await goOn(page)
    await expect(page.getByRole('alert')).toContainText('有 1 处需要修改')
    await choose(page, '交易团', '中央企业交易团')
    await goOn(page)
    // GRP-01: this group takes organizations only through its subgroups.
    await expect(page.getByRole('combobox', { name: '交易分团' })).toHaveAttribute('aria-invalid', 'true')
    await choose(page, '交易团', '上海交易团')
    found.push(...(await violationsInBothLanguages(page, 'registration, origin')))
    await showIn(page, 'zh-CN')
    await goOn(page)
  })

  await test.step('has its licence read while it types, and nothing typed is overwritten (ORG-03)', async () => {
    await expect(heading(page)).toHaveText('证照与名称')
    await page.locator('input[type=file]').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await expect(page.getByText('只接受 PNG、JPG 或 JPEG 图片')).toBeVisible()
    await type(page, '统一社会信用代码', '91310115MA1')
    await expect(page.getByText('统一社会信用代码共 18 位')).toBeVisible()
    // As large as phones make them: what the server takes is made of it here.
    await page.locator('input[type=file]').setInputFiles(pictureOf(Buffer.concat([drawnLicence({ name, uscc: code }), Buffer.alloc(4_000_000)])))
    await expect(page.getByRole('status').filter({ hasText: '识别完成' })).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('textbox', { name: '单位名称（中文）' })).toHaveValue(name)
    await expect(page.getByRole('textbox', { name: '统一社会信用代码' })).toHaveValue('91310115MA1')
    await type(page, '统一社会信用代码', `${code.slice(0, 17)}${code.endsWith('9') ? '8' : '9'}`)
    await expect(page.getByText('末位校验码不符')).toBeVisible()
    await type(page, '统一社会信用代码', code.toLowerCase())
    await expect(page.getByText('代码格式正确')).toBeVisible()
    found.push(...(await violations(page, 'registration, licence')))
    await goOn(page)
  })

  await test.step('proves its mobile number and is signed in (ACC-03)', async () => {
    await showIn(page, 'en')
    await showIn(page, 'zh-CN')
    await page.getByRole('button', { name: '上一步' }).click()
    await expect(page.getByRole('textbox', { name: '单位名称（中文）' })).toHaveValue(name)
    await goOn(page)
    found.push(...(await violations(page, 'registration, account')))
    await proveAndRegister(page, stage, '13712340001', chinese)
  })

  await test.step('completes the form step by step (ORG-04)', async () => {
    await expect(page.getByRole('textbox', { name: '统一社会信用代码' })).toHaveValue(code)
    await fillEnterpriseForm(page, async (step) => {
      found.push(...(await violations(page, `form, ${step}`)))
      if (step !== 'interests') return
      await expect(page.getByRole('tab', { name: '食品及农产品展区（1）' })).toBeVisible()
      await page.getByRole('tab', { name: '食品及农产品展区（1）' }).press('ArrowRight')
      await expect(page.getByRole('tab', { name: '汽车及智慧出行展区' })).toBeFocused()
    })
    await goOn(page)
  })

  await test.step('is led to what is missing, agrees, and submits', async () => {
    await expect(heading(page)).toHaveText('预览提交')
    await expect(page.getByRole('alert')).toContainText('提交前还有 2 处需要完善')
    found.push(...(await violationsInBothLanguages(page, 'form, preview')))
    await showIn(page, 'zh-CN')
    await page.getByRole('button', { name: '确认提交' }).click()
    await expect(page.getByRole('textbox', { name: '职务' })).toBeFocused()
    await type(page, '职务', '经理')
    await type(page, '邮箱', 'wang@test.example')
    await goOn(page)
    await page.getByRole('button', { name: '确认提交' }).click()
    await expect(page.getByText('请阅读并同意《个人信息及隐私保护政策》后提交')).toBeVisible()
    await agreeAndSubmit(page, async (step) => void found.push(...(await violations(page, `form, ${step}`))))
  })

  await test.step('sees the result on the landing page, without reloading (ORG-05, ORG-12)', async () => {
    await expect(page).toHaveURL(/\/visitor$/)
    await expect(page.getByText('审核通过', { exact: true })).toBeVisible({ timeout: 30_000 })
    const flow = page.getByRole('list', { name: '报名进度' })
    await expect(flow.getByRole('listitem').filter({ hasText: '单位信息审核' })).toContainText('已完成')
    found.push(...(await violationsInBothLanguages(page, 'landing page')))
    await showIn(page, 'zh-CN')
    await page.getByRole('list', { name: '报名进度' }).getByRole('link', { name: '单位信息登记' }).click()
    await expect(page.getByRole('textbox', { name: '统一社会信用代码' })).toBeDisabled()
  })
  expect(found).toEqual([])
})

test('an overseas organization registers in English with an invitation', async ({ page }) => {
  await page.goto('/')
  await showIn(page, 'en')
  await page.goto(`/register?invitation_code=${shanghaisInvitation}`)
  await expect(page.getByRole('radio', { name: 'Overseas' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Invitation code' })).toHaveValue(shanghaisInvitation)
  await choose(page, 'Country or region', 'Germany')
  await goOn(page)
  await page.locator('input[type=file]').setInputFiles(pictureOf(blankPicture()))
  await expect(page.getByRole('status').filter({ hasText: 'Certificate uploaded' })).toBeVisible()
  await type(page, 'Organization name (English)', 'Fjordland Foods GmbH')
  await goOn(page)
  await proveAndRegister(page, stage, 'contact@fjordland.example', english)

  await expect(page.getByRole('textbox', { name: 'Unified social credit code' })).toBeHidden()
  await goOn(page)
  await expect(page.getByRole('combobox', { name: 'Country or region' })).toHaveValue('Germany')
  await type(page, 'Address', 'Hafenstraße 1, Hamburg')
  await page.getByRole('searchbox').fill('wholesale')
  await page.getByRole('checkbox', { name: 'Wholesale trade', exact: true }).check()
  await choose(page, 'Listed company', 'No')
  await choose(page, 'Annual imports', 'USD 100,000–499,999')
  await choose(page, /next year/, 'Under USD 100,000')
  await choose(page, /next five years/, 'USD 1,000,000–4,999,999')
  await goOn(page)
  await page.getByRole('checkbox', { name: 'Milk powder' }).check()
  await page.getByRole('checkbox', { name: 'Find suppliers' }).check()
  await goOn(page)
  await type(page, 'Contact name', 'Ingrid Berg')
  await choose(page, 'Title', 'Ms')
  await type(page, 'Job title', 'Buyer')
  await type(page, 'Mobile', '+4915112345678')
  await goOn(page)
  await page.getByRole('checkbox', { name: /I have read/ }).check()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page).toHaveURL(/\/visitor$/)
  await expect(page.getByText('Awaiting review', { exact: true })).toBeVisible({ timeout: 30_000 })
  await page.goto('/visitor/organization')
  await expect(page.getByText('no changes can be made at present')).toBeVisible()
  await expect(page.getByText('Fjordland Foods GmbH')).toBeVisible()
})

test('a draft is there after a reload and at another sign-in; a conflict loses nothing', async ({ page, browser }) => {
  const { wanted } = await register(stage.cast, { category: 'government', uscc: uscc(7002, '11') })
  await signInAs(page, wanted.uscc!)
  await page.getByRole('link', { name: '前往单位信息登记' }).click()
  await type(page, '单位名称（英文）', 'First Bureau')
  await page.getByRole('button', { name: '暂存' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已暂存' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: '单位名称（英文）' })).toHaveValue('First Bureau')

  const other = await (await browser.newContext()).newPage()
  await signInAs(other, wanted.uscc!)
  await other.goto('/visitor/organization')
  await expect(other.getByRole('textbox', { name: '单位名称（英文）' })).toHaveValue('First Bureau')

  await type(page, '单位名称（英文）', 'Second Bureau')
  await goOn(page)
  await expect(heading(page)).toHaveText('经营信息')

  await type(other, '单位名称（英文）', 'Third Bureau')
  await goOn(other)
  const notice = other.getByRole('alert').filter({ hasText: '内容已被他人修改' })
  await expect(notice.getByRole('row', { name: '单位名称（英文）' })).toContainText('Second Bureau')
  expect(await violations(other, 'form, conflict')).toEqual([])
  await expect(other.getByRole('textbox', { name: '单位名称（英文）' })).toHaveValue('Third Bureau')
  await notice.getByRole('button', { name: '保存所选内容' }).click()
  await expect(notice).toBeHidden()
  // Leaving saves as well.
  await type(other, '单位名称（英文）', 'Fourth Bureau')
  await other.getByRole('link', { name: '欢迎登录' }).click()
  await settled(other)
  await page.reload()
  await page.getByRole('button', { name: '上一步' }).or(page.getByRole('button', { name: '暂存' })).first().click()
  await expect(page.getByRole('textbox', { name: '单位名称（英文）' })).toHaveValue('Fourth Bureau')
})

test('a code that is taken leads to the account, the password or a claim (ORG-02)', async ({ page }) => {
  await page.goto('/register?trading_group=G09')
  await goOn(page)
  await page.locator('input[type=file]').setInputFiles(pictureOf(blankPicture(90)))
  await expect(page.getByRole('status').filter({ hasText: /手工填写|补充/ })).toBeVisible({ timeout: 30_000 })
  await type(page, '统一社会信用代码', players.acme.name)
  await type(page, '单位名称（中文）', '真正的单位')
  await goOn(page)
  await type(page, '手机号', '13712340009')
  await page.getByRole('button', { name: '获取验证码' }).click()
  const refusal = page.getByRole('alert').filter({ hasText: '本届已注册' })
  await expect(refusal.getByRole('link', { name: '登录' })).toBeVisible()
  expect(await violations(page, 'registration, refused')).toEqual([])
  await refusal.getByRole('link', { name: '提交认领' }).click()
  await page.getByRole('button', { name: '保留内容并离开' }).click()

  await expect(page.getByRole('textbox', { name: '统一社会信用代码' })).toHaveValue(players.acme.name)
  await page.locator('input[type=file]').setInputFiles(pictureOf(blankPicture(91)))
  await type(page, '单位名称（中文）', '真正的单位')
  await type(page, '联系人姓名', '李强')
  await type(page, '手机号', '13712340009')
  await page.getByRole('button', { name: '获取验证码' }).click()
  await expect(page.getByRole('status').filter({ hasText: '验证码已发送至' })).toBeVisible()
  await type(page, '验证码', await newestCode(stage.cast.nobody(), '13712340009'))
  await page.getByRole('button', { name: '提交认领' }).click()
  await expect(page.getByText('认领已提交')).toBeVisible()
})

test('a link of one-click registration that is no longer good says what to do (ORG-10)', async ({ page }) => {
  await page.goto('/register/one_click#not-a-token')
  await expect(page.getByText('链接无效、已使用或已过期')).toBeVisible()
  await page.getByRole('link', { name: '以往届账号登录' }).click()
  await expect(page).toHaveURL(/\/sign_in\?door=visitor/)
})
