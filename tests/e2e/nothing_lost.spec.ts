// Nothing typed is lost without a question: in every dialog and form that the pages offer, found from the pages themselves.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { password, type Player } from '../cast/cast.ts'
import { allPages, goWithin, setOutFor } from './support/routes.ts'
import { enter, passSecondStep, setStage, settled, words } from './support/stage.ts'

// So many pages: what is found names its place.
test.use({ trace: 'off' })
const stage = setStage()

const typed = '未保存'
const question = (page: Page) => page.getByRole('dialog', { name: '有尚未保存的内容' })
const openDialog = (page: Page) => page.locator('dialog[open]').first()
/** The first text of a form that somebody types into; a file, a choice, a search and a code are none. */
const fieldIn = (place: Locator) =>
  place.locator('form[novalidate]:not([data-passing]) :is(input:not([type]), input[type=text], textarea):not([readonly], [disabled], [role=combobox], [autocomplete=one-time-code])').locator('visible=true').first()

async function pagesOf(page: Page, player: Player): Promise<string[]> {
  const pages = await allPages(page)
  const isGate = (path: string) => path.startsWith('/bureau/gates')
  if (player === 'gates') return pages.map(({ path }) => path).filter(isGate)
  return pages.filter((each) => each.player === player && !isGate(each.path)).map(({ path }) => path)
}

/** What may open something over the page, each of its name once: the page's buttons, and the entries of a row's menu. */
async function openers(page: Page): Promise<string[]> {
  const buttons = page.getByRole('main').locator('button:not([disabled], [aria-disabled], [type=submit], [aria-haspopup], [aria-expanded])')
  const names = await buttons.evaluateAll((all) => all.map((button) => (button as HTMLElement).innerText.trim()))
  for (const menu of (await page.getByRole('main').getByRole('button', { name: /^更多操作/ }).all()).slice(0, 3)) {
    await menu.click()
    names.push(...(await page.getByRole('menuitem').and(page.locator(':not([aria-disabled])')).allInnerTexts()))
    await page.keyboard.press('Escape')
  }
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
}

/** False when it does something else, such as leading to another page. */
async function opens(page: Page, path: string, name: string): Promise<boolean> {
  if (new URL(page.url()).pathname !== path) await goWithin(page, path)
  await settled(page)
  if (!(await press(page, name))) return false
  await settled(page)
  return openDialog(page).isVisible()
}

/** False when what was done before has taken it away. */
async function press(page: Page, name: string): Promise<boolean> {
  const usable = page.locator(':not([disabled], [aria-disabled])')
  const button = page.getByRole('main').getByRole('button', { name, exact: true }).and(usable)
  if (await button.count()) return button.first().click().then(() => true)
  for (const menu of (await page.getByRole('main').getByRole('button', { name: /^更多操作/ }).all()).slice(0, 3)) {
    await menu.click()
    const entry = page.getByRole('menuitem', { name, exact: true }).and(usable)
    if (await entry.count()) return entry.first().click().then(() => true)
    await page.keyboard.press('Escape')
  }
  return false
}

/** Asked whether it may go, one goes on typing. */
async function staysWhen(page: Page, leaving: () => Promise<unknown>, field: Locator, what: string): Promise<void> {
  await leaving()
  await expect(question(page), what).toBeVisible()
  await question(page).getByRole('button', { name: '继续填写' }).click()
  await expect(field, what).toHaveValue(typed)
}

async function letGo(page: Page, leaving: () => Promise<unknown>): Promise<void> {
  await leaving()
  await question(page).getByRole('button', { name: '放弃填写的内容' }).click()
  await expect(question(page)).toHaveCount(0)
}

/** Closes what has nothing typed in it. */
async function closeAll(page: Page): Promise<void> {
  while ((await page.locator('dialog[open]').count()) > 0) {
    const open = await page.locator('dialog[open]').count()
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(open - 1)
  }
}

const cast: Record<string, number> = { anna: 2, exhibitor: 0, shanghai: 12, bureau: 20, gates: 3 }

for (const player of Object.keys(cast) as Player[]) {
  test(`every dialog of ${player}`, async ({ page, context }) => {
    test.setTimeout(600_000)
    await enter(context, stage.cast, player)
    const tried: string[] = []
    for (const path of await pagesOf(page, player)) {
      await goWithin(page, path)
      await settled(page)
      for (const name of await openers(page)) {
        if (!(await opens(page, path, name))) continue
        const field = fieldIn(openDialog(page))
        if (await field.count()) {
          const what = `${path} > ${name}`
          tried.push(what)
          await field.fill(typed)
          const escape = () => page.keyboard.press('Escape')
          await staysWhen(page, escape, field, `${what}: Esc`)
          await staysWhen(page, () => openDialog(page).getByRole('button', { name: '关闭' }).first().click(), field, `${what}: ×`)
          await staysWhen(page, () => page.goBack(), field, `${what}: Back`)
          await letGo(page, escape)
        }
        await closeAll(page)
      }
    }
    expect(tried.length, tried.join('\n')).toBeGreaterThanOrEqual(cast[player]!)
  })

  test(`every form on a page of ${player}, when one leaves it and when it is loaded anew`, async ({ page, context }) => {
    test.setTimeout(600_000)
    await enter(context, stage.cast, player)
    let asked = 0
    page.on('dialog', (dialog) => {
      asked++
      void dialog.accept()
    })
    for (const path of await pagesOf(page, player)) {
      await goWithin(page, path)
      await settled(page)
      const field = fieldIn(page.getByRole('main'))
      if ((await field.count()) === 0) continue
      await field.fill(typed)
      // The form of the organization asks nothing: it saves itself (ORG-04).
      if ((await page.getByRole('button', { name: '暂存' }).count()) > 0) {
        await goWithin(page, '/services')
        await goWithin(page, path)
        await expect(field, path).toHaveValue(typed)
        continue
      }
      await staysWhen(page, () => setOutFor(page, '/services'), field, `${path}: another page`)
      asked = 0
      await page.reload()
      await settled(page)
      expect(asked, `${path}: the browser asks before it loads the page anew`).toBe(1)
      await expect(field, path).toHaveValue(typed)
      await letGo(page, () => setOutFor(page, '/services'))
    }
  })
}

test('a session that ends under a dialog: one signs in over it, and the same request goes on', async ({ page, context }) => {
  await enter(context, stage.cast, 'shanghai')
  await page.goto('/group/account/sub_accounts')
  await settled(page)
  await page.getByRole('main').getByRole('button', { name: '新增子账号' }).click()
  const dialog = page.getByRole('dialog', { name: '新增子账号' })
  await dialog.getByRole('textbox', { name: '登录账号' }).fill('shanghai_again')
  await dialog.getByRole('textbox', { name: '姓名' }).fill('再次登录')
  await dialog.getByRole('textbox', { name: '手机号' }).fill('13600001234')
  await context.clearCookies()
  await stage.server.moveClock(60) // a code was sent to sign in at first
  await dialog.getByRole('button', { name: '保存' }).click()
  const again = page.getByRole('dialog', { name: '请重新登录' })
  await again.getByRole('textbox', { name: words['zh-CN'].password, exact: true }).fill(password)
  await again.getByRole('button', { name: words['zh-CN'].signIn, exact: true }).click()
  await passSecondStep(page)
  await expect(again).toHaveCount(0)
  await expect(page.getByRole('cell', { name: 'shanghai_again', exact: true })).toBeVisible()
})

test('what is typed comes back to who signs in later, and to nobody else', async ({ page, context }) => {
  await enter(context, stage.cast, 'anna')
  await page.goto('/visitor/account')
  await settled(page)
  const field = fieldIn(page.getByRole('main'))
  await field.fill(typed)
  await context.clearCookies()
  await page.getByRole('main').getByRole('button', { name: '保存' }).first().click()
  await page.getByRole('dialog', { name: '请重新登录' }).getByRole('button', { name: '不登录，返回登录页' }).click()
  await expect(page).toHaveURL(/sign_in/)
  await enter(context, stage.cast, 'anna')
  await page.goto('/visitor/account')
  await expect(field).toHaveValue(typed)
  await letGo(page, () => setOutFor(page, '/services'))
  await field.page().goto('/visitor/account')
  await expect(field).not.toHaveValue(typed)
})
