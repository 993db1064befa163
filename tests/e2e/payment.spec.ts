// 人员证件订单: from the chosen people to the paid order, by those who pay and by finance (ORD-01…08).
import { expect, test, type Page } from '@playwright/test'
import { added, approvedTeam, review, type Team } from '../support/attendee.ts'
import { begin, unpaidOrder, type Order } from '../support/order.ts'
import { png } from '../support/png.ts'
import { violations, violationsInBothLanguages } from './support/axe.ts'
import { submitTransfer } from './support/people.ts'
import { browserOf, enter, setStage, settled } from './support/stage.ts'
import { goodVoucher } from '../support/voucher_pdf.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()
let team: Team
test.beforeAll(async () => {
  team = await approvedTeam(stage.cast)
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const dialog = (page: Page) => page.getByRole('dialog')
const picture = { name: 'voucher.png', mimeType: 'image/png', buffer: Buffer.from(png(400, 300, 200)) }
const sheet = { name: 'voucher.pdf', mimeType: 'application/pdf', buffer: goodVoucher() }

async function openPay(page: Page, order: Order, way: string): Promise<void> {
  await page.goto(`/visitor/orders/${order.id}/pay`)
  await page.getByRole('tab', { name: way }).click()
}

test('an order is made of chosen people, paid by a code, and the page follows without a reload', async ({ browser }) => {
  const people = [await added(team.client, { name_zh: '陈一鸣' }), await added(team.client, { name_zh: '林小满' })]
  const contact = await browserOf(browser, team.client)
  const found: string[] = []

  await test.step('the chosen people lead to the order', async () => {
    await contact.goto('/visitor/attendees')
    for (const { name_zh } of people) await contact.getByRole('checkbox', { name: `选择 ${name_zh}` }).check()
    await contact.getByRole('button', { name: '提交办证(付费)' }).click()
    await expect(heading(contact)).toHaveText('确认订单信息')
    await expect(contact.getByRole('table')).toContainText('陈一鸣')
    await expect(contact.getByText('¥320.00')).toBeVisible()
    await expect(contact.getByRole('main').getByRole('listitem')).toHaveCount(5)
    found.push(...(await violationsInBothLanguages(contact, 'confirm')))
    await contact.getByRole('button', { name: '中文' }).click()
  })

  await test.step('without the notices there is no order', async () => {
    await contact.getByRole('button', { name: '生成订单' }).click()
    await expect(contact.getByRole('alert')).toContainText('请阅读并同意系统提示')
    await contact.getByRole('checkbox', { name: '我已阅读并同意以上系统提示' }).check()
    await contact.getByRole('button', { name: '生成订单' }).click()
    await expect(heading(contact)).toHaveText(/^订单 V\d{21}$/)
    await expect(contact.getByRole('timer')).toHaveText(/^23:59:\d\d$/)
    found.push(...(await violationsInBothLanguages(contact, 'order')))
    await contact.getByRole('button', { name: '中文' }).click()
  })

  await test.step('a code is shown, marked as a sandbox', async () => {
    await contact.getByRole('main').getByRole('button', { name: '支付', exact: true }).click()
    await contact.getByRole('radio', { name: '支付宝' }).check()
    await expect(contact.getByRole('img', { name: '支付宝付款二维码' })).toBeVisible()
    await expect(contact.getByText('沙箱环境：用于演示，不发生真实付款。')).toBeVisible()
    found.push(...(await violationsInBothLanguages(contact, 'pay by code')))
    await contact.getByRole('button', { name: '中文' }).click()
  })

  await test.step('it is paid at the cashier, on a phone', async () => {
    const address = await contact.getByRole('link', { name: '打开沙箱收银台' }).getAttribute('href')
    const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
    await phone.goto(address!)
    await expect(phone.getByText('沙箱 · 演示付款')).toBeVisible()
    found.push(...(await violationsInBothLanguages(phone, 'cashier')))
    await phone.getByRole('button', { name: '中文' }).click()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await phone.getByRole('button', { name: '模拟支付 ¥320.00' }).click()
    await expect(phone.getByText('模拟付款成功')).toBeVisible()
    await phone.context().close()
  })

  await expect(contact.getByRole('heading', { name: '支付成功' })).toBeVisible()
  found.push(...(await violations(contact, 'paid')))
  await contact.goto('/visitor/attendees?state=awaiting_review')
  await expect(contact.getByRole('table')).toContainText('林小满')
  await contact.goto('/visitor/orders')
  await expect(contact.getByRole('row').filter({ hasText: '¥320.00' })).toContainText('已支付')
  expect(found).toEqual([])
  await contact.context().close()
})

test('who cannot be ordered for is left out with the reason; a cancelled order frees its people', async ({ browser }) => {
  const order = await unpaidOrder(team.client)
  const other = await added(team.client, { name_zh: '周末' })
  const contact = await browserOf(browser, team.client)
  await contact.goto(`/visitor/orders/new?attendee=${order.items[0]!.attendee_id}&attendee=${other.id}`)
  await expect(contact.getByRole('status').filter({ hasText: '以下 1 人未列入订单' })).toContainText(order.number)
  await expect(contact.getByRole('table')).toContainText('周末')

  await contact.goto(`/visitor/orders/${order.id}`)
  await contact.getByRole('button', { name: '取消订单' }).click()
  await expect(dialog(contact)).toContainText(`将取消订单 ${order.number}，其中 1 人恢复为待支付`)
  expect(await violations(contact, 'cancel')).toEqual([])
  await dialog(contact).getByRole('button', { name: '取消订单' }).click()
  await expect(contact.getByRole('main').getByText('已取消', { exact: true })).toBeVisible()
  await contact.goto(`/visitor/orders/${order.id}/pay`)
  await expect(contact.getByRole('heading', { name: '订单已取消' })).toBeVisible()
  await contact.context().close()
})

test('corporate banking opens beside the page, which follows', async ({ browser }) => {
  const order = await unpaidOrder(team.client)
  const contact = await browserOf(browser, team.client)
  await openPay(contact, order, 'B2B 网关支付')
  await contact.getByRole('button', { name: '获取付款链接' }).click()
  const opened = contact.waitForEvent('popup')
  await contact.getByRole('button', { name: '前往网银付款' }).click()
  const bank = await opened
  await bank.getByRole('button', { name: /模拟支付/ }).click()
  await bank.getByRole('link', { name: '返回商户' }).click()
  await expect(heading(bank)).toHaveText(`订单 ${order.number}`)
  await expect(contact.getByRole('heading', { name: '支付成功' })).toBeVisible()
  await contact.context().close()
})

test('a transfer is announced, sent back with the reason, announced again, and confirmed', async ({ browser, page: finance }) => {
  const order = await unpaidOrder(team.client)
  const contact = await browserOf(browser, team.client)
  await enter(finance.context(), stage.cast, 'finance')
  const found: string[] = []

  await test.step('the account and the reference are shown; the form says what is missing', async () => {
    await openPay(contact, order, '转账支付')
    await expect(contact.getByText('户名：展会示范账户')).toBeVisible()
    await expect(contact.getByText(/^T\d{11}$/)).toBeVisible()
    await contact.getByRole('button', { name: '提交汇款信息' }).click()
    await expect(contact.getByRole('alert')).toContainText('处需要修改')
    found.push(...(await violationsInBothLanguages(contact, 'pay by transfer')))
    await contact.getByRole('button', { name: '中文' }).click()
    await submitTransfer(contact, sheet)
  })

  await test.step('finance cannot find the money', async () => {
    await finance.goto('/bureau/transfers?state=submitted')
    await pressInRow(finance.getByRole('row').filter({ hasText: order.number }), '处理')
    await expect(dialog(finance).getByRole('link', { name: '下载凭证（PDF）' })).toBeVisible()
    await dialog(finance).getByRole('radio', { name: '退回' }).check()
    await dialog(finance).getByRole('textbox', { name: '退回原因' }).fill('银行尚未到账')
    found.push(...(await violations(finance, 'refuse a transfer')))
    await dialog(finance).getByRole('button', { name: '确定' }).click()
    await expect(dialog(finance)).toHaveCount(0)
  })

  await test.step('the payer sees the reason without a reload, and submits again', async () => {
    await expect(contact.getByText('银行尚未到账')).toBeVisible()
    await submitTransfer(contact, picture)
  })

  await test.step('finance sees the voucher and confirms', async () => {
    await finance.goto('/bureau/transfers?state=submitted')
    await pressInRow(finance.getByRole('row').filter({ hasText: order.number }), '处理')
    await expect(dialog(finance).getByRole('img', { name: `订单 ${order.number} 的汇款凭证` })).toBeVisible()
    await dialog(finance).getByRole('radio', { name: '确认到账' }).check()
    found.push(...(await violations(finance, 'confirm a transfer')))
    await dialog(finance).getByRole('button', { name: '确定' }).click()
    await expect(finance.getByRole('status').filter({ hasText: '已确认到账' })).toBeVisible()
  })

  await expect(contact.getByRole('heading', { name: '支付成功' })).toBeVisible()
  await finance.goto(`/bureau/orders/${order.id}`)
  await settled(finance)
  await expect(finance.getByRole('region', { name: '支付记录' })).toContainText('已到账')
  found.push(...(await violationsInBothLanguages(finance, 'order for finance')))
  expect(found).toEqual([])
  await contact.context().close()
})

test('the fee of somebody who was rejected goes back', async ({ browser, page: finance }) => {
  const order = await unpaidOrder(team.client, 2)
  const { number } = (await begin(team.client, order, 'wechat')).body
  await stage.cast.nobody().post(`/sandbox/charges/${number}/payments`)
  const bureau = await stage.cast.as('bureau')
  const attendee = (await bureau.get(`/attendees/${order.items[0]!.attendee_id}`)).body
  expect((await review(bureau, attendee, 'reject', '资料不实')).status).toBe(200)
  const contact = await browserOf(browser, team.client)
  await enter(finance.context(), stage.cast, 'finance')
  const found: string[] = []

  await test.step('the organization asks for it', async () => {
    await contact.goto(`/visitor/orders/${order.id}`)
    await expect(contact.getByText('1 人审核未通过，可以申请退款。')).toBeVisible()
    await contact.getByRole('button', { name: '申请退款' }).click()
    await expect(dialog(contact).getByRole('checkbox')).toBeChecked()
    await expect(dialog(contact).getByText('¥160.00', { exact: true })).toBeVisible()
    found.push(...(await violations(contact, 'request a refund')))
    await dialog(contact).getByRole('button', { name: '申请退款' }).click()
    await expect(contact.getByRole('main').getByText('待财务处理')).toBeVisible()
    await expect(contact.getByRole('button', { name: '申请退款' })).toHaveCount(0)
  })

  await test.step('finance agrees', async () => {
    await finance.goto('/bureau/refunds?state=requested')
    await pressInRow(finance.getByRole('row').filter({ hasText: order.number }), '处理')
    await expect(dialog(finance).getByRole('row').filter({ hasText: order.items[0]!.attendee_number })).toContainText('资料不实')
    await expect(dialog(finance)).toContainText('微信支付 · 原路退回')
    await dialog(finance).getByRole('radio', { name: '同意退款' }).check()
    await expect(dialog(finance)).toContainText('¥160.00 通过微信支付原路退回')
    found.push(...(await violations(finance, 'decide a refund')))
    await dialog(finance).getByRole('button', { name: '确定' }).click()
    await expect(dialog(finance)).toHaveCount(0)
  })

  await expect(async () => {
    await contact.reload()
    await expect(contact.getByRole('main').getByText('已退款', { exact: true }).first()).toBeVisible({ timeout: 2000 })
  }).toPass()
  expect(found).toEqual([])
  await contact.context().close()
})

test('finance pays a transfer back to the account that is shown', async ({ page: finance }) => {
  const order = await unpaidOrder(team.client)
  await begin(team.client, order, 'transfer')
  const voucher_file_id = (await team.client.call('POST', '/my/voucher_pictures', picture.buffer, { 'content-type': 'image/png' })).body.id
  const payer = { payer_name: '上海退款测试公司', payer_bank: '中国银行上海分行', payer_account: '4563510012345678', remitted_on: '2025-10-10', note: '' }
  const [transfer] = (await team.client.post(`/my/orders/${order.id}/transfers`, { ...payer, amount_fen: order.total_fen, voucher_file_id })).body.items
  const bureau = await stage.cast.as('bureau')
  await enter(finance.context(), stage.cast, 'finance')
  const found: string[] = []

  await test.step('the transfer is decided beside what the bank says', async () => {
    await bureau.call('POST', '/statement_imports', `银行流水号,记账日期,付款人,附言,金额\nE2E-1,2025-10-10,上海退款测试公司,证件费,${order.total_fen / 100}.00\n`, { 'content-type': 'text/csv' })
    await finance.goto('/bureau/transfers?state=submitted')
    await pressInRow(finance.getByRole('row').filter({ hasText: order.number }), '处理')
    await expect(dialog(finance).getByRole('row').filter({ hasText: 'E2E-1' })).toContainText('付款人相符')
    await expect(dialog(finance)).toContainText('****5678')
    await settled(finance)
    found.push(...(await violations(finance, 'a transfer beside the bank')))
    await dialog(finance).getByRole('radio', { name: '确认到账' }).check()
    await dialog(finance).getByRole('button', { name: '确定' }).click()
    await expect(dialog(finance)).toHaveCount(0)
  })

  const attendee = (await bureau.get(`/attendees/${order.items[0]!.attendee_id}`)).body
  expect((await review(bureau, attendee, 'reject', '照片与本人不符')).status).toBe(200)
  await team.client.post(`/my/orders/${order.id}/refunds`, { attendees: [attendee.id], reason: '' })

  await test.step('the refund shows the person, the opinion and the account', async () => {
    await finance.goto('/bureau/refunds?state=requested')
    const row = finance.getByRole('row').filter({ hasText: order.number })
    await expect(row).toContainText('照片与本人不符')
    await expect(row).toContainText('****5678')
    await expect(row).toContainText(attendee.number)
    found.push(...(await violationsInBothLanguages(finance, 'refunds')))
    await finance.getByRole('button', { name: '中文' }).click()
    await pressInRow(row, '处理')
    await dialog(finance).getByRole('button', { name: '查看完整账号' }).click()
    const asking = finance.getByRole('dialog', { name: /查看完整信息/ })
    await asking.getByRole('textbox').fill('银行退款')
    await asking.getByRole('button', { name: '查看完整信息' }).click()
    await expect(asking).toHaveCount(0)
    await expect(dialog(finance)).toContainText('4563510012345678')
    found.push(...(await violations(finance, 'the refund of a transfer')))
    await dialog(finance).getByRole('radio', { name: '同意退款' }).check()
    await dialog(finance).getByRole('button', { name: '确定' }).click()
    await expect(dialog(finance)).toHaveCount(0)
  })

  await test.step('what was sent by bank is entered, and the refund is looked at', async () => {
    await finance.goto('/bureau/refunds?channel=transfer')
    const row = finance.getByRole('row').filter({ hasText: order.number })
    await pressInRow(row, '登记已退')
    await expect(dialog(finance)).toContainText('上海退款测试公司')
    await dialog(finance).getByRole('textbox', { name: '银行流水号' }).fill('OUT-1')
    await dialog(finance).getByRole('button', { name: '登记已退' }).click()
    await expect(dialog(finance)).toHaveCount(0)
    await pressInRow(row, '查看')
    await expect(dialog(finance)).toContainText('OUT-1')
    await expect(dialog(finance)).toContainText('已退款')
  })
  expect(transfer.state).toBe('submitted')
  expect(found).toEqual([])
})

test('the bureau writes the notices and the account', async ({ page }) => {
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/editions/8')
  const form = page.getByRole('form', { name: '订单系统提示' })
  await form.getByRole('textbox', { name: '中文' }).fill('第一条提示\n第二条提示')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  await page.reload()
  await expect(form.getByRole('textbox', { name: '中文' })).toHaveValue('第一条提示\n第二条提示')
})
