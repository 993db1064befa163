// What axe finds on a page, against WCAG 2.2 AA (web.md 8.5).
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The violations in words that lead to the place. */
export async function violations(page: Page, state: string): Promise<string[]> {
  // Most of a scan's time is reading axe itself, so a document gets it once; no page has frames.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
  }, standards)
  return found.map((fault) => `${state}: ${fault}`)
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
