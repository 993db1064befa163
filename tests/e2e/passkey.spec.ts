// Somebody of the bureau registers a passkey and signs in with it; the browser's own virtual authenticator plays the device.
import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { password } from '../cast/cast.ts'
import { siteUrl } from './support/site.ts'
import { violations } from './support/axe.ts'
import { passSecondStep, setStage, settled, typeCredentials } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

// Browsers have passkeys for names, not for addresses of numbers.
const localUrl = siteUrl.replace('127.0.0.1', 'localhost')
setStage(async () => ({ EXPOGATE_HTTP_PUBLIC_URL: localUrl }))
test.use({ baseURL: localUrl })

async function plugIn(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'usb', hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return devtools
}

test('a member of the bureau registers a passkey and signs in with it', async ({ page }) => {
  await plugIn(page)
  await test.step('registers it behind the password', async () => {
    await page.goto('/sign_in?door=bureau')
    await typeCredentials(page, 'finance')
    await passSecondStep(page)
    await expect(page).toHaveURL(/\/bureau$/)
    await page.goto('/bureau/account/two_step')
    await settled(page)
    await expect(page.getByText('还没有通行密钥')).toBeVisible()
    await page.getByRole('button', { name: '登记通行密钥' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '名称' }).fill('办公室电脑')
    await dialog.getByRole('textbox', { name: '当前密码' }).fill(password)
    await dialog.getByRole('button', { name: '登记通行密钥' }).click()
    await expect(page.getByRole('row').filter({ hasText: '办公室电脑' })).toContainText('尚未使用')
    expect(await violations(page, 'passkeys')).toEqual([])
  })

  await test.step('is offered it first the next time', async () => {
    await page.context().clearCookies()
    await page.goto('/sign_in?door=bureau')
    await typeCredentials(page, 'finance')
    await expect(page.getByRole('radio', { name: '通行密钥' })).toBeChecked()
    expect(await violations(page, 'passkeys')).toEqual([])
    await page.getByRole('button', { name: '使用通行密钥' }).click()
    await expect(page).toHaveURL(/\/bureau$/)
  })

  await test.step('names it anew and removes it', async () => {
    await page.goto('/bureau/account/two_step')
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    await expect(row('办公室电脑')).not.toContainText('尚未使用')
    await pressInRow(row('办公室电脑'), '重命名')
    await page.getByRole('dialog').getByRole('textbox', { name: '名称' }).fill('旧电脑')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await pressInRow(row('旧电脑'), '删除')
    await page.getByRole('dialog').getByRole('textbox', { name: '当前密码' }).fill(password)
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await expect(page.getByText('还没有通行密钥')).toBeVisible()
  })
})
