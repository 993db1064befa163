// Groups and subgroups leave as a sheet and come back (GRP-01): checked first, applied at once or not at all.
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readSheet, sheetType, writeSheet, type Row } from '../support/sheet.ts'
import { enter, setStage } from './support/stage.ts'

const stage = setStage()
const sheet = (rows: Row[]) => ({ name: 'groups.xlsx', mimeType: sheetType, buffer: Buffer.from(writeSheet(rows)) })

test('the tree is downloaded, a wrong row is told by row and column, the right ones are applied', async ({ page }) => {
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/trading_groups')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载表格' }).click()
  const { rows } = readSheet(readFileSync(await (await downloading).path()))
  expect(rows[0]).toEqual(['编码', '级别', '所属交易团', '类别', '名称（中文）', '名称（英文）', '账号', '手机号', '电子邮箱', '状态'])

  await page.getByRole('button', { name: '导入表格' }).click()
  const dialog = page.getByRole('dialog')
  const added: Row = ['', '交易分团', '上海交易团', '', '上海交易团演示分团', 'Shanghai Demonstration Subgroup', 'shanghaiyanshi', '13700006661', '', '']
  const mobileless = added.map((cell, at) => (at === 7 ? '' : cell))
  await dialog.getByLabel(/Excel/).setInputFiles(sheet([...rows, mobileless]))
  await dialog.getByRole('button', { name: '检查文件' }).click()
  await expect(dialog.getByRole('status')).toContainText('有 1 处错误')
  await expect(dialog.getByRole('row').nth(1)).toContainText(String(rows.length + 1))
  await expect(dialog.getByRole('row').nth(1)).toContainText('手机号')

  await dialog.getByLabel(/Excel/).setInputFiles(sheet([...rows, added]))
  await dialog.getByRole('button', { name: '检查文件' }).click()
  await expect(dialog.getByRole('status')).toContainText(`共 ${rows.length} 行：新增 1，修改 0，不变 ${rows.length - 1}。`)
  await dialog.getByRole('button', { name: '导入 1 个交易团、分团' }).click()
  await expect(dialog).toBeHidden()
  await page.goto('/bureau/trading_groups?q=shanghaiyanshi')
  await expect(page.getByRole('row').filter({ hasText: '上海交易团演示分团' })).toContainText('上海交易团')
})
