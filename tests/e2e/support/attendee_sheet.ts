// The import of people from a sheet, as a contact does it: the template is downloaded, filled in, and checked.
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readSheet, sheetType, writeSheet, type Row } from '../../support/sheet.ts'

export interface Template {
  headings: Row
  example: Row
  /** The example with somebody's name and document instead of its own. */
  person(name: string, document: string): Row
}

/** Opens the import and downloads its template. */
export async function openTemplate(page: Page): Promise<Template> {
  await page.getByRole('button', { name: '批量导入' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: '下载模板' }).click()
  const [headings, example] = readSheet(readFileSync(await (await downloading).path())).rows as [Row, Row]
  const person = (name: string, document: string) => headings.map((heading, i) => ({ '姓名（中文）': name, 证件号码: document, 性别: '', 出生日期: '' })[String(heading)] ?? example[i]!)
  return { headings, example, person }
}

export async function checkSheet(page: Page, rows: Row[]): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Excel/).setInputFiles({ name: 'attendees.xlsx', mimeType: sheetType, buffer: Buffer.from(writeSheet(rows)) })
  await dialog.getByRole('button', { name: '检查文件' }).click()
}
