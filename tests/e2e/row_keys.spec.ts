// A list is worked through without a mouse: J, K, X, Enter, and ? for those who do not know.
import { expect, test } from '@playwright/test'
import { violations } from './support/axe.ts'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()

for (const [language, words] of Object.entries({ 'zh-CN': { keys: '键盘快捷键', use: '使用快捷键', chosen: '已选 1 项', next: '下一行' }, en: { keys: 'Keyboard shortcuts', use: 'Use keyboard shortcuts', chosen: '1 selected', next: 'Next row' } }))
  test(`rows are reached, selected and opened by keys, not while typing (${language})`, async ({ page, context }) => {
    await enter(context, stage.cast, 'bureau', language as 'zh-CN' | 'en')
    await page.goto('/bureau/organizations')
    await settled(page)
    const row = (n: number) => page.getByRole('row').nth(n)
    await page.keyboard.press('j')
    await expect(row(1)).toBeFocused()
    await page.keyboard.press('j')
    await expect(row(2)).toBeFocused()
    await page.keyboard.press('k')
    await expect(row(1)).toBeFocused()
    await page.keyboard.press('x')
    await expect(row(1).getByRole('checkbox')).toBeChecked()
    await expect(page.getByText(words.chosen)).toBeVisible()
    await expect(row(1)).toBeFocused()
    await page.keyboard.press('x')

    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: words.keys })
    await expect(dialog).toContainText(words.next)
    expect(await violations(page, `keys (${language})`)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(row(1)).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    const search = page.getByRole('search').getByRole('textbox').first()
    await search.focus()
    await page.keyboard.type('jx?')
    await expect(search).toHaveValue('jx?')
    await expect(dialog).toHaveCount(0)

    await page.getByRole('button', { name: words.keys }).click()
    await dialog.getByRole('checkbox', { name: words.use }).uncheck()
    await page.keyboard.press('Escape')
    await page.reload()
    await settled(page)
    await page.keyboard.press('j')
    await expect(page.locator('tr:focus')).toHaveCount(0)
  })
