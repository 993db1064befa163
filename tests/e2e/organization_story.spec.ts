// Stories with more than one actor: two reviews with a change between them, and a registration from the mail (ORG-06, ORG-10).
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Client, Schemas } from '../support/client.ts'
import type { Player } from '../cast/cast.ts'
import { registerAndSubmit, uscc } from '../support/organization.ts'
import { heading } from './support/registration.ts'
import { enter, setStage, settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()

/** A browser of one's own for somebody of the cast, or for a contact who is signed in already. */
async function as(browser: Browser, who: Player | Client): Promise<Page> {
  const context = await browser.newContext()
  if (typeof who === 'string') {
    await enter(context, stage.cast, who)
  } else {
    const [name, value] = who.cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: who.url }])
    await context.addInitScript(() => localStorage.setItem('expogate.signed_in', 'yes'))
  }
  return context.newPage()
}

async function decide(page: Page, path: string, name: string, verdict: string, opinion = ''): Promise<void> {
  await page.goto(path)
  await settled(page)
  await pressInRow(page.getByRole('row').filter({ hasText: name }), '审核')
  await page.getByRole('radio', { name: verdict }).check()
  await page.getByRole('textbox', { name: '审核意见' }).fill(opinion)
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a government body under a subgroup is returned, changes, and passes both reviews', async ({ browser }) => {
  const name = '北京市海淀区测试商务局'
  const { client } = await registerAndSubmit(stage.cast, { category: 'government', uscc: uscc(8100, '11'), trading_group_id: 'G01-09', name_zh: name })
  const [haidian, beijing, contact] = [await as(browser, 'haidian'), await as(browser, 'beijing'), await as(browser, client)]
  const awaiting = `/group/organizations/direct?awaits_me=true&q=${encodeURIComponent(name)}`

  await decide(haidian, awaiting, name, '退回修改', '请补充详细地址')

  await contact.goto('/visitor')
  await expect(contact.getByText('请补充详细地址')).toBeVisible()
  await contact.getByRole('list', { name: '报名进度' }).getByRole('link', { name: '单位信息登记' }).click()
  /** Until the next step is there: a click while one is saved would be lost. */
  const goOn = async () => {
    const before = await heading(contact).innerText()
    await contact.getByRole('button', { name: '下一步' }).click()
    await expect(heading(contact)).not.toHaveText(before)
  }
  await goOn()
  await contact.getByRole('textbox', { name: '详细地址' }).fill('中关村大街 1 号 3 层')
  for (let step = 0; step < 3; step++) await goOn()
  await contact.getByRole('button', { name: '《个人信息及隐私保护政策》' }).click()
  await contact.getByRole('dialog').getByRole('button', { name: '我已阅读并同意' }).click()
  await contact.getByRole('button', { name: '确认提交' }).click()
  await expect(contact).toHaveURL(/\/visitor$/)

  await decide(haidian, awaiting, name, '审核通过')
  await decide(beijing, `/group/organizations/subordinate?awaits_me=true&q=${encodeURIComponent(name)}`, name, '审核通过', '同意')
  await contact.reload()
  await expect(contact.getByRole('note', { name: '审核意见' })).toContainText('审核通过')
  await expect(contact.getByText('审核意见：同意')).toBeVisible()
})

test('a past contact registers with one click from the mail, once', async ({ browser }) => {
  const bureau = await stage.cast.as('bureau')
  await bureau.post('/one_click_invitations')
  const mail = async () =>
    (await stage.cast.nobody().get<Schemas['PageOf_ReadableMessage']>('/sandbox/messages?to=oneclick%40danwei.example')).body.items.find((m) => m.body.includes('one_click#'))
  await expect.poll(mail).toBeTruthy()
  const link = /https?:\/\/\S+/.exec((await mail())!.body)![0]
  const page = await (await browser.newContext()).newPage()
  await page.goto(new URL(link).pathname + new URL(link).hash)
  await expect(page.getByText('上海一键示例贸易有限公司')).toBeVisible()
  await page.getByRole('button', { name: '确认并注册' }).click()
  await expect(page.getByText('请阅读并同意《个人信息及隐私保护政策》后注册')).toBeVisible()
  await page.getByRole('button', { name: '《个人信息及隐私保护政策》' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '我已阅读并同意' }).click()
  await page.getByRole('button', { name: '确认并注册' }).click()
  await expect(page.getByText(/上海一键示例贸易有限公司 已注册，编号 D8\d{6}/)).toBeVisible()
  await expect(page.getByText('审核通过', { exact: false })).toBeVisible()
  await page.reload()
  await expect(page.getByText('链接无效、已使用或已过期')).toBeVisible()
})
