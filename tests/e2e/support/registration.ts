// The steps of registration and of the organization form, as a visitor takes them.
import { expect, type Page } from '@playwright/test'
import { newestCode, password } from '../../cast/cast.ts'
import type { Stage } from './stage.ts'
import { pick } from './choices.ts'

export const pictureOf = (bytes: Uint8Array) => ({ name: 'licence.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })

export const heading = (page: Page) => page.getByRole('heading', { level: 2 }).first()

/** The last step: proves the number or address, sets the password, and lands on the form. */
export async function proveAndRegister(page: Page, stage: Stage, target: string, words: { target: string; send: string; sent: string; code: string; password: string; confirm: string; submit: string }): Promise<void> {
  await page.getByRole('textbox', { name: words.target, exact: true }).fill(target)
  await page.getByRole('button', { name: words.send }).click()
  await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible()
  await page.getByRole('textbox', { name: words.code, exact: true }).fill(await newestCode(stage.cast.nobody(), target))
  await page.getByRole('textbox', { name: words.password, exact: true }).fill(password)
  await page.getByRole('textbox', { name: words.confirm }).fill(password)
  await page.getByRole('button', { name: words.submit, exact: true }).click()
  await expect(page).toHaveURL(/\/visitor\/organization$/)
}

export const chinese = { target: '手机号', send: '获取验证码', sent: '验证码已发送至', code: '验证码', password: '密码', confirm: '确认密码', submit: '完成注册' }
export const english = { target: 'E-mail', send: 'Send code', sent: 'A code has been sent to', code: 'Verification code', password: 'Password', confirm: 'Confirm password', submit: 'Register' }

export const choose = (page: Page, name: string | RegExp, label: string) => pick(page.getByRole('combobox', { name, exact: typeof name === 'string' }), { label })
export const type = (page: Page, name: string | RegExp, text: string) => page.getByRole('textbox', { name, exact: typeof name === 'string' }).fill(text)
export const goOn = (page: Page) => page.getByRole('button', { name: /^(下一步|Next)$/ }).click()

/** What an enterprise chooses from the lists of its fair. */
export interface FairChoices {
  ownership: string | { label: string }
  lists: Record<string, string>
  product: string
  purpose: string
  area: string
}

const ofTheDemonstration: FairChoices = {
  ownership: '159',
  lists: { '注册资本(万元)': '100-499', '年进口额(万美元)': '10-49', '未来一年采购意向(万美元)': '10以下', '未来五年采购意向(万美元)': '100-499' },
  product: '奶酪与黄油',
  purpose: '采购商品与服务',
  area: '食品及农产品展区',
}

/** The form of an enterprise in Shanghai, from its basic data to the preview; `look` sees each step before it is left (ORG-04). */
export async function fillEnterpriseForm(page: Page, look: (step: string) => Promise<void> = async () => {}, choices = ofTheDemonstration): Promise<void> {
  await look('basic data')
  await goOn(page)
  await choose(page, '省、自治区、直辖市', '上海市')
  await choose(page, '市', '上海市')
  await choose(page, '区、县', '浦东新区')
  await type(page, '详细地址', '世纪大道 100 号')
  await page.getByRole('searchbox', { name: '输入关键字查找行业' }).fill('批发')
  await page.getByRole('checkbox', { name: '批发业', exact: true }).check()
  await type(page, '从业人员（人）', '45')
  await type(page, '年营业收入(万元)', '3200')
  await page.getByRole('textbox', { name: '年营业收入(万元)' }).blur()
  await page.getByRole('button', { name: '采用“是”' }).click()
  await expect(page.getByRole('combobox', { name: '是否为中小微企业' })).toHaveValue('true')
  await choose(page, '是否为上市公司', '否')
  await pick(page.getByRole('combobox', { name: '所有制性质' }), choices.ownership)
  for (const [list, label] of Object.entries(choices.lists)) await choose(page, list, label)
  await look('business')
  await goOn(page)
  await page.getByRole('checkbox', { name: choices.product }).check()
  await page.getByRole('checkbox', { name: choices.purpose }).check()
  await page.getByRole('button', { name: '添加采购需求' }).click()
  await choose(page, '展区', choices.area)
  await type(page, '需求描述', '优质奶酪')
  await look('interests')
  await goOn(page)
  await type(page, '联系人姓名', '王芳')
  await choose(page, '称谓', '女士')
  await look('contact')
}

/** Reads the policy, agrees and submits. */
export async function agreeAndSubmit(page: Page, look: (step: string) => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('button', { name: /^《.+政策》$/ }).click()
  await look('privacy policy')
  await page.getByRole('dialog').getByRole('button', { name: '我已阅读并同意' }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
}
