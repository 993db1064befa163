// The keyboard alone: signs in with two steps and edits a window (web.md 8.5). No mouse call in this file.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { password, players } from '../cast/cast.ts'
import { readOutbox, setStage } from './support/stage.ts'

setStage()
const furthest = 60

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Walks with Tab until the control has the focus; fails when it is never reached. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let steps = 0; steps < furthest; steps++) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${target} is not reached by ${furthest} times ${key}`)
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

test('the bureau signs in and moves a deadline without a mouse', async ({ page }) => {
  await test.step('chooses the door with the arrow keys and signs in', async () => {
    await page.goto('/')
    await tabTo(page, page.getByRole('radio', { name: '专业观众' }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: '主办方' })).toBeChecked()
    await typeInto(page, page.getByRole('textbox', { name: '账号' }), players.bureau.name)
    await typeInto(page, page.getByRole('textbox', { name: '密码' }), password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('二次验证')
  })

  await test.step('gets a code and types it', async () => {
    await tabTo(page, page.getByRole('button', { name: '获取验证码' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText(/验证码已发送至/)).toBeVisible()
    const code = await readOutbox(page.context())
    await page.keyboard.press('Shift+Tab')
    await expect(page.getByRole('textbox', { name: '验证码' })).toBeFocused()
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/bureau$/)
  })

  await test.step('stands at the heading of each new page, goes back to the menu, or over it', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await tabTo(page, page.getByRole('link', { name: '跳到主要内容' }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await tabTo(page, page.getByRole('button', { name: '届与配置' }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('link', { name: '届与开放时间' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('link', { name: '第八届', exact: true }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('第八届')
  })

  await test.step('leaves the dialog with Esc and is back at the button, then saves', async () => {
    const edit = page.getByRole('row', { name: '预约' }).getByRole('button', { name: '编辑' })
    await tabTo(page, edit)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(edit).toBeFocused()

    await page.keyboard.press('Enter')
    await typeInto(page, page.getByRole('textbox', { name: '截止时间' }), '2025-11-09 18:00')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('row', { name: '预约' })).toContainText('2025年11月9日 18:00')
    await expect(edit).toBeFocused()
  })
})
