// A row shows one action of its own; the others are in its menu.
import { expect, type Locator, type Page } from '@playwright/test'

interface How {
  exact?: boolean
}

/** The entry of a row's menu, which is opened for it. */
export async function inMenuOf(row: Locator, name: string | RegExp, { exact }: How = {}): Promise<Locator> {
  await row.getByRole('button', { name: /^(更多操作|More actions)/ }).click()
  return row.getByRole('menuitem', { name, exact })
}

/** Does something with a row: by its own button or link, or in its menu. */
export async function pressInRow(row: Locator, name: string | RegExp, how: How = {}): Promise<void> {
  const own = row.getByRole('button', { name, ...how }).or(row.getByRole('link', { name, ...how }))
  await expect(own.or(row.getByRole('button', { name: /^(更多操作|More actions)/ })).first()).toBeVisible()
  if ((await own.count()) > 0) await own.click()
  else await (await inMenuOf(row, name, how)).click()
}

/** What may not be done with a row stands in its menu, with the reason in its name. */
export async function expectRefusal(row: Locator, name: RegExp, reason: RegExp): Promise<void> {
  const entry = await inMenuOf(row, name)
  await expect(entry).toHaveAccessibleName(reason)
  await expect(entry).toHaveAttribute('aria-disabled', 'true')
  await entry.press('Escape')
}

/** Does it with the page's own button, or with the first row whose state allows it. */
export async function pressAnywhere(page: Page, name: string | RegExp, how: How = {}): Promise<void> {
  await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
  const ofPage = page.getByRole('main').getByRole('button', { name, ...how }).and(page.locator(':not([aria-disabled])'))
  if ((await ofPage.count()) > 0) return ofPage.first().click()
  const rows = page.getByRole('main').getByRole('row').filter({ has: page.getByRole('cell') })
  await expect(rows.first()).toBeVisible()
  for (const row of await rows.all()) {
    const more = row.getByRole('button', { name: /^(更多操作|More actions)/ })
    if ((await more.count()) === 0) continue
    await more.click()
    const entry = row.getByRole('menuitem', { name, ...how }).and(page.locator(':not([aria-disabled])'))
    if ((await entry.count()) > 0) return entry.first().click()
    await page.keyboard.press('Escape')
  }
  throw new Error(`no row can be used for ${name}`)
}
