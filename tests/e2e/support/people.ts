// What people do in more than one journey: send a portrait, open a phone, announce a transfer.
import { expect, type Browser, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { portrait } from '../../support/attendee.ts'
import { root } from '../../support/server.ts'
import type { Language, Stage } from './stage.ts'

const picture = { name: 'portrait.png', mimeType: 'image/png', buffer: Buffer.from(portrait(180, 900, 1200)) }
/** A portrait of the demonstration. */
export const portraitOf = (name: string) => ({ name: 'portrait.jpg', mimeType: 'image/jpeg', buffer: readFileSync(resolve(root, `db/seeds/photos/${name}.jpg`)) })

/** A phone of somebody without an account. */
export async function phoneOf(browser: Browser, stage: Stage, language: Language = 'zh-CN'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: stage.server.url })
  await context.addInitScript((chosen) => localStorage.setItem('expogate.locale', chosen), language)
  return context.newPage()
}

/** Chooses a portrait and takes it as it is cut. */
export async function sendPhoto(page: Page, words = { choose: '选择照片', use: '使用此照片', photo: /证件照/ }, file = picture): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: words.choose }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: words.use }).click()
  await expect(page.getByRole('img', { name: words.photo })).toHaveJSProperty('complete', true)
}

/** Fills in what was not kept from before, and submits. */
export async function submitTransfer(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByRole('textbox', { name: '汇款方户名' }).fill('上海测试贸易有限公司')
  await page.getByRole('textbox', { name: '汇款方开户行' }).fill('中国银行上海分行')
  await page.getByRole('textbox', { name: '汇款方账号' }).fill('4563510012345678')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(file)
  await expect(page.getByText(`已上传 ${file.name}`)).toBeVisible()
  await page.getByRole('button', { name: '提交汇款信息' }).click()
  await expect(page.getByRole('heading', { name: '汇款信息已提交' })).toBeVisible()
}
