// A subgroup's new user: signs in with two steps, sees what is to do, reads a notice, changes the password (ACC-02, ACC-05, GRP-02).
import { expect, test } from '@playwright/test'
import { players } from '../cast/cast.ts'
import { passSecondStep, setStage, typeCodeFromOutbox, typeCredentials } from './support/stage.ts'

const stage = setStage()
const newPassword = 'Kite#4096blue'

test('a subgroup signs in, reads its notices and changes its password', async ({ page }) => {
  await test.step('opens the site and signs in with two steps', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('欢迎登录')
    await page.getByText('交易团 / 分团', { exact: true }).click()
    await typeCredentials(page, 'haidian')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('二次验证')
    await expect(page.getByText(/验证码将发送至 139\*{4}\d{4}/)).toBeVisible()
    await passSecondStep(page)
    await expect(page).toHaveURL(/\/group$/)
  })

  await test.step('sees tasks and notices, and whose they are', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('欢迎, 北京交易团海淀区分团')
    await expect(page.getByRole('banner')).toContainText(players.haidian.name)
    await expect(page.getByRole('banner')).toContainText(/邀请码: \d{11}/)
    await expect(page.getByRole('heading', { name: '待办任务' })).toBeVisible()
    await expect(page.getByText('距审核与统付截止还有 11 天')).toBeVisible()
    // A subgroup has no subgroups of its own.
    await expect(page.getByRole('navigation', { name: '主菜单' })).not.toContainText('分团下属单位')
  })

  await test.step('follows a task to exactly what it counts', async () => {
    const task = page.getByRole('link', { name: '未读通知' })
    const count = Number(await task.locator('.count').innerText())
    await task.click()
    await expect(page.getByRole('checkbox', { name: '只看未读' })).toBeChecked()
    await expect(page.getByText('未读', { exact: true })).toHaveCount(count)
    expect(count).toBeGreaterThan(0)
    await page.getByRole('checkbox', { name: '只看未读' }).uncheck()
  })

  await test.step('opens a notice, which is then read', async () => {
    const row = page.getByRole('listitem').filter({ hasText: '分团初审工作提示' })
    await expect(row).toContainText('未读')
    await row.getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: '分团初审工作提示' })
    await expect(dialog).toContainText('分团初审通过的单位由所属交易团复审')
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await expect(dialog).toBeHidden()
    await expect(row).toContainText('已读')
    await page.reload()
    await expect(row).toContainText('已读')
  })

  await test.step('changes the password by a code', async () => {
    await stage.server.moveClock(61) // a number gets one SMS a minute (ACC-03)
    await page.getByRole('link', { name: '账户管理' }).click()
    await page.getByRole('link', { name: '修改密码' }).click()
    await page.getByLabel('手机或邮箱验证码').check()
    await page.getByRole('button', { name: '获取验证码' }).click()
    await typeCodeFromOutbox(page)
    await page.getByRole('textbox', { name: '新密码', exact: true }).fill('short')
    await page.getByRole('button', { name: '修改密码' }).click()
    await expect(page.getByRole('alert')).toContainText('有 1 处需要修改')
    await page.getByRole('textbox', { name: '新密码', exact: true }).fill(newPassword)
    await page.getByRole('button', { name: '修改密码' }).click()
    await expect(page.getByRole('status').filter({ hasText: '密码已修改' })).toBeVisible()
  })

  await test.step('signs out; only the new password opens the door', async () => {
    await stage.server.moveClock(61)
    await page.getByRole('button', { name: '退出登录' }).click()
    await expect(page).toHaveURL(/\/sign_in\?door=group/)
    await typeCredentials(page, 'haidian')
    await expect(page.getByRole('alert').filter({ hasText: '再输错 4 次账号将被锁定' })).toBeVisible()
    await typeCredentials(page, 'haidian', newPassword)
    await passSecondStep(page)
    await expect(page).toHaveURL(/\/group$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('欢迎, 北京交易团海淀区分团')
  })
})
