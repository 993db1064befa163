// The first journey for somebody who reads English: nothing Chinese is left but names and data.
import { expect, test, type Page } from '@playwright/test'
import { passSecondStep, setStage, settled, typeCodeFromOutbox, typeCredentials } from './support/stage.ts'

const stage = setStage()
const newPassword = 'Kite#4096blue'

/** Names that have no English: whoever named the account did so in Chinese. */
const names = ['北京交易团海淀区分团']

/** Every text, label, title and placeholder of the page with a Chinese character that is neither a name nor marked as Chinese. */
async function chineseLeft(page: Page): Promise<string[]> {
  await settled(page)
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title]
    const isMarked = (element: Element | null) => Boolean(element?.closest('body [lang="zh-CN"], [aria-hidden="true"]'))
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (!isMarked(walker.currentNode.parentElement)) found.push(walker.currentNode.textContent ?? '')
    for (const element of document.querySelectorAll('*')) {
      if (isMarked(element)) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'value']) found.push(element.getAttribute(name) ?? '')
    }
    return found
  })
  return texts.map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text).trim()).filter((text) => /\p{Script=Han}/u.test(text))
}

test('the scan sees Chinese where there is some', async ({ page }) => {
  await page.goto('/')
  expect(await chineseLeft(page)).toContain('欢迎登录')
})

test('a subgroup signs in, reads and changes its password in English', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  expect(await chineseLeft(page)).toEqual([])
  await page.getByText('Trading group', { exact: true }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '2 fields need to be corrected' })).toBeVisible()
  expect(await chineseLeft(page)).toEqual([])

  await typeCredentials(page, 'haidian', undefined, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second step')
  expect(await chineseLeft(page)).toEqual([])
  await passSecondStep(page, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welcome')
  for (const branch of ['Administration', 'Statistics']) await page.getByRole('navigation', { name: 'Main menu' }).getByText(branch, { exact: true }).click()
  expect(await chineseLeft(page)).toEqual([])

  await page.getByRole('button', { name: 'First review by subgroups' }).click()
  await expect(page.getByRole('dialog')).toContainText('Organizations that pass your first review')
  expect(await chineseLeft(page)).toEqual([])
  await page.keyboard.press('Escape')

  await stage.server.moveClock(61)
  await page.getByRole('link', { name: 'Account', exact: true }).click()
  const tabs = page.getByRole('navigation', { name: 'Account', exact: true })
  await expect(tabs.getByRole('link').first()).toBeVisible()
  const count = await tabs.getByRole('link').count()
  expect(count).toBe(10)
  for (let i = 0; i < count; i++) {
    await tabs.getByRole('link').nth(i).click()
    expect(await chineseLeft(page)).toEqual([])
  }
  await tabs.getByRole('link', { name: 'Password' }).click()
  await page.getByLabel('Code by SMS or e-mail').check()
  await page.getByRole('button', { name: 'Send code' }).click()
  await typeCodeFromOutbox(page, 'en')
  await page.getByRole('textbox', { name: 'New password' }).fill('short')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '1 field needs to be corrected' })).toBeVisible()
  expect(await chineseLeft(page)).toEqual([])
  await page.getByRole('textbox', { name: 'New password' }).fill(newPassword)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'password' }).last()).toBeVisible()
  expect(await chineseLeft(page)).toEqual([])

  await page.getByRole('button', { name: 'Sign out' }).click()
  await typeCredentials(page, 'haidian', 'Wrong#2025', 'en')
  await expect(page.getByText(/locked for 15 minutes after 4 more failed attempts/)).toBeVisible()
  expect(await chineseLeft(page)).toEqual([])
})

test('the language follows the account to its next browser', async ({ page, browser }) => {
  await page.goto('/sign_in?door=visitor')
  await typeCredentials(page, 'acme')
  await expect(page).toHaveURL(/\/visitor$/)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welcome')
  const next = await browser.newContext()
  const elsewhere = await next.newPage()
  await elsewhere.goto('/sign_in?door=visitor')
  await typeCredentials(elsewhere, 'acme')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText('Welcome')
  await next.close()
})
