// The pictures in docs/guides, taken from the demonstration's data at the demonstration's time.
import { expect, test, type Browser, type Page } from '@playwright/test'
import { resolve } from 'node:path'
import type { Player } from '../cast/cast.ts'
import { consent, residentId } from '../support/attendee.ts'
import type { Schemas } from '../support/client.ts'
import { Installation, follow, signInByTotp, tokenIn } from '../support/installation.ts'
import { drawnLicence } from '../support/licence.ts'
import { unpaidOrder } from '../support/order.ts'
import { registerAndSubmit, review, uscc } from '../support/organization.ts'
import { checkSheet, openTemplate } from '../e2e/support/attendee_sheet.ts'
import { browserOf, enter, passSecondStep, setStage, settled, typeCredentials, type Language } from '../e2e/support/stage.ts'
import { pressAnywhere, pressInRow } from '../e2e/support/rows.ts'
import { pick } from '../e2e/support/choices.ts'

const stage = setStage()
const folder = resolve(import.meta.dirname, '../../docs/pictures')
const desktop = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }

async function take(page: Page, name: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
  await settled(page)
  await page.screenshot({ path: resolve(folder, `${name}.png`), caret: 'hide', animations: 'disabled', clip })
}

test.use({ viewport: desktop })

test('signing in', async ({ page }) => {
  await page.goto('/sign_in?door=group')
  await take(page, 'sign-in')
  await typeCredentials(page, 'shanghai')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('二次验证')
  await page.getByRole('button', { name: '获取验证码' }).click()
  await expect(page.getByRole('button', { name: /秒后可重新获取/ })).toBeVisible()
  await take(page, 'second-step', { x: desktop.width - 600, y: 0, width: 600, height: 640 })
  const outbox = await page.context().newPage()
  await outbox.goto('/sandbox/outbox')
  await expect(outbox.getByRole('article').first()).toBeVisible()
  await take(outbox, 'sandbox-outbox')
})

test('a fair from nothing', async ({ page, browser }) => {
  const installation = Installation.begin('small')
  const token = tokenIn(installation.setUp().stdout)
  await installation.server.serve()
  const { url } = installation.server
  await page.goto(`${url}/welcome#${token}`)
  await expect(page.getByRole('img')).toBeVisible()
  await take(page, 'first-welcome')
  const chief = installation.client()
  const secret = await follow(chief, token, 'Harbour#77sea')
  await signInByTotp(chief, 'bureau', 'chief', 'Harbour#77sea', secret!)
  const bureau = await browserOf(browser, chief)
  await bureau.setViewportSize(desktop)
  await bureau.goto(`${url}/bureau/installation`)
  const storage = bureau.getByRole('row').filter({ hasText: '文件存储' })
  await storage.getByRole('button', { name: '测试' }).click()
  await expect(storage).toContainText('已写入')
  await take(bureau, 'installation')
  await installation.server.stop()
})

test('signing in in English, and on a phone', async ({ page }) => {
  await page.goto('/sign_in?door=visitor')
  await page.setViewportSize(phone)
  await take(page, 'sign-in-phone')
  await page.getByRole('button', { name: 'English' }).click()
  await page.setViewportSize(desktop)
  await take(page, 'sign-in-en')
  await typeCredentials(page, 'anna', undefined, 'en')
  await expect(page).toHaveURL(/\/visitor$/)
  await take(page, 'visitor-home-en')
})

test('a group after a minute: the second step, then its pages', async ({ page }) => {
  await stage.server.moveClock(61)
  await page.goto('/sign_in?door=group')
  await typeCredentials(page, 'shanghai')
  await passSecondStep(page)
  await expect(page).toHaveURL(/\/group$/)
  await take(page, 'group-landing')
  await page.goto('/group/account/password')
  await take(page, 'account')
  await page.goto('/group/account/sub_accounts')
  await take(page, 'sub-accounts')
})

interface Picture {
  name: string
  player: Player
  path: string
  language?: Language
  /** Where what matters stands further down. */
  height?: number
  /** What is clicked before the picture is taken. */
  open?: (page: Page) => Promise<void>
}

/** What a table's rows offer, in the first row where it is possible. */

/** Somebody whose badge is made and lies at the desk. */
async function askDesk(page: Page, ask: string): Promise<void> {
  await page.getByRole('textbox').fill('B8-00000047')
  await page.getByRole('button', { name: ask, exact: true }).click()
  await expect(page.getByRole('article')).toBeVisible()
}

const pictures: Picture[] = [
  { name: 'windows', player: 'bureau', path: '/bureau/editions/8' },
  {
    name: 'window-edit',
    player: 'bureau',
    path: '/bureau/editions/8',
    open: (page) => pressInRow(page.getByRole('row', { name: '车证申请' }), '编辑'),
  },
  {
    name: 'retention',
    player: 'bureau',
    path: '/bureau/editions/8',
    open: (page) => page.getByRole('heading', { name: '清除报告' }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'next-edition',
    player: 'bureau',
    path: '/bureau/editions',
    open: (page) => page.getByRole('button', { name: '新建下一届' }).click(),
  },
  { name: 'own-data', player: 'acme', path: '/visitor/data' },
  { name: 'own-data-en', player: 'anna', path: '/visitor/data', language: 'en' },
  { name: 'prices', player: 'bureau', path: '/bureau/entry_options' },
  { name: 'trading-groups', player: 'bureau', path: '/bureau/trading_groups?kind=group' },
  { name: 'organizations', player: 'shanghaiOperator', path: '/group/organizations/direct' },
  {
    name: 'organizations-filters',
    player: 'shanghaiOperator',
    path: '/group/organizations/subordinate?state=approved&state=returned',
    open: (page) => page.getByRole('button', { name: /更多筛选/ }).click(),
  },
  {
    name: 'review',
    player: 'shanghaiOperator',
    path: '/group/organizations/direct?awaits_me=true&q=长宁区商务委员会',
    open: async (page) => {
      await pressInRow(page.getByRole('row').nth(1), '审核')
      await page.getByRole('radio', { name: '审核通过' }).check()
    },
  },
  {
    name: 'review-en',
    player: 'shanghaiOperator',
    language: 'en',
    path: '/group/organizations/direct?awaits_me=true&q=远航',
    open: (page) => pressInRow(page.getByRole('row').nth(1), 'Review'),
  },
  { name: 'all-organizations', player: 'bureau', path: '/bureau/organizations' },
  { name: 'claims', player: 'bureau', path: '/bureau/claims' },
  { name: 'one-click-invitations', player: 'bureau', path: '/bureau/one_click_invitations' },
  { name: 'progress', player: 'acme', path: '/visitor' },
  { name: 'organization-form', player: 'anna', path: '/visitor/organization', language: 'en' },
  { name: 'attendees', player: 'acme', path: '/visitor/attendees', height: 1000 },
  { name: 'attendees-en', player: 'acme', path: '/visitor/attendees', language: 'en', height: 1000 },
  {
    name: 'attendee-form',
    player: 'acme',
    path: '/visitor/attendees?state=awaiting_payment',
    open: (page) => pressInRow(page.getByRole('row').nth(1), '编辑'),
  },
  {
    name: 'attendee-import',
    player: 'acme',
    path: '/visitor/attendees',
    open: async (page) => {
      const { headings, person } = await openTemplate(page)
      await checkSheet(page, [headings, person('周一帆', '110105194912310021'), person('吴双', residentId()), person('', residentId())])
      await expect(page.getByRole('dialog').getByRole('row').nth(2)).toBeVisible()
    },
  },
  { name: 'past-attendees', player: 'acme', path: '/visitor/attendees/past' },
  { name: 'past-reuse', player: 'acme', path: '/visitor/attendees/past', open: (page) => pressAnywhere(page, '证件复用') },
  { name: 'past-reuse-en', player: 'acme', path: '/visitor/attendees/past', language: 'en', open: (page) => pressAnywhere(page, 'Reuse badge') },
  {
    name: 'attendee-review',
    player: 'reviewer',
    path: '/bureau/attendees?awaits_me=true',
    open: (page) => pressInRow(page.getByRole('row').nth(1), '审核', { exact: true }),
  },
  {
    name: 'attendee-review-en',
    player: 'reviewer',
    language: 'en',
    path: '/bureau/attendees?awaits_me=true',
    open: (page) => pressInRow(page.getByRole('row').nth(3), 'Review', { exact: true }),
  },
  {
    name: 'finance-refund',
    player: 'finance',
    path: '/bureau/refunds?state=requested',
    open: async (page) => {
      await pressAnywhere(page, '处理')
      await page.getByRole('radio', { name: '同意退款' }).check()
    },
  },
  {
    name: 'finance-refund-en',
    player: 'finance',
    language: 'en',
    path: '/bureau/refunds?state=requested',
    open: async (page) => {
      await pressAnywhere(page, 'Decide')
      await page.getByRole('radio', { name: 'Refund', exact: true }).check()
    },
  },
  { name: 'finance-statements', player: 'finance', path: '/bureau/statements' },
  { name: 'finance-reconciliation', player: 'finance', path: '/bureau/reconciliation?from_on=2025-10-04&to_on=2025-10-10' },
  { name: 'badges', player: 'badges', path: '/bureau/badges' },
  { name: 'badges-en', player: 'badges', path: '/bureau/badges', language: 'en' },
  { name: 'badge-batches', player: 'badges', path: '/bureau/badges/batches' },
  { name: 'badge-batches-en', player: 'badges', path: '/bureau/badges/batches', language: 'en' },
  { name: 'parcels', player: 'badges', path: '/bureau/badges/parcels' },
  { name: 'parcels-en', player: 'badges', path: '/bureau/badges/parcels', language: 'en' },
  { name: 'badge-desk', player: 'badges', path: '/bureau/badges/desk', open: (page) => askDesk(page, '查找') },
  { name: 'badge-desk-en', player: 'badges', path: '/bureau/badges/desk', language: 'en', open: (page) => askDesk(page, 'Find') },
  { name: 'statistics-registrations', player: 'bureau', path: '/bureau/statistics' },
  { name: 'articles', player: 'editor', path: '/bureau/articles' },
  {
    name: 'articles-en',
    player: 'editor',
    language: 'en',
    path: '/bureau/articles?section=show_news',
    open: async (page) => {
      await pressInRow(page.getByRole('row').nth(2), 'Edit')
      await page.getByRole('tab', { name: 'Preview' }).click()
    },
  },
  { name: 'services-board', player: 'acme', path: '/visitor/services' },
  { name: 'services-board-en', player: 'anna', path: '/visitor/services', language: 'en' },
  { name: 'windows-en', player: 'bureau', path: '/bureau/editions/8', language: 'en' },
  { name: 'notices-en', player: 'bureau', path: '/bureau/notices', language: 'en' },
]

for (const { name, player, path, language, height = desktop.height, open } of pictures) {
  test(`the picture ${name}`, async ({ page, context }) => {
    await page.setViewportSize({ width: desktop.width, height })
    await enter(context, stage.cast, player, language)
    await page.goto(path)
    await settled(page)
    await open?.(page)
    await take(page, name)
  })
}

test('an invitation, and what a colleague sees of it', async ({ browser, page }) => {
  const { address } = (await (await stage.cast.as('acme')).post('/my/colleague_link')).body as Schemas['ColleagueLinkView']
  await enter(page.context(), stage.cast, 'acme')
  await page.goto('/visitor/invitations')
  await take(page, 'invitations')
  await page.getByRole('button', { name: 'English' }).click()
  await take(page, 'invitations-en')
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' })
  const colleague = await context.newPage()
  await colleague.goto(address)
  await take(colleague, 'join-phone')
  await context.close()
})

/** A bank's receipt as a payer would photograph it. */
async function drawnReceipt(browser: Browser, lines: [label: string, value: string][]): Promise<Uint8Array> {
  const paper = await browser.newPage({ viewport: { width: 640, height: 380 } })
  const rows = lines.map(([label, value]) => `<tr><th align="left">${label}<td>${value}`).join('')
  await paper.setContent(`<body style="margin:32px;font:20px sans-serif"><h2 align="center">示范银行 电子回单</h2><table cellpadding="10">${rows}</table>`)
  const picture = await paper.screenshot()
  await paper.close()
  return picture
}

test('orders, paid and confirmed', async ({ browser, page }) => {
  const acme = await stage.cast.as('acme')
  const { items } = (await acme.get('/my/attendees?state=awaiting_payment&page_size=3')).body as { items: { id: string }[] }
  const attendees = items.map(({ id }) => id)
  await enter(page.context(), stage.cast, 'acme')
  await page.goto(`/visitor/orders/new?${attendees.map((id) => `attendee=${id}`).join('&')}`)
  await take(page, 'order-confirm')
  const order = (await acme.post('/my/orders', { attendees, are_notices_accepted: true })).body as Schemas['OrderView']
  await page.goto(`/visitor/orders/${order.id}/pay`)
  await page.getByRole('radio', { name: '微信支付' }).check()
  await expect(page.getByRole('img', { name: '微信支付付款二维码' })).toBeVisible()
  await page.setViewportSize({ width: desktop.width, height: 960 })
  await take(page, 'pay-scan')
  await page.getByRole('tab', { name: '转账支付' }).click()
  await expect(page.getByRole('textbox', { name: '汇款方户名' })).toBeVisible()
  await take(page, 'pay-transfer')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('tab', { name: 'Bank transfer' }).click()
  await expect(page.getByRole('textbox', { name: 'Account holder' })).toBeVisible()
  await take(page, 'pay-transfer-en')

  const payer = { payer_name: '上海示例贸易有限公司', payer_bank: '示范银行上海分行', payer_account: '4563510012345678' }
  const receipt = await drawnReceipt(browser, [['付款人', payer.payer_name], ['开户行', payer.payer_bank], ['收款人', '展会示范账户'], ['金额', '人民币 270.00 元']])
  const voucher = (await acme.call('POST', '/my/voucher_pictures', receipt, { 'content-type': 'image/png' })).body as { id: string }
  await acme.post(`/my/orders/${order.id}/transfers`, { ...payer, amount_fen: order.total_fen, remitted_on: '2025-10-10', note: '', voucher_file_id: voucher.id })
  const finance = await (await browser.newContext({ viewport: desktop, locale: 'zh-CN' })).newPage()
  await enter(finance.context(), stage.cast, 'finance')
  await finance.goto('/bureau/transfers?state=submitted')
  await pressInRow(finance.getByRole('row').filter({ hasText: order.number }), '处理')
  await finance.getByRole('radio', { name: '确认到账' }).check()
  await take(finance, 'finance-transfer')
  await finance.getByRole('button', { name: '确定' }).click()
  await expect(finance.getByRole('dialog')).toHaveCount(0)
  await finance.goto(`/bureau/orders/${order.id}`)
  await take(finance, 'finance-order')
  await finance.context().close()
})

test('an overseas visitor pays in English', async ({ browser }) => {
  const { client, organization } = await registerAndSubmit(stage.cast, { origin: 'overseas', name_en: 'Southern Star Foods' })
  await review(await stage.cast.as('bureau'), organization, 'approve')
  await consent(client)
  const order = await unpaidOrder(client, 1, {
    name_zh: '',
    name_en: 'Lena Berg',
    region_type: 'foreign',
    document_type: 'passport',
    document_number: 'C01X00T47',
    nationality_code: 'DE',
    birth_on: '1988-05-17',
    gender: 'female',
    email: 'lena@star.example',
  })
  const page = await browserOf(browser, client, 'en')
  await page.setViewportSize({ width: desktop.width, height: 960 })
  await page.goto(`/visitor/orders/${order.id}/pay`)
  await page.getByRole('radio', { name: 'Alipay' }).check()
  await expect(page.getByRole('img', { name: /Alipay/ })).toBeVisible()
  await take(page, 'pay-scan-en')
  await page.context().close()
})

test('registration, with a licence that is read', async ({ page }) => {
  await page.goto('/register')
  await take(page, 'register')
  await pick(page.getByRole('combobox', { name: '交易团' }), { label: '上海交易团' })
  await page.getByRole('button', { name: '下一步' }).click()
  const picture = drawnLicence({ name: '上海云帆国际贸易有限公司', uscc: uscc(7001) })
  await page.locator('input[type=file]').setInputFiles({ name: 'licence.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture) })
  await expect(page.getByRole('status').filter({ hasText: '识别完成' })).toBeVisible({ timeout: 30_000 })
  await take(page, 'register-licence')
})

test('the audit log with a few lines', async ({ page, context }) => {
  const bureau = await stage.cast.as('bureau')
  const windows = (await bureau.get('/editions/8/windows')).body.items as { kind: string; opens_at: string; closes_at: string; version: number }[]
  for (const { kind, opens_at, closes_at, version } of windows.slice(0, 3)) await bureau.put(`/editions/8/windows/${kind}`, { opens_at, closes_at }, version)
  const accounts = (await bureau.get('/admin/accounts?q=beijinghaidianfentuan')).body.items
  await bureau.post(`/admin/accounts/${accounts[0].id}/unmaskings`, { field: 'mobile', reason: '电话核实联系人' })
  await enter(context, stage.cast, 'bureau')
  await page.goto('/bureau/audit')
  await settled(page)
  await page.getByRole('button', { name: '校验日志完整性' }).click()
  await expect(page.getByText('校验通过')).toBeVisible()
  await take(page, 'audit-log')
})

test('the electronic badge on a phone', async ({ browser }) => {
  const badges = await stage.cast.as('badges')
  const { items } = (await badges.get<Schemas['PageOf_BadgeListRow']>('/badges?state=made&page_size=1')).body
  const { address } = (await badges.get<Schemas['BadgeAccountView']>(`/attendees/${items[0]!.attendee_id}/badge`)).body
  const page = await (await browser.newContext({ viewport: phone })).newPage()
  await page.goto(address.slice(new URL(address).origin.length))
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible()
  await take(page, 'e-badge-phone')
})
