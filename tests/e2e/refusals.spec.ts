// What the site says when something is not possible (web.md 8.4, ACC-02, EDN-02).
import { expect, test, type Page } from '@playwright/test'
import { enter, passSecondStep, setStage, settled, signIn, typeCredentials } from './support/stage.ts'

const stage = setStage()
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('wrong passwords are counted aloud, lock the name, and the lock ends by itself', async ({ page }) => {
  const refusal = page.getByRole('alert').filter({ hasText: /\S/ })
  await page.goto('/sign_in?door=visitor')
  for (const left of [4, 3, 2, 1]) {
    await typeCredentials(page, 'acme', 'Wrong#2025')
    await expect(refusal).toContainText(`再输错 ${left} 次账号将被锁定 15 分钟`)
  }
  await typeCredentials(page, 'acme', 'Wrong#2025')
  await expect(refusal).toContainText(/账号已锁定，请在 14 分 5\d 秒后重试/)
  const first = await refusal.innerText()
  await expect(refusal).not.toHaveText(first)
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeDisabled()

  await stage.server.moveClock(15 * 60)
  await page.reload()
  await typeCredentials(page, 'acme')
  await expect(page).toHaveURL(/\/visitor$/)
})

test('a reload between the two steps resumes at the second', async ({ page }) => {
  await page.goto('/sign_in?door=group')
  await typeCredentials(page, 'beijing')
  await expect(heading(page)).toHaveText('二次验证')
  await page.reload()
  await expect(heading(page)).toHaveText('二次验证')
  await passSecondStep(page)
  await expect(page).toHaveURL(/\/group$/)
})

test('an ended session is taken up again over the page, which stays as it is', async ({ page }) => {
  await signIn(page, 'auditor')
  await page.goto('/bureau/audit?actor=%E8%BF%9B%E5%8F%A3%E5%8D%9A%E8%A7%88%E5%B1%80')
  await settled(page)
  await stage.server.moveClock(2 * 3600 + 1) // ACC-04: idle for two hours
  await page.getByLabel('每页条数').selectOption('100')
  const again = page.getByRole('dialog', { name: '请重新登录' })
  await expect(again).toBeVisible()
  await typeCredentials(page, 'auditor')
  await passSecondStep(page)
  await expect(again).toBeHidden()
  await expect(page).toHaveURL(/\/bureau\/audit\?actor=.*page_size=100/)
  await expect(page.getByRole('textbox', { name: '操作人' })).toHaveValue('进口博览局')
})

test('a page without permission says which one is missing and who grants it', async ({ page }) => {
  await enter(page.context(), stage.cast, 'reviewer')
  await page.goto('/bureau/audit')
  await expect(heading(page)).toHaveText('没有权限')
  await expect(page.getByRole('main')).toContainText('主办方账号请联系账号管理员')
  await expect(page.getByRole('main')).toContainText('缺少的权限：查看操作日志')
  await expect(page.getByRole('navigation', { name: '主菜单' })).not.toContainText('操作日志')
  await page.goto('/group')
  await expect(heading(page)).toHaveText('没有权限')
})

test('what the server does not allow is a button with its reason', async ({ page }) => {
  await enter(page.context(), stage.cast, 'reviewer')
  await page.goto('/bureau/entry_options')
  const add = page.getByRole('button', { name: /新增入场日期/ })
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await expect(add).toHaveAccessibleName(/缺少的权限：届与开放时间配置/)
  await add.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a past edition is shown, and only shown (EDN-02)', async ({ page }) => {
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/entry_options')
  const add = page.getByRole('button', { name: /新增入场日期/ })
  await expect(add).not.toHaveAttribute('aria-disabled')
  await expect(page.getByRole('table')).toContainText('2025年11月9日')
  await page.getByRole('combobox', { name: '往届信息' }).selectOption({ label: '第七届' })
  await expect(page.getByRole('status').filter({ hasText: '您正在查看往届信息：第七届' })).toBeVisible()
  await expect(page.getByRole('table')).toContainText('2024年11月9日')
  await expect(add).toHaveAccessibleName(/往届数据只读/)
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: '返回本届' }).click()
  await expect(page.getByText('您正在查看往届信息')).toBeHidden()
  await expect(add).not.toHaveAttribute('aria-disabled')
})

test('an address that does not exist says so, inside and outside', async ({ page }) => {
  await page.goto('/no/such/page')
  await expect(heading(page)).toHaveText('页面不存在')
  await page.getByRole('link', { name: '返回首页' }).click()
  await expect(heading(page)).toHaveText('欢迎登录')
  await enter(page.context(), stage.cast, 'shanghai')
  await page.goto('/group/no_such_page')
  await expect(heading(page)).toHaveText('页面不存在')
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
})

test('an unreachable server is told with a way to try again; nothing typed is lost', async ({ page }) => {
  await enter(page.context(), stage.cast, 'shanghai')
  await page.route('**/api/v1/my/notices*', (route) => route.abort())
  await page.goto('/group')
  const card = page.getByRole('alert').filter({ hasText: '无法连接服务器' })
  await expect(card).toBeVisible()
  await page.unroute('**/api/v1/my/notices*')
  await card.getByRole('button', { name: '重试' }).click()
  await expect(page.getByText('关于注册、审核与统付截止时间的通知')).toBeVisible()

  await page.goto('/group/account')
  const name = page.getByRole('textbox', { name: '姓名' })
  await name.fill('上海交易团秘书处')
  await page.route('**/api/v1/my/account', (route) => route.abort())
  await page.getByRole('button', { name: '保存' }).click()
  await expect(card).toBeVisible()
  await expect(name).toHaveValue('上海交易团秘书处')
  await page.unroute('**/api/v1/my/account')
  await card.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
})

test('a site that cannot even start says so, and starts on the next try', async ({ page }) => {
  await page.route('**/api/v1/system', (route) => route.abort())
  await page.goto('/')
  await expect(heading(page)).toHaveText('系统暂时无法打开')
  await page.unroute('**/api/v1/system')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(heading(page)).toHaveText('欢迎登录')
})

test('without a network the page warns before anybody types', async ({ page, context }) => {
  await enter(context, stage.cast, 'shanghai')
  await page.goto('/group')
  await settled(page)
  await context.setOffline(true)
  await expect(page.getByRole('alert').filter({ hasText: '网络已断开' })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('网络已断开')).toBeHidden()
})
