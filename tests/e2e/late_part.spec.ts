// Dialogs come when they are first opened: the keyboard is in them at once, and one that does not come says how to go on.
import { expect, test } from '@playwright/test'
import { goWithin } from './support/routes.ts'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()

test('a dialog takes the keyboard when it comes, dressed, and gives it back', async ({ page, context }) => {
  await enter(context, stage.cast, 'bureau')
  await page.goto('/bureau/accounts')
  await settled(page)
  await page.getByRole('button', { name: '新增主办方账号' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  expect(await dialog.evaluate((element) => element.contains(document.activeElement) && getComputedStyle(element).borderRadius !== '0px')).toBe(true)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '新增主办方账号' })).toBeFocused()
})

for (const [language, words] of Object.entries({ 'zh-CN': { alert: '没有载入', reload: '重新载入页面', later: '稍后再说', add: '新增主办方账号' }, en: { alert: 'could not be loaded', reload: 'Reload page', later: 'Not now', add: 'Add organizer account' } }))
  test(`what a newer version has replaced leads to a reload, with the page as it was (${language})`, async ({ page, context }) => {
    await enter(context, stage.cast, 'bureau', language as 'zh-CN' | 'en')
    await page.goto('/bureau/accounts')
    await settled(page)
    await page.route(/\/assets\/(AccountAddDialog|OrdersPage)/, (route) => route.fulfill({ status: 404 }))
    const notice = page.getByRole('alert').filter({ hasText: words.alert })

    await page.getByRole('button', { name: words.add }).click()
    await expect(notice).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await notice.getByRole('button', { name: words.later }).click()
    await expect(notice).toHaveCount(0)

    await goWithin(page, '/bureau/orders').catch(() => {})
    await expect(notice).toBeVisible()
    await expect(page.getByRole('button', { name: words.add })).toBeVisible()
    await page.unroute(/\/assets\/(AccountAddDialog|OrdersPage)/)
    await notice.getByRole('button', { name: words.reload }).click()
    await expect(page).toHaveURL(/\/bureau\/orders$/)
    await settled(page)
  })
