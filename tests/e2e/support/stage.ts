// What every journey stands on: a server with the demonstration's data, the cast, and the ways into the site.
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { Cast, password, players, type Player } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { Server, type Settings } from '../../support/server.ts'
import { siteSettings } from './site.ts'

export class Stage {
  server!: Server
  cast!: Cast
}

/** A server of its own for the tests of this file; `besides`: what it is told of others who play with it. */
export function setStage(besides: () => Promise<Settings> = async () => ({})): Stage {
  const stage = new Stage()
  test.beforeAll(async () => {
    stage.server = await Server.start({ ...siteSettings, ...(await besides()) })
    stage.cast = new Cast(stage.server)
  })
  test.afterAll(() => stage.server?.stop())
  return stage
}

/** Puts a player's session into a browser, for journeys that are not about signing in. */
export async function enter(context: BrowserContext, cast: Cast, player: Player, language: Language = 'zh-CN'): Promise<void> {
  await enterAs(context, await cast.as(player), language)
}

/** The browser of somebody who is no player, such as the contact of an organization that a test has registered. */
export async function browserOf(browser: Browser, client: Client, language: Language = 'zh-CN'): Promise<Page> {
  const context = await browser.newContext()
  await enterAs(context, client, language)
  return context.newPage()
}

async function enterAs(context: BrowserContext, client: Client, language: Language = 'zh-CN'): Promise<void> {
  const [name, value] = client.cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: client.url }])
  await context.addInitScript((chosen) => {
    // The note that tells the page to ask for its session: it cannot read the cookie.
    localStorage.setItem('expogate.signed_in', 'yes')
    localStorage.setItem('expogate.locale', chosen)
  }, language)
}

export const words = {
  'zh-CN': { account: '账号', password: '密码', signIn: '登录', sendCode: '获取验证码', code: '验证码', verify: '验证并登录' },
  en: { account: 'Username', password: 'Password', signIn: 'Sign in', sendCode: 'Send code', code: 'Verification code', verify: 'Verify and sign in' },
} as const
export type Language = keyof typeof words

/** The first step, on the sign-in page that is open. */
export async function typeCredentials(page: Page, player: Player, secret = password, language: Language = 'zh-CN'): Promise<void> {
  const word = words[language]
  await page.getByRole('textbox', { name: word.account, exact: true }).fill(players[player].name)
  await page.getByRole('textbox', { name: word.password, exact: true }).fill(secret)
  await page.getByRole('button', { name: word.signIn, exact: true }).click()
}

/** The second step: asks for a code, reads it from the outbox in a second tab, and types it. */
export async function passSecondStep(page: Page, language: Language = 'zh-CN'): Promise<void> {
  const word = words[language]
  await page.getByRole('button', { name: word.sendCode }).click()
  await typeCodeFromOutbox(page, language)
  await page.getByRole('button', { name: word.verify }).click()
}

/** Waits until the page says that the code was sent, then reads the newest message as a demo user does. */
export async function typeCodeFromOutbox(page: Page, language: Language = 'zh-CN'): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /验证码已发送至|has been sent to/ })).toBeVisible()
  await page.getByRole('textbox', { name: words[language].code, exact: true }).fill(await readOutbox(page.context()))
}

/** The code of the newest message on the outbox page. */
export async function readOutbox(context: BrowserContext): Promise<string> {
  const outbox = await context.newPage()
  await outbox.goto('/sandbox/outbox')
  const newest = outbox.getByRole('article').first()
  const code = await newest.locator('strong').innerText()
  expect(code).toMatch(/^\d{6}$/)
  await outbox.close()
  return code
}

/** Both steps through the pages; ends on the landing page of the player's door. */
export async function signIn(page: Page, player: Player, secret = password): Promise<void> {
  const { door } = players[player]
  await page.goto(`/sign_in?door=${door}`)
  await typeCredentials(page, player, secret)
  if (door === 'group' || door === 'bureau') await passSecondStep(page)
  await expect(page).toHaveURL(new RegExp(`/${door}$`))
}

/** The page has its heading and its data: nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.skeleton, [aria-busy="true"], html[data-part-coming]')).toHaveCount(0)
}
