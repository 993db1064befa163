// INS-04, INS-05: an operator's one command, a link, and the bureau is at work. No demonstration.
import { expect, test } from '@playwright/test'
import { Installation, tokenIn, totp } from '../support/installation.ts'
import { settled } from './support/stage.ts'

const password = 'Harbour#77sea'

test('the first administrator comes in by the link of setup, and sees what the fair still goes without', async ({ page }) => {
  const installation = Installation.begin('small')
  const { server } = installation
  const token = tokenIn(installation.setUp().stdout)
  await server.serve()
  try {
    await page.goto(server.url)
    await expect(page.getByText('滨江机械与食品展')).toBeVisible()
    await expect(page.getByText('交易团 / 分团'), 'a fair without groups has no door for them').toHaveCount(0)

    await page.goto(`${server.url}/welcome#${token}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置账号密码')
    const secret = (await page.locator('code').first().innerText()).trim()
    await page.locator('input[type=password]').fill('chief1234')
    await page.getByLabel('动态码').fill(totp(secret))
    await page.getByRole('button', { name: '设置密码' }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await page.locator('input[type=password]').fill(password)
    await page.getByLabel('动态码').fill(totp(secret))
    await page.getByRole('button', { name: '设置密码' }).click()
    await expect(page).toHaveURL(/\/sign_in\?door=bureau/)

    await page.getByLabel('账号').fill('chief')
    await page.locator('input[type=password]').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('二次验证')
    // The code of the link's half minute is used up.
    await page.getByLabel(/6 位动态码/).fill(totp(secret, Date.now() + 30_000))
    await page.getByRole('button', { name: '验证并登录' }).click()
    await expect(page).toHaveURL(/\/bureau$/)

    await page.goto(`${server.url}/bureau/installation`)
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    await expect(row('短信')).toContainText('未配置')
    await row('文件存储').getByRole('button', { name: '测试' }).click()
    await expect(row('文件存储')).toContainText(/已写入|读|成功/)
    await settled(page)

    await page.goto(`${server.url}/welcome#${token}`)
    await expect(page.getByText('链接')).not.toHaveCount(0)
    await expect(page.getByRole('button', { name: '设置密码' }), 'a link works once').toHaveCount(0)
  } finally {
    await server.stop()
  }
})
