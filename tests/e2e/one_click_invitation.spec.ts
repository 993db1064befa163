// 一键注册: the bureau invites organizations of the last edition; a group may not.
import { expect, test } from '@playwright/test'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()

test('past organizations are invited after a confirmation that names how many', async ({ page }) => {
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/one_click_invitations')
  await settled(page)
  const count = (name: string) => page.locator('dl > div').filter({ hasText: name }).locator('dd')
  const invitable = await count('可邀请').innerText()
  expect(invitable).not.toBe('0 家')
  await expect(count('已发送')).toHaveText('0 家')
  await page.getByRole('button', { name: '发送邀请邮件' }).click()
  await expect(page.getByRole('dialog')).toContainText(invitable)
  await page.getByRole('dialog').getByRole('button', { name: '发送邀请邮件' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已开始发送' })).toBeVisible()
  await expect(async () => {
    await page.getByRole('button', { name: '更新数字' }).click()
    await expect(count('已发送')).toHaveText(invitable, { timeout: 500 })
  }).toPass()
  await expect(page.getByRole('button', { name: /发送邀请邮件/ })).toHaveAccessibleName(/没有可以邀请的单位/)
})

test('a reviewer of the bureau is told who may invite', async ({ page }) => {
  await enter(page.context(), stage.cast, 'reviewer')
  await page.goto('/bureau/one_click_invitations')
  await expect(page.getByRole('main')).toContainText('缺少的权限：发送一键')
})
