// The badge operator's day: a batch, its file, the desk, parcels; and what people see of their badge (BDG).
import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { approved, badgeOf, visitors, type Visitors } from '../support/badge.ts'
import { codesOf, textsOf } from '../support/pdf.ts'
import { browserOf, enter, setStage, settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()
let group: Visitors
test.beforeAll(async () => void (group = await visitors(stage.cast)))

async function ask(page: Page, text: string) {
  await page.getByRole('textbox', { name: /证件号码、人员编号或二维码/ }).fill(text)
  await page.keyboard.press('Enter')
}

test('a batch is printed and finished, and a badge goes over the desk', async ({ page, context }) => {
  const attendee = await approved(group, { name_zh: '陈一帆', name_en: 'Chen Yifan' })
  await enter(context, stage.cast, 'badges')
  await page.goto('/bureau/badges?state=awaiting')
  await page.getByRole('button', { name: '新建制证批次' }).click()
  const dialog = page.getByRole('dialog', { name: '新建制证批次' })
  await dialog.getByLabel('单位名称').fill(group.team.organization.name_zh)
  await dialog.getByRole('button', { name: '查看' }).click()
  await dialog.getByRole('button', { name: /^确认制证 \d+ 张$/ }).click()
  await expect(page).toHaveURL(/batches$/)
  const row = page.getByRole('row').nth(1)
  await expect(row).toContainText('待印制')
  const [download] = await Promise.all([page.waitForEvent('download'), pressInRow(row, '下载 PDF')])
  const pdf = readFileSync(await download.path())
  expect(textsOf(pdf)[0]).toContain('陈一帆')
  const [code] = codesOf(pdf)
  await pressInRow(row, '完成制证')
  await page.getByRole('dialog').getByRole('button', { name: '完成制证' }).click()
  await expect(row).toContainText('已制证')

  await page.goto('/bureau/badges/desk')
  // A hand scanner types into the page as it opens.
  await expect(page.getByRole('textbox', { name: /二维码/ })).toBeFocused()
  await page.keyboard.type(code!)
  await page.keyboard.press('Enter')
  const person = page.getByRole('article')
  await expect(person.getByRole('heading')).toContainText('陈一帆')
  await person.getByRole('button', { name: '发放', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发放' }).click()
  await expect(person).toContainText('已领取')
  await ask(page, '310101199001010000')
  await expect(page.getByRole('status').filter({ hasText: '没有找到' })).toBeVisible()
  await ask(page, attendee.number)
  await person.getByRole('button', { name: '补证或换证' }).click()
  const reissue = page.getByRole('dialog')
  await reissue.getByLabel('理由').fill('证件遗失')
  await reissue.getByRole('button', { name: '补证或换证' }).click()
  await expect(person).toContainText('待制证')
  await expect(person).toContainText('已换发新证')
  await person.getByRole('button', { name: '现场制证' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '现场制证' }).click()
  await expect(person.getByRole('link', { name: '打印 PDF' })).toBeVisible()
})

test('a person opens the electronic badge on a phone; the contact sees how far it is', async ({ browser }) => {
  const attendee = await approved(group, { name_zh: '林晓' })
  const desk = await stage.cast.as('badges')
  const badge = await badgeOf(desk, attendee)
  await desk.post(`/badges/${badge.id}/prints`)
  const contact = await browserOf(browser, group.team.client)
  await contact.goto('/visitor/attendees')
  await pressInRow(contact.getByRole('row', { name: /林晓/ }), '查看')
  const dialog = contact.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: '办证进度' })).toContainText('证件可领取')
  const address = await dialog.getByRole('link', { name: '打开电子证件' }).getAttribute('href')

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await phone.goto(new URL(address!).pathname + new URL(address!).hash)
  await settled(phone)
  await expect(phone.getByRole('img', { name: '林晓的入场二维码' })).toBeVisible()
  await expect(phone.getByRole('img', { name: '林晓的照片' })).toBeVisible()
  await phone.goto('/badge_check')
  await phone.getByRole('textbox').fill(badge.number)
  await phone.keyboard.press('Enter')
  await expect(phone.getByText('该证件本届有效')).toBeVisible()
  await phone.goto('/e_badge#wrong')
  await expect(phone.getByText('链接无效')).toBeVisible()
})

test('parcels are packed, sent, and seen by their receiver', async ({ page, context, browser }) => {
  await enter(context, stage.cast, 'badges')
  await page.goto('/bureau/badges/parcels?state=packed')
  await settled(page)
  const row = page.getByRole('row').nth(1)
  const number = (await row.getByRole('cell').first().innerText()).trim()
  await pressInRow(row, '查看')
  await expect(page.getByRole('dialog')).toContainText('B8-')
  await page.keyboard.press('Escape')
  await pressInRow(row, '寄出')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('快递公司').fill('中通快递')
  await dialog.getByLabel('快递单号').fill('1')
  await dialog.getByRole('button', { name: '寄出' }).click()
  await expect(dialog.getByText('快递单号应为 6 到 40 位字母或数字').first()).toBeVisible()
  await dialog.getByLabel('快递单号').fill('ZT20251010')
  await dialog.getByRole('button', { name: '寄出' }).click()
  await expect(page.getByText(`包裹 ${number} 已寄出`)).toBeVisible()
  const contact = await browserOf(browser, await stage.cast.as('acme'))
  await contact.goto('/visitor/parcels')
  await expect(contact.getByText('还没有寄给贵单位的证件')).toBeVisible()
})
