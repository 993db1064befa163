// 快邀请 and 往届专业观众人员: people who come by a code, and people who come again (ORG-11, ATT-06, ATT-07).
import { expect, test, type Browser, type Page } from '@playwright/test'
import { approvedTeam, residentId, type Team } from '../support/attendee.ts'
import { violations } from './support/axe.ts'
import { phoneOf, sendPhoto } from './support/people.ts'
import { browserOf, enter, setStage, settled, type Language } from './support/stage.ts'
import { expectRefusal, pressInRow } from './support/rows.ts'

const stage = setStage()
const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

async function contactOf(browser: Browser): Promise<{ team: Team; contact: Page }> {
  const team = await approvedTeam(stage.cast)
  const contact = await browserOf(browser, team.client)
  await contact.goto('/visitor/invitations')
  await settled(contact)
  return { team, contact }
}

async function makeLink(contact: Page): Promise<string> {
  await contact.getByRole('button', { name: '生成邀请码' }).click()
  await expect(contact.getByRole('img', { name: '邀请单位同事的二维码' })).toBeVisible()
  return (await contact.locator('.address').innerText()).trim()
}

test('a colleague fills in on the phone, and the contact completes and confirms', async ({ browser }) => {
  const { team, contact } = await contactOf(browser)
  const address = await makeLink(contact)
  const phone = await phoneOf(browser, stage)

  await test.step('the code can be taken along as a picture', async () => {
    for (const kind of ['PNG', 'SVG']) {
      const download = contact.waitForEvent('download')
      await contact.getByRole('link', { name: `下载二维码（${kind}）` }).click()
      expect((await download).suggestedFilename()).toBe(`邀请单位同事.${kind.toLowerCase()}`)
    }
  })

  await test.step('the page says who invites, and names everything that is missing', async () => {
    await phone.goto(address)
    await settled(phone)
    await expect(phone.getByRole('main')).toContainText(team.organization.name_zh)
    await phone.getByRole('textbox', { name: '姓名（中文）' }).fill('孙同事')
    await phone.getByRole('button', { name: '提交' }).click()
    await expect(phone.getByRole('alert').first()).toContainText('请阅读并同意后提交')
    for (const box of await phone.getByRole('checkbox').all()) await box.check()
    await phone.getByRole('button', { name: '提交' }).click()
    await expect(phone.getByRole('link', { name: /^证件号码/ })).toBeVisible()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  await test.step('what was typed and the photo outlive a reload', async () => {
    await sendPhoto(phone)
    await phone.getByRole('textbox', { name: '证件号码' }).fill(residentId())
    await phone.getByRole('textbox', { name: '手机号' }).fill('13500002222')
    await phone.getByRole('textbox', { name: '职务', exact: true }).fill('工程师')
    await phone.getByRole('combobox', { name: '职务类别' }).selectOption({ label: '采购人员' })
    await phone.reload()
    await settled(phone)
    await expect(phone.getByRole('textbox', { name: '姓名（中文）' })).toHaveValue('孙同事')
    await expect(phone.getByRole('img', { name: /证件照/ })).toHaveJSProperty('complete', true)
  })

  await test.step('and are gone once they are submitted', async () => {
    for (const box of await phone.getByRole('checkbox').all()) await box.check()
    await phone.getByRole('button', { name: '提交' }).click()
    await expect(phone.getByRole('status').filter({ hasText: /孙同事 已提交，人员编号 P8\d{7}/ })).toBeVisible()
    expect(await phone.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('expogate.')))).toEqual([])
  })

  await test.step('the contact completes and confirms', async () => {
    await contact.reload()
    await expect(rowOf(contact, '孙同事')).toContainText('待单位确认')
    await expect(contact.getByText('通过此链接填写 1 人')).toBeVisible()
    await contact.getByRole('link', { name: '去确认（1 人）' }).click()
    await pressInRow(rowOf(contact, '孙同事'), '编辑')
    await dialog(contact).getByRole('combobox', { name: '入场日期' }).selectOption({ index: 1 })
    await dialog(contact).getByRole('combobox', { name: '领取方式' }).selectOption({ label: '现场领取' })
    await dialog(contact).getByRole('button', { name: '保存', exact: true }).click()
    await expect(dialog(contact)).toHaveCount(0)
    await rowOf(contact, '孙同事').getByRole('checkbox').check()
    await contact.getByRole('button', { name: '批量审核' }).click()
    await dialog(contact).getByRole('button', { name: '批量审核' }).click()
    await expect(dialog(contact)).toContainText('已完成')
  })

  await test.step('a link that is replaced or closed opens nothing', async () => {
    await contact.goto('/visitor/invitations')
    await contact.getByRole('button', { name: '更换邀请码' }).click()
    await dialog(contact).getByRole('button', { name: '更换邀请码' }).click()
    await expect(contact.locator('.address')).not.toHaveText(address)
    await phone.goto('about:blank')
    await phone.goto(address)
    await expect(phone.getByText('链接无效或已关闭')).toBeVisible()
    await contact.getByRole('button', { name: '关闭邀请' }).click()
    await dialog(contact).getByRole('button', { name: '关闭邀请' }).click()
    await expect(contact.getByRole('button', { name: '生成邀请码' })).toBeVisible()
  })
})

test('past people are taken over: anew to be checked, or with the old badge', async ({ page }) => {
  await enter(page.context(), stage.cast, 'acme')
  await page.goto('/visitor/attendees')
  await page.getByRole('button', { name: '往届专业观众人员' }).click()
  await settled(page)

  await test.step('the list says who has applied, and why a badge is not reused', async () => {
    await expect(page.getByRole('row').nth(1)).toContainText('审核通过')
    await expectRefusal(rowOf(page, '第四届'), /证件复用/, /仅第 5 届及以后/)
    await pressInRow(page.getByRole('row').nth(2), '查看')
    await expect(dialog(page).getByRole('img')).toHaveJSProperty('complete', true)
    await page.keyboard.press('Escape')
  })

  await test.step('who applies anew is looked over at once', async () => {
    await pressInRow(rowOf(page, '第四届'), /重新申办/)
    await dialog(page).getByRole('button', { name: '重新申办' }).click()
    await expect(dialog(page).getByRole('textbox', { name: '证件号码' })).not.toHaveValue('')
    await dialog(page).getByRole('button', { name: '保存', exact: true }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect(rowOf(page, '第四届')).toContainText('待支付')
  })

  await test.step('a badge is reused, and another face ends that', async () => {
    const row = page.getByRole('row').nth(2)
    const name = await row.getByRole('cell').nth(1).innerText()
    await pressInRow(row, '证件复用')
    await expect(dialog(page)).toContainText('将转为普通申办')
    await dialog(page).getByRole('button', { name: '证件复用' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已办理证件复用' })).toBeVisible()
    await page.getByRole('link', { name: '返回人员证件申办' }).click()
    await pressInRow(rowOf(page, name).filter({ hasText: '待支付' }), '编辑')
    await expect(dialog(page).getByRole('status').filter({ hasText: '证件复用' })).toContainText('无需缴费')
    await dialog(page).getByRole('textbox', { name: '职务', exact: true }).fill('另一职务')
    await expect(dialog(page).getByRole('status').filter({ hasText: '证面信息已修改' })).toBeVisible()
  })

  await test.step('of several, each row says what became of it', async () => {
    await page.goto('/visitor/attendees/past')
    await settled(page)
    await page.getByRole('checkbox', { name: '选择本页全部' }).check()
    await page.getByRole('button', { name: '证件复用' }).first().click()
    await dialog(page).getByRole('button', { name: '证件复用' }).click()
    await expect(dialog(page)).toContainText('仅限公众开放日入场的证件不能复用')
  })
})

for (const language of ['zh-CN', 'en'] as const) {
  const w = { 'zh-CN': { make: '生成邀请码', renew: '更换邀请码', apply: '重新申办', submit: '提交' }, en: { make: 'Create an invitation code', renew: 'Replace the code', apply: 'New application', submit: 'Submit' } }[language]

  test(`the pages and their dialogs are accessible in ${language}`, async ({ page, browser }) => {
    await enter(page.context(), stage.cast, 'acme', language)
    await page.goto('/visitor/invitations')
    await settled(page)
    const make = page.getByRole('button', { name: w.make })
    if (await make.isVisible()) await make.click()
    await expect(page.locator('.address')).toBeVisible()
    const found = await violations(page, 'invitations')
    await page.getByRole('button', { name: w.renew }).click()
    found.push(...(await violations(page, 'renew')))
    await page.keyboard.press('Escape')
    const phone = await phoneOf(browser, stage, language)
    await phone.goto(await page.locator('.address').innerText())
    await expect(phone.getByRole('button', { name: w.submit })).toBeVisible()
    found.push(...(await violations(phone, 'join')))
    await phone.getByRole('button', { name: w.submit }).click()
    await expect(phone.getByRole('alert').first()).toBeVisible()
    found.push(...(await violations(phone, 'join with errors')))
    await page.goto('/visitor/attendees/past')
    await settled(page)
    found.push(...(await violations(page, 'past people')))
    await pressInRow(page.getByRole('row').nth(5), w.apply)
    found.push(...(await violations(page, 'take over')))
    expect(found).toEqual([])
  })
}
