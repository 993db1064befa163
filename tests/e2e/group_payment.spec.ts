// Group payment (GPY): enabled by the bureau, turned on by a code, decided person by person, owed to the fen, turned off.
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { added, approvedTeam, type Team } from '../support/attendee.ts'
import type { Player } from '../cast/cast.ts'
import { picture } from './support/pictures.ts'
import { browserOf, enter, readOutbox, setStage, settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()
test.describe.configure({ mode: 'serial' })

const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (place: Page | Locator, text: string) => place.getByRole('row').filter({ hasText: text })

async function open(browser: Browser, player: Player, path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await enter(page.context(), stage.cast, player)
  await page.goto(path)
  await settled(page)
  return page
}

/** By the code that is sent to the group's mobile. */
async function turn(page: Page, words: string): Promise<void> {
  await stage.server.moveClock(61) // a number gets one SMS a minute (ACC-03)
  await page.getByRole('main').getByRole('button', { name: words }).click()
  await dialog(page).getByRole('button', { name: '获取验证码' }).click()
  await expect(dialog(page).getByRole('status')).toContainText('验证码已发送至')
  await dialog(page).getByRole('textbox', { name: '验证码' }).fill(await readOutbox(page.context()))
  await dialog(page).getByRole('button', { name: words }).click()
}

/** Chooses people in the list, and acts on them. */
async function decide(page: Page, numbers: string[], action: '确认代付' | '取消代付'): Promise<void> {
  for (const number of numbers) await rowOf(page, number).getByRole('checkbox').check()
  await page.getByRole('main').getByRole('button', { name: action }).click()
  await dialog(page).getByRole('button', { name: action }).click()
}

let team: Team
let shanghai: Page
let bureau: Page
test.beforeAll(async ({ browser }) => {
  team = await approvedTeam(stage.cast)
  bureau = await open(browser, 'bureau', '/bureau/group_payments')
  shanghai = await open(browser, 'shanghai', '/group/attendees/direct/list')
})
test.afterAll(async () => {
  for (const page of [bureau, shanghai]) await page?.context().close()
})

test('the bureau enables it, and the group turns it on with a code', async () => {
  await expect(shanghai.getByRole('button', { name: '开启统付' })).toHaveCount(0)
  await bureau.getByRole('textbox', { name: '交易团（分团）' }).fill('上海')
  await bureau.keyboard.press('Enter')
  await pressInRow(rowOf(bureau, '上海交易团').first(), '开通权限')
  await dialog(bureau).getByRole('button', { name: '开通权限' }).click()
  await expect(rowOf(bureau, '上海交易团').first()).toContainText('已开通')

  await shanghai.reload()
  await settled(shanghai)
  await shanghai.getByRole('button', { name: '开启统付' }).click()
  await expect(dialog(shanghai)).toContainText('在交易团确认前，企业或个人无法进行证件费支付')
  await picture(shanghai, 'group-payment-on')
  await shanghai.keyboard.press('Escape')
  await turn(shanghai, '开启统付')
  await expect(shanghai.getByRole('button', { name: '关闭统付' })).toBeVisible()
})

test('new people wait for the group, which sponsors, declines, and is asked beyond the limit', async ({ browser }) => {
  const people = [await added(team.client), await added(team.client), await added(team.client)]
  const [first, second, third] = people.map(({ number }) => number) as [string, string, string]
  await test.step('nobody can pay meanwhile', async () => {
    const contact = await browserOf(browser, team.client)
    await contact.goto('/visitor/attendees')
    await settled(contact)
    await expect(rowOf(contact, first)).toContainText('待交易团确认')
    await contact.context().close()
  })
  await test.step('the group limits it to one person of an organization', async () => {
    await shanghai.goto(`/group/administration/quotas/sponsorship?number=${team.organization.number}`)
    await settled(shanghai)
    await pressInRow(rowOf(shanghai, team.organization.number), '设置额度')
    await dialog(shanghai).getByRole('radio', { name: '按人数设置' }).check()
    await dialog(shanghai).getByRole('textbox', { name: '人数' }).fill('1')
    await dialog(shanghai).getByRole('button', { name: '保存', exact: true }).click()
    await expect(rowOf(shanghai, team.organization.number)).toContainText('1 人')
    await picture(shanghai, 'group-payment-limits')
  })
  await test.step('the question beyond the limit is answered with yes', async () => {
    await shanghai.goto(`/group/attendees/direct/list?organization=${encodeURIComponent(team.organization.name_zh)}`)
    await settled(shanghai)
    await decide(shanghai, [first, second], '确认代付')
    await expect(dialog(shanghai).getByRole('alert')).toContainText(`单位<${team.organization.name_zh}>本次锁定提交的专业观众人数已达代付限额`)
    await picture(shanghai, 'group-payment-over-limit')
    await dialog(shanghai).getByRole('checkbox', { name: '我确认超出代付限额，继续代付' }).check()
    await dialog(shanghai).getByRole('button', { name: '确认代付' }).click()
    await expect(rowOf(dialog(shanghai), first)).toContainText('已完成')
    await expect(rowOf(dialog(shanghai), second)).toContainText('已完成')
    await shanghai.keyboard.press('Escape')
    await expect(rowOf(shanghai, second)).toContainText('已代付')
  })
  await test.step('it cannot be turned off while somebody waits', async () => {
    await shanghai.getByRole('main').getByRole('button', { name: '关闭统付' }).click()
    await expect(dialog(shanghai).getByRole('alert')).toContainText('还有人员待确认代付')
    await dialog(shanghai).getByRole('link', { name: '查看待确认的 1 人' }).click()
    await expect(rowOf(shanghai, third)).toBeVisible()
    await decide(shanghai, [third], '取消代付')
    await expect(rowOf(dialog(shanghai), third)).toContainText('已完成')
    await shanghai.keyboard.press('Escape')
  })
})

test('what the group owes stands in its list and in the bureau’s statement', async () => {
  await shanghai.goto('/group/attendees/direct/sponsored')
  await settled(shanghai)
  await expect(shanghai.getByRole('status').filter({ hasText: '总计' })).toHaveText('总计 2 人，¥320.00')
  await picture(shanghai, 'group-payment-sponsored')
  await bureau.reload()
  await settled(bureau)
  await expect(rowOf(bureau, '上海交易团').first()).toContainText('320.00')
  await picture(bureau, 'group-payment-bureau')
  await rowOf(bureau, '上海交易团').first().getByRole('link', { name: '2' }).click()
  await expect(bureau.getByRole('status').filter({ hasText: '总计' })).toHaveText('总计 2 人，¥320.00')
})

test('and turned off, new people pay themselves', async () => {
  await shanghai.goto('/group/attendees/direct/list')
  await settled(shanghai)
  await turn(shanghai, '关闭统付')
  await expect(shanghai.getByRole('button', { name: '开启统付' })).toBeVisible()
  expect((await added(team.client)).state).toBe('awaiting_payment')
  expect(stage.server.command('verify').stdout).toMatch(/^sound/)
})
