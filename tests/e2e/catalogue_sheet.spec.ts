// A catalogue leaves as a sheet and comes back (EDN-05): checked first, applied at once or not at all.
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readSheet, sheetType, writeSheet, type Row } from '../support/sheet.ts'
import { enter, setStage } from './support/stage.ts'

const stage = setStage()
const sheet = (rows: Row[]) => ({ name: 'visit_purpose.xlsx', mimeType: sheetType, buffer: Buffer.from(writeSheet(rows)) })

test('a catalogue is exported, a wrong sheet is told by row and column, the right one is applied', async ({ page }) => {
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/catalogues/visit_purpose')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  const { rows } = readSheet(readFileSync(await (await downloading).path()))
  expect(rows[0]).toEqual(['编码', '上级编码', '名称（中文）', '名称（英文）', '排序', '启用'])

  await page.getByRole('button', { name: '导入' }).click()
  const dialog = page.getByRole('dialog')
  const [nameless, added]: Row[] = [['robots', '', '', 'Robots', 90, '是'], ['robots', '', '了解机器人', 'Robots', 90, '是']]
  await dialog.getByLabel(/Excel/).setInputFiles(sheet([...rows, nameless!]))
  await dialog.getByRole('button', { name: '检查文件' }).click()
  await expect(dialog.getByRole('status')).toContainText('有 1 处错误')
  await expect(dialog.getByRole('row').nth(1)).toContainText(String(rows.length + 1))
  await expect(dialog.getByRole('row').nth(1)).toContainText('名称（中文）')

  await dialog.getByLabel(/Excel/).setInputFiles(sheet([...rows, added!]))
  await dialog.getByRole('button', { name: '检查文件' }).click()
  await expect(dialog.getByRole('status')).toContainText('没有发现错误')
  await expect(page.getByRole('row').filter({ hasText: '了解机器人' })).toHaveCount(0)
  await dialog.getByRole('button', { name: /1/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: '了解机器人' })).toContainText('启用')
})
