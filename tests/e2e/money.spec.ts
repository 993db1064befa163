// What finance compares: the bank's statements with the transfers, the providers' bills with our books (ORD-04, ORD-09).
import { expect, test, type Page } from '@playwright/test'
import { approvedTeam } from '../support/attendee.ts'
import { begin, orderOf, unpaidOrder } from '../support/order.ts'
import { violations, violationsInBothLanguages } from './support/axe.ts'
import { enter, setStage, settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()
const dialog = (page: Page) => page.getByRole('dialog')
const csv = (...lines: string[]) => ({ name: 'statement.csv', mimeType: 'text/csv', buffer: Buffer.from(['银行流水号,记账日期,付款人,附言,金额', ...lines].join('\n')) })

test('a statement is checked, imported, and what it could not match is matched by hand', async ({ page }) => {
  const { client } = await approvedTeam(stage.cast)
  const [named, silent] = [await unpaidOrder(client, 2), await unpaidOrder(client, 3)]
  const { number } = (await begin(client, named, 'transfer')).body
  await begin(client, silent, 'transfer')
  const lines = [`S1,2025-10-10,上海测试公司,证件费 ${number},320.00`, 'S2,2025-10-10,上海测试公司,忘写附言,480.00']
  await enter(page.context(), stage.cast, 'finance')
  const found: string[] = []

  await test.step('a wrong file is told by row and column, and changes nothing', async () => {
    await page.goto('/bureau/statements')
    await page.getByRole('button', { name: '导入流水' }).click()
    await dialog(page).getByLabel(/CSV/).setInputFiles(csv(lines[0]!, 'S2,昨天,乙,,480.00'))
    await dialog(page).getByRole('button', { name: '检查文件' }).click()
    await expect(dialog(page).getByRole('row').nth(1)).toContainText('记账日期')
    found.push(...(await violations(page, 'a wrong statement')))
  })

  await test.step('the right one pays the order that it names', async () => {
    await dialog(page).getByLabel(/CSV/).setInputFiles(csv(...lines))
    await dialog(page).getByRole('button', { name: '检查文件' }).click()
    await expect(dialog(page).getByRole('status')).toContainText('共 2 行：新增 2，已有 0；其中 1 行')
    await dialog(page).getByRole('button', { name: '导入 2 行' }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.getByRole('row').filter({ hasText: 'S1' }).getByRole('link', { name: named.number })).toBeVisible()
    expect((await orderOf(client, named)).state).toBe('paid')
  })

  await test.step('finance says which order the other line pays', async () => {
    await page.goto('/bureau/statements?is_matched=false')
    await pressInRow(page.getByRole('row').filter({ hasText: 'S2' }), '匹配')
    await dialog(page).getByRole('button', { name: '匹配' }).click()
    await expect(dialog(page).getByText('请选择订单').first()).toBeVisible()
    await dialog(page).getByRole('radio', { name: silent.number }).check()
    await expect(dialog(page).getByRole('status')).toContainText(`订单 ${silent.number} 视为已支付 ¥480.00`)
    found.push(...(await violations(page, 'match')))
    await dialog(page).getByRole('radio', { name: '其他订单' }).check()
    await expect(dialog(page).getByRole('textbox', { name: '订单编号' })).toBeVisible()
    await dialog(page).getByRole('radio', { name: silent.number }).check()
    await dialog(page).getByRole('button', { name: '匹配' }).click()
    await expect(dialog(page)).toHaveCount(0)
    expect((await orderOf(client, silent)).state).toBe('paid')
  })

  await page.goto('/bureau/statements')
  await settled(page)
  found.push(...(await violationsInBothLanguages(page, 'statements')))
  expect(found).toEqual([])
})

test('the bills are fetched, a difference is looked into, and the table is exported', async ({ page }) => {
  const { client } = await approvedTeam(stage.cast)
  const pay = async (channel: string) => {
    const { number } = (await begin(client, await unpaidOrder(client), channel)).body
    await stage.cast.nobody().post(`/sandbox/charges/${number}/payments`)
    return number
  }
  await pay('alipay')
  await enter(page.context(), stage.cast, 'finance')
  const found: string[] = []
  const row = (channel: string) => page.getByRole('row').filter({ hasText: '2025-10-10' }).filter({ hasText: channel })

  await page.goto('/bureau/reconciliation?from_on=2025-10-10&to_on=2025-10-10')
  await expect(row('支付宝')).toContainText('账单未下载')
  await page.getByRole('button', { name: '重新下载账单' }).click()
  await expect(row('支付宝')).toContainText('一致', { timeout: 30_000 })
  await expect(row('转账支付')).toContainText('见银行流水')

  const late = await pay('wechat')
  await page.reload()
  await pressInRow(row('微信支付'), '1 笔差异')
  await expect(dialog(page)).toContainText(late)
  await expect(dialog(page)).toContainText('支付机构账单中没有')
  found.push(...(await violations(page, 'differences')))
  await page.keyboard.press('Escape')
  found.push(...(await violationsInBothLanguages(page, 'reconciliation')))
  await page.getByRole('button', { name: '中文' }).click()

  await page.getByRole('button', { name: '导出' }).click()
  await expect(dialog(page).getByRole('link', { name: '下载' })).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await page.goto('/bureau/reconciliation?from_on=2025-01-01&to_on=2025-10-10')
  await expect(page.getByRole('alert')).toContainText('一次最多查询')
  expect(found).toEqual([])
})
