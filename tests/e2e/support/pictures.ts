// Pictures that a journey takes on its way for the guides; only `npm run screenshots` keeps them.
import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { settled } from './stage.ts'

const folder = resolve(import.meta.dirname, '../../../docs/pictures')
const isKept = process.env.EXPOGATE_PICTURES === '1'

export async function picture(page: Page, name: string): Promise<void> {
  if (!isKept) return
  await settled(page)
  await page.screenshot({ path: resolve(folder, `${name}.png`), caret: 'hide', animations: 'disabled' })
}

export function keepPicture(png: Buffer, name: string): void {
  if (isKept) writeFileSync(resolve(folder, `${name}.png`), png)
}
