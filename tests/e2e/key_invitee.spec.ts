// 推荐重点邀请单位 (GRP-05): a group adds and imports, invites, and sees its invitee come in by the link; the bureau recommends, too.
import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { tokenSentTo } from '../support/key_invitee.ts'
import { blankPicture, uscc } from '../support/organization.ts'
import { readSheet, sheetType, writeSheet } from '../support/sheet.ts'
import { picture } from './support/pictures.ts'
import { chinese, goOn, pictureOf, proveAndRegister } from './support/registration.ts'
import { enter, setStage, settled } from './support/stage.ts'
import { expectRefusal, pressAnywhere, pressInRow } from './support/rows.ts'
import { pick } from './support/choices.ts'

const stage = setStage()
test.use({ viewport: { width: 1366, height: 768 } })

const [code, other] = [uscc(9101), uscc(9102)]
const [name, imported] = ['上海受邀示范有限公司', '上海导入示范有限公司']
const mobile = '13688880001'

const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

async function close(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: '关闭', exact: true }).last().click()
  await expect(dialog(page)).toHaveCount(0)
}

test('a group adds one, imports another, invites them, and one comes in by the link', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await enter(page.context(), stage.cast, 'shanghai')
  await page.goto('/group/key_invitees')
  await settled(page)
  // Wide enough for every column.
  await page.setViewportSize({ width: 1720, height: 768 })
  await picture(page, 'key-invitees')
  await page.setViewportSize({ width: 1366, height: 768 })

  await test.step('by form: what is wrong is told at its field', async () => {
    await page.getByRole('button', { name: '新增推荐' }).click()
    await dialog(page).getByRole('textbox', { name: '单位名称' }).fill(name)
    await dialog(page).getByRole('textbox', { name: '统一社会信用代码' }).fill('91310115')
    await dialog(page).getByRole('textbox', { name: '联系人' }).fill('许晴')
    await dialog(page).getByRole('textbox', { name: '手机' }).fill(mobile)
    await pick(dialog(page).getByRole('combobox', { name: '拟邀请到的分团' }), { label: '上海交易团浦东新区分团' })
    await dialog(page).getByRole('textbox', { name: '推荐理由' }).fill('本市最大的乳品进口商')
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(dialog(page)).toContainText('应为 18 位')
    await dialog(page).getByRole('textbox', { name: '统一社会信用代码' }).fill(code)
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(rowOf(page, name)).toContainText('未邀请')
    await expect(rowOf(page, name)).toContainText('136****0001')
  })

  await test.step('by sheet', async () => {
    await page.getByRole('button', { name: '导入', exact: true }).click()
    const downloading = page.waitForEvent('download')
    await dialog(page).getByRole('button', { name: '下载模板' }).click()
    const [headings] = readSheet(readFileSync(await (await downloading).path())).rows
    const check = async (level: string) => {
      const sheet = writeSheet([headings!, ['上海交易团浦东新区分团', imported, other, '何静', '13688880002', null, level, null]])
      await dialog(page).getByLabel(/Excel/).setInputFiles({ name: 'key.xlsx', mimeType: sheetType, buffer: Buffer.from(sheet) })
      await dialog(page).getByRole('button', { name: '检查文件' }).click()
    }
    await check('特级')
    await expect(dialog(page).getByRole('row').nth(1)).toContainText('级别')
    await check('重要')
    await dialog(page).getByRole('button', { name: '导入 1 家单位' }).click()
    await expect(rowOf(page, imported)).toContainText('重要')
  })

  await test.step('invites both; one who was written to today is not written to again', async () => {
    for (const each of [name, imported]) await page.getByRole('checkbox', { name: `选择 ${each}` }).check()
    await pressAnywhere(page, '发送邀请', { exact: true })
    await expect(dialog(page)).toContainText('2 家单位')
    await dialog(page).getByRole('button', { name: '发送邀请' }).click()
    await expect(rowOf(page, name).last()).toContainText('已完成')
    await close(page)
    await expect(rowOf(page, name)).toContainText('已邀请')
    await expectRefusal(rowOf(page, name), /再次邀请/, /24 小时内已发送过邀请/)
  })

  const visitor = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await test.step('the invitee finds group, code and name filled in, and registers', async () => {
    await visitor.goto(`/register#${await tokenSentTo(stage.cast.nobody(), mobile)}`)
    await settled(visitor)
    await expect(visitor.getByRole('note')).toContainText(`上海交易团浦东新区分团 邀请 ${name}`)
    await expect(visitor.getByRole('combobox', { name: '交易团', exact: true })).toHaveValue('上海交易团')
    await expect(visitor.getByRole('combobox', { name: '交易分团' })).toHaveValue('上海交易团浦东新区分团')
    await expect(visitor.getByRole('textbox', { name: /推荐码/ })).toHaveValue(/^K\d{12}$/)
    await picture(visitor, 'key-invitees-registration')
    await goOn(visitor)
    await expect(visitor.getByRole('textbox', { name: '统一社会信用代码' })).toHaveValue(code)
    await expect(visitor.getByRole('textbox', { name: '单位名称（中文）' })).toHaveValue(name)
    await visitor.locator('input[type=file]').setInputFiles({ ...pictureOf(blankPicture()), mimeType: 'image/png' })
    await expect(visitor.getByRole('status').filter({ hasText: '部分内容未能识别' })).toBeVisible({ timeout: 30_000 })
    await goOn(visitor)
    await proveAndRegister(visitor, stage, mobile, chinese)
  })

  await test.step('and the list knows', async () => {
    await page.reload()
    await settled(page)
    await expect(rowOf(page, name)).toContainText('已注册到本团')
    await expect(rowOf(page, name)).toContainText('打开链接')
    await expect(rowOf(page, name)).toContainText('已保存')
    await page.getByRole('checkbox', { name: `选择 ${imported}` }).check()
    await pressAnywhere(page, '撤回', { exact: true })
    await expect(dialog(page)).toContainText('邀请链接随即失效')
    await dialog(page).getByRole('button', { name: '撤回' }).click()
    await expect(rowOf(page, imported).last()).toContainText('已完成')
    await close(page)
    await expect(rowOf(page, imported)).toContainText('已撤回')
    await visitor.goto(`/register?again#${await tokenSentTo(stage.cast.nobody(), '13688880002')}`)
    await expect(visitor.getByRole('alert')).toContainText('邀请链接无效')
    await expect(visitor.getByRole('combobox', { name: '交易团', exact: true })).toBeVisible()
  })
  await visitor.context().close()
})

test('what the bureau recommends is a task of the group, which puts it aside with a reason', async ({ browser }) => {
  const wanted = '上海主办推荐示范有限公司'
  const open = async (player: 'bureau' | 'shanghai', path: string) => {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await enter(page.context(), stage.cast, player)
    await page.goto(path)
    await settled(page)
    return page
  }
  const bureau = await open('bureau', '/bureau/key_invitees')
  await bureau.getByRole('button', { name: '向交易团推荐' }).click()
  await pick(dialog(bureau).getByRole('combobox', { name: '交易团', exact: true }), { label: '上海交易团' })
  await dialog(bureau).getByRole('textbox', { name: '单位名称' }).fill(wanted)
  await dialog(bureau).getByRole('textbox', { name: '统一社会信用代码' }).fill(uscc(9103))
  await dialog(bureau).getByRole('button', { name: '保存' }).click()
  await expect(rowOf(bureau, wanted)).toContainText('主办方推荐')

  const shanghai = await open('shanghai', '/group')
  await shanghai.getByRole('link', { name: /主办方推荐的待邀请单位/ }).click()
  await expect(rowOf(shanghai, wanted)).toContainText('来自主办方')
  await expectRefusal(rowOf(shanghai, wanted), /发送邀请/, /请先补充联系方式/)
  await pressInRow(rowOf(shanghai, wanted), '搁置')
  await dialog(shanghai).getByRole('textbox', { name: '搁置理由' }).fill('该企业今年停产')
  await dialog(shanghai).getByRole('button', { name: '搁置' }).click()
  await expect(rowOf(shanghai, wanted).last()).toContainText('已完成')
  await close(shanghai)
  await bureau.reload()
  await expect(rowOf(bureau, wanted)).toContainText('该企业今年停产')
  await picture(bureau, 'key-invitees-bureau')
  for (const page of [bureau, shanghai]) await page.context().close()
})
