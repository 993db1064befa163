// Every list of every door, found from the routes: ten rows with filters set on a small laptop, the first row on a phone's
// first screen, and nothing that scrolls sideways.
import { expect, test, type Page } from '@playwright/test'
import type { Player } from '../cast/cast.ts'
import { violations } from './support/axe.ts'
import { allPages } from './support/routes.ts'
import { enter, setStage, settled } from './support/stage.ts'

test.use({ trace: 'off' })
const stage = setStage()
const laptop = { width: 1366, height: 768 }
const phone = { width: 360, height: 740 }
const rowPx = 36
const wanted = 10

/** Who opens the pages of a door: somebody who has something on them. */
const openers: Record<string, Player> = { bureau: 'bureau', group: 'shanghai', visitor: 'acme', exhibitor: 'exhibitor' }

async function listsOf(page: Page, door: string): Promise<string[]> {
  const paths = (await allPages(page)).map(({ path }) => path).filter((path) => path.split('/')[1] === door)
  const lists: string[] = []
  for (const path of paths) {
    await page.goto(path)
    await settled(page)
    if ((await page.locator('.list-page').count()) > 0) lists.push(path)
  }
  return lists
}

/** Sets whatever can be set, in all conditions of the list. */
async function setFilters(page: Page): Promise<number> {
  const more = page.getByRole('button', { name: /更多筛选/ })
  if (await more.isVisible()) {
    await more.click()
    await expect(page.locator('.panel')).toBeVisible()
  }
  const place = (await page.locator('.panel').count()) > 0 ? page.locator('.panel .body') : page.getByRole('search')
  let set = 0
  for (const text of await place.locator('input.control:not([type=search], [role=combobox], [inputmode=numeric])').all()) {
    await text.fill('a')
    set++
  }
  for (const select of await place.locator('select').all()) {
    await select.selectOption({ index: 1 })
    set++
  }
  if ((await page.locator('.panel').count()) > 0) await page.locator('.panel').getByRole('button', { name: '查询' }).click()
  else if (set > 0) await page.getByRole('search').getByRole('button', { name: '查询' }).click()
  await settled(page)
  return set
}

/** How many rows of the standard height the screen has room for, from the head of the table to the end of what is seen. */
const roomForRows = (page: Page) =>
  page.evaluate((height) => {
    const head = document.querySelector('.list-page thead')!.getBoundingClientRect()
    const scroller = document.querySelector('.list-page .scroller')!.getBoundingClientRect()
    // In the back office only the table scrolls; a portal's page is as long as its rows.
    const isTableScrolled = getComputedStyle(document.querySelector('main')!).overflowY === 'auto'
    return Math.floor((Math.min(window.innerHeight, isTableScrolled ? scroller.bottom : Infinity) - head.bottom) / height)
  }, rowPx)

for (const [door, player] of Object.entries(openers)) {
  test(`every list of ${door} has room for ten rows with filters set, and looks whole`, async ({ page, context }) => {
    test.setTimeout(600_000)
    await page.setViewportSize(laptop)
    await enter(context, stage.cast, player)
    const lists = await listsOf(page, door)
    expect(lists.length).toBeGreaterThan(1)
    const short: string[] = []
    for (const path of lists) {
      await page.goto(path)
      await settled(page)
      await setFilters(page)
      const rows = await roomForRows(page)
      if (rows < wanted) short.push(`${path}: ${rows} rows`)
      if ((await page.evaluate(() => document.documentElement.scrollWidth)) > laptop.width) short.push(`${path}: too wide`)
    }
    expect(short).toEqual([])
  })

  test(`on a phone nothing of ${door} scrolls sideways, and a list begins on the first screen`, async ({ page, context }) => {
    test.setTimeout(600_000)
    await page.setViewportSize(phone)
    await enter(context, stage.cast, player)
    const paths = (await allPages(page)).map(({ path }) => path).filter((path) => path.split('/')[1] === door)
    const faults: string[] = []
    for (const path of paths) {
      await page.goto(path)
      await settled(page)
      const { width, inner, first } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        // What scrolls below the bar is as wide as the page, whatever is in it.
        inner: document.querySelector('main')!.scrollWidth,
        first: document.querySelector('.list-page tbody tr')?.getBoundingClientRect().top ?? 0,
      }))
      if (Math.max(width, inner) > phone.width) faults.push(`${path}: ${Math.max(width, inner)} px wide`)
      if (first > phone.height - 100) faults.push(`${path}: the first row begins at ${first}`)
    }
    expect(faults).toEqual([])
  })
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`conditions, a row's menu and the columns are used by keyboard alone, and are accessible, in ${language}`, async ({ page, context }) => {
    await page.setViewportSize(laptop)
    await enter(context, stage.cast, 'shanghai', language)
    await page.goto('/group/organizations/direct?state=approved')
    await settled(page)
    const found: string[] = []

    const opener = page.getByRole('button', { name: /更多筛选|More filters/ })
    await opener.press('Enter')
    const panel = page.getByRole('dialog', { name: /全部筛选|All filters/ })
    await expect(panel.getByRole('searchbox')).toBeFocused()
    found.push(...(await violations(page, 'panel')))
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(opener).toBeFocused()

    const more = page.getByRole('button', { name: /^(更多操作|More actions)/ }).nth(1)
    await more.press('ArrowDown')
    const entries = page.getByRole('menuitem')
    await expect(entries.first()).toBeFocused()
    await page.keyboard.press('End')
    await expect(entries.last()).toBeFocused()
    await expect(entries.last()).toHaveAttribute('aria-disabled', 'true')
    found.push(...(await violations(page, 'menu')))
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(more).toBeFocused()

    await page.getByRole('button', { name: /^(显示列|Columns)/ }).press('Enter')
    await page.keyboard.press('Space')
    found.push(...(await violations(page, 'columns')))
    await page.keyboard.press('Escape')
    await page.reload()
    await settled(page)
    await expect(page.getByRole('button', { name: /^(显示列|Columns) 12\/13/ })).toBeVisible()
    expect(found).toEqual([])
  })

  test(`on a phone the menu is a drawer and the filters a sheet, accessible in ${language}`, async ({ page, context }) => {
    await page.setViewportSize(phone)
    await enter(context, stage.cast, 'bureau', language)
    await page.goto('/bureau/organizations?state=approved')
    await settled(page)
    const found = await violations(page, 'cards')
    await page.getByRole('button', { name: /更多筛选|More filters/ }).click()
    found.push(...(await violations(page, 'sheet')))
    await page.keyboard.press('Escape')
    const opener = page.getByRole('button', { name: /^(主菜单|Main menu)$/ })
    await opener.click()
    const drawer = page.getByRole('dialog', { name: /主菜单|Main menu/ })
    await expect(drawer).toBeVisible()
    found.push(...(await violations(page, 'drawer')))
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
    await expect(opener).toBeFocused()
    await opener.click()
    await drawer.getByRole('link', { name: /交易团与分团|Trading groups/ }).click()
    await expect(page).toHaveURL(/trading_groups/)
    await expect(drawer).toHaveCount(0)
    expect(found).toEqual([])
  })
}

test('a group is found by its initials among many', async ({ page, context }) => {
  await page.setViewportSize(laptop)
  await enter(context, stage.cast, 'bureau')
  await page.goto('/bureau/attendees')
  await settled(page)
  await page.getByRole('button', { name: /更多筛选/ }).click()
  const box = page.getByRole('dialog').getByRole('combobox', { name: '交易团', exact: true })
  await box.pressSequentially('cqjyt')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['重庆交易团'])
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('重庆交易团')
  await page.getByRole('dialog').getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('list', { name: '已选条件' })).toContainText('重庆交易团')
})
