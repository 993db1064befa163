// An overseas visitor forgot the password and gets a code by e-mail, in English (ACC-03, MSG-00).
import { expect, test } from '@playwright/test'
import { players } from '../cast/cast.ts'
import { readOutbox, setStage, typeCredentials } from './support/stage.ts'

setStage()
const newPassword = 'Fjord#2025new'

test('a visitor recovers a forgotten password by e-mail, in English', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reset your password')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await test.step('says who it is and gets a code', async () => {
    await page.getByRole('textbox', { name: 'Username', exact: true }).fill(players.anna.name)
    await page.getByRole('textbox', { name: 'Mobile number or e-mail' }).fill(players.anna.name)
    await page.getByRole('button', { name: 'Send code' }).click()
    // The same words for everybody: they tell nobody which accounts exist (ACC-01).
    await expect(page.getByRole('status').filter({ hasText: 'If the account and the mobile number (or e-mail address) match' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Resend in \d+ s$/ })).toBeDisabled()
  })

  await test.step('a wrong code leads back to the code', async () => {
    await page.getByRole('textbox', { name: 'Verification code' }).fill('000000')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('textbox', { name: 'New password' }).fill(newPassword)
    await page.getByRole('button', { name: 'Reset password' }).click()
    await expect(page.getByRole('alert')).toContainText('1 field needs to be corrected')
    await expect(page.getByRole('textbox', { name: 'Verification code' })).toHaveAttribute('aria-invalid', 'true')
  })

  await test.step('the right code opens the way to a new password', async () => {
    await page.getByRole('textbox', { name: 'Verification code' }).fill(await readOutbox(page.context()))
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(page.getByRole('textbox', { name: 'New password' })).toHaveValue(newPassword)
    await page.getByRole('button', { name: 'Reset password' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Your password has been reset' })).toBeVisible()
    await expect(page).toHaveURL(/\/sign_in\?door=visitor/)
  })

  await test.step('and signs in with it', async () => {
    await typeCredentials(page, 'anna', newPassword, 'en')
    await expect(page).toHaveURL(/\/visitor$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Nordwind Foods GmbH')
  })
})
