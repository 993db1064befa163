// What axe finds on a page, against WCAG 2.2 AA (web.md 8.5).
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The violations in words that lead to the place. */
export async function violations(page: Page, state: string): Promise<string[]> {
  // No page has frames, so the scan needs no second tab to put frames together; only violations travel back.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: standards, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${state}: ${id} at ${node.target.join(' ')}`))
}

export async function violationsInBothLanguages(page: Page, path: string): Promise<string[]> {
  const found: string[] = []
  for (const language of ['zh-CN', 'en']) {
    await showIn(page, language)
    found.push(...(await violations(page, `${path} (${language})`)))
  }
  return found
}

export async function showIn(page: Page, language: string): Promise<void> {
  const isShown = await page.evaluate((wanted) => document.documentElement.lang === wanted, language)
  if (!isShown) await page.getByRole('button', { name: language === 'en' ? 'English' : '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}
