// The steps of registration and of the organization form, as a visitor takes them.
import { expect, type Page } from '@playwright/test'
import { newestCode, password } from '../../cast/cast.ts'
import type { Stage } from './stage.ts'

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
export const english = { target: 'E-mail', send: 'Send code', sent: 'A code was sent to', code: 'Verification code', password: 'Password', confirm: 'Confirm password', submit: 'Register' }
