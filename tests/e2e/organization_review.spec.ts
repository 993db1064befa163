// 单位人工审核: by keyboard alone, by two at once, undone by the bureau, and claims decided (ORG-02, ORG-06, ORG-07).
import { expect, test, type Page } from '@playwright/test'
import type { Player } from '../cast/cast.ts'
import { newestCode } from '../cast/cast.ts'
import type { Schemas } from '../support/client.ts'
import { uploadLicence } from '../support/organization.ts'
import { solvedCaptcha } from '../support/proof_of_work.ts'
import { enter, setStage, settled, type Language } from './support/stage.ts'
import { violations } from './support/axe.ts'
import { pressAnywhere, pressInRow } from './support/rows.ts'

const stage = setStage()

async function openAs(page: Page, player: Player, path: string, language: Language = 'zh-CN'): Promise<void> {
  await enter(page.context(), stage.cast, player, language)
  await page.goto(path)
  await settled(page)
}

// Organizations of the demonstration that wait for Shanghai's review; each has a licence.
const ruifeng = '上海瑞丰食品进出口有限公司'
const yuanhang = '上海远航国际贸易有限公司'
const changning = '上海市长宁区商务委员会'

const review = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text }).getByRole('button', { name: '审核' })
const heading = (page: Page) => page.getByRole('dialog').getByRole('heading', { level: 2 })

/** The name of the organization that is open, once it is. */
async function openedName(page: Page): Promise<string> {
  await expect(heading(page)).toContainText('·')
  return heading(page).innerText()
}

test('three organizations are reviewed in a row by keyboard alone', async ({ page }) => {
  await openAs(page, 'shanghai', '/group/organizations/subordinate?awaits_me=true&sort=awaiting_since')
  const opener = page.getByRole('row').nth(1).getByRole('button', { name: '审核' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toBeFocused()
  const remaining = page.getByRole('dialog').getByRole('status').filter({ hasText: '待审核' })
  await expect(remaining).toHaveText(/\d+ 个/)
  const before = Number(/\d+/.exec(await remaining.innerText())![0])
  const seen = new Set<string>()
  for (const verdict of ['1', '3', '1']) {
    const name = await openedName(page)
    expect(seen).not.toContain(name)
    seen.add(name)
    await page.keyboard.press(verdict)
    if (verdict === '3') {
      await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('alert').filter({ hasText: '处需要修改' })).toBeFocused()
      await page.getByRole('link', { name: /审核意见/ }).press('Enter')
      await page.keyboard.type('请补充注册地址')
    }
    await page.keyboard.press('Control+Enter')
    await expect(heading(page)).not.toHaveText(name)
    await expect(heading(page)).toBeFocused()
  }
  await expect(remaining).toHaveText(`当前条件下待审核 ${before - 3} 个`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('table').locator(':focus')).toHaveText(/查看|审核/)
})

test('of two reviewers the second is told the first verdict and goes on', async ({ page, browser }) => {
  await openAs(page, 'shanghai', '/group/organizations/direct?awaits_me=true')
  const context = await browser.newContext({ baseURL: stage.server.url, reducedMotion: 'reduce' })
  const other = await context.newPage()
  await openAs(other, 'shanghaiOperator', '/group/organizations/direct?awaits_me=true')
  await review(page, ruifeng).click()
  await expect(heading(page)).toContainText(ruifeng)
  await review(other, ruifeng).click()
  await expect(other.getByRole('dialog').getByRole('status').filter({ hasText: '正在查看' })).toContainText('上海交易团')

  await page.getByRole('radio', { name: '退回修改' }).check()
  await page.getByRole('textbox', { name: '审核意见' }).fill('名称与证照不一致')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await other.keyboard.press('1')
  await other.getByRole('button', { name: '确定' }).click()
  const alert = other.getByRole('dialog').getByRole('alert')
  await expect(alert).toContainText('退回修改')
  await expect(alert).toContainText('名称与证照不一致')
  await other.getByRole('button', { name: '审核下一个', exact: true }).click()
  await expect(heading(other)).not.toContainText(ruifeng)
  await context.close()
})

test('a change in between is shown, and the opinion is kept', async ({ page }) => {
  await openAs(page, 'shanghai', '/group/organizations/direct?awaits_me=true')
  await review(page, yuanhang).click()
  await page.getByRole('textbox', { name: '审核意见' }).fill('请核对网址')
  const shanghai = await stage.cast.as('shanghai')
  const { items } = (await shanghai.get<Schemas['PageOf_OrganizationListRow']>(`/organizations?q=${encodeURIComponent(yuanhang)}`)).body
  const form = (await shanghai.get<Schemas['Form']>(`/organizations/${items[0]!.id}/form`)).body
  const changed = await shanghai.put(`/organizations/${items[0]!.id}/form`, { ...form, website: 'https://changed.example' }, items[0]!.version)
  expect(changed.status).toBe(200)
  await page.getByRole('radio', { name: '审核通过' }).check()
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '已重新载入' })).toBeVisible()
  await expect(page.getByRole('dialog')).toContainText('https://changed.example')
  await expect(page.getByRole('textbox', { name: '审核意见' })).toHaveValue('请核对网址')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the last one reviewed ends kindly', async ({ page }) => {
  await openAs(page, 'bureau', '/bureau/organizations/overseas')
  const all = await page.getByRole('row').count()
  await pressInRow(page.getByRole('row').nth(1), '审核')
  for (let each = 1; each < all; each++) {
    const name = await openedName(page)
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await expect(heading(page)).not.toHaveText(name)
  }
  await expect(page.getByRole('dialog')).toContainText('全部审核完成')
  await page.getByRole('button', { name: '返回列表' }).press('Enter')
  await expect(page.getByRole('table')).toContainText('没有符合条件的记录')
})

test('a rejection is asked for twice; the bureau lifts it with an opinion', async ({ page }) => {
  await openAs(page, 'shanghai', '/group/organizations/direct?awaits_me=true')
  await review(page, changning).click()
  await page.getByRole('radio', { name: '审核不通过' }).check()
  await page.getByRole('button', { name: '不符合专业观众条件' }).click()
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByRole('dialog', { name: '审核不通过' }).getByRole('button', { name: '确认审核不通过' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await openAs(page, 'bureau', `/bureau/organizations?q=${changning}`)
  await pressAnywhere(page, '撤销不通过')
  await page.getByRole('textbox', { name: '审核意见' }).fill('材料已补齐')
  await page.getByRole('dialog').getByRole('button', { name: '撤销不通过' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('row').nth(1)).toContainText('退回修改')
})

test('a contact is shown in full with a reason, and the licence is enlarged', async ({ page }) => {
  await openAs(page, 'shanghai', `/group/organizations/direct?q=${ruifeng}`)
  await pressInRow(page.getByRole('row'), '查看')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('img')).toHaveJSProperty('complete', true)
  await dialog.getByRole('button', { name: '放大' }).click()
  await dialog.getByRole('button', { name: '旋转' }).click()
  await expect(dialog).toContainText('✗ 不一致')
  await dialog.getByRole('button', { name: '查看完整信息 手机号' }).click()
  const asking = page.getByRole('dialog', { name: /手机号/ })
  await asking.getByRole('textbox', { name: '原因' }).fill('电话核实')
  await asking.getByRole('button', { name: '查看完整信息' }).click()
  await expect(asking).toBeHidden()
  await expect(dialog).toContainText(/1\d{10}/)
})

/** The owner of a code that somebody else holds asks for it. */
async function fileClaim(uscc: string): Promise<void> {
  const owner = stage.cast.nobody()
  const licence = await uploadLicence(owner)
  const mobile = '13712345678'
  expect((await owner.post('/uscc_claim_codes', { mobile, captcha: await solvedCaptcha(owner) })).status).toBe(200)
  const claim = { uscc, name_zh: '真正的贸易有限公司', contact_name: '李真', mobile, code: await newestCode(owner, mobile), explanation: '代码是我们的' }
  expect((await owner.post('/uscc_claims', { ...claim, licence_id: licence.id, licence_token: licence.token })).status).toBe(204)
}

test('a claim is decided with both licences side by side', async ({ page }) => {
  const bureau = await stage.cast.as('bureau')
  const { items } = (await bureau.get<Schemas['PageOf_OrganizationListRow']>('/organizations?state=approved&origin=domestic&page_size=5')).body
  const claimed = (await bureau.get<Schemas['PageOf_ClaimRow']>('/uscc_claims?state=open')).body.items.map(({ uscc }) => uscc)
  const holder = items.find(({ uscc }) => !claimed.includes(uscc!))!
  await fileClaim(holder.uscc!)
  await openAs(page, 'bureau', '/bureau/claims?state=open')
  const row = page.getByRole('row').filter({ hasText: '真正的贸易' })
  await pressInRow(row, '处理')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(holder.name_zh)
  await expect(dialog.getByRole('img', { name: /真正的贸易/ })).toBeVisible()
  expect(await violations(page, 'claim')).toEqual([])
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(dialog).toContainText('请选择处理结果')
  await dialog.getByRole('radio', { name: '归还给认领单位' }).check()
  await dialog.getByRole('textbox', { name: '处理意见' }).fill('证照属实')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(dialog).toBeHidden()
  await page.goto('/bureau/claims')
  await expect(row).toContainText('已归还')
})

const words = {
  'zh-CN': { look: '查看', review: '审核', move: '指定到交易团/分团' },
  en: { look: 'View', review: 'Review', move: 'Move to a group' },
} as const

for (const language of ['zh-CN', 'en'] as const) {
  test(`the open drawer is accessible in ${language}`, async ({ page }) => {
    await openAs(page, 'shanghai', '/group/organizations/subordinate?awaits_me=true', language)
    const { look, review, move } = words[language]
    const first = page.getByRole('row').nth(1)
    for (const name of [look, review]) {
      await pressInRow(first, name, { exact: true })
      await expect(heading(page)).toContainText('·')
      await page.keyboard.press('2')
      expect(await violations(page, name)).toEqual([])
      await page.keyboard.press('Escape')
    }
    await first.getByRole('checkbox').check()
    await page.getByRole('button', { name: move }).click()
    expect(await violations(page, 'move')).toEqual([])
  })
}
