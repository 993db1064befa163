// What a page does against WCAG 2.2 AA, for every journey that wants to know.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The violations in words that lead to the place. */
export async function violations(page: Page, state: string): Promise<string[]> {
  // No page has frames, so the scan needs no second tab to put frames together; only violations travel back.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: standards, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${state}: ${id} at ${node.target.join(' ')}`))
}
