// What a page may weigh on its first visit, as it comes over the wire (web.md 7.6).
import { expect, test, type CDPSession, type Page, type Response } from '@playwright/test'
import { consent } from '../support/attendee.ts'
import { allPages } from './support/routes.ts'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()
const kilobyte = 1024
const signInBudget = 150 * kilobyte
const pageBudget = 150 * kilobyte
/** Scripts and styles of a list; its rows are what people come for. */
const listBudgetInChinese = 120 * kilobyte
/** The English words come beside the Chinese ones. */
const listBudgetInEnglish = 136 * kilobyte
/** Smaller files gain nothing (web/scripts/precompress.mjs). */
const smallestCompressed = 512

interface Loaded {
  bytes: number
  /** Scripts and styles. */
  assets: number
}
interface Weight extends Loaded {
  path: string
  isList: boolean
}

/** Opens the page with an empty cache; what was loaded until it is complete. */
async function weigh(page: Page, browser: CDPSession, path: string): Promise<Loaded> {
  const loaded = { bytes: 0, assets: 0 }
  const assets = new Set<string>()
  const note = ({ requestId, response }: { requestId: string; response: { url: string } }) => void (new URL(response.url).pathname.startsWith('/assets/') && assets.add(requestId))
  const count = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    loaded.bytes += encodedDataLength
    if (assets.has(requestId)) loaded.assets += encodedDataLength
  }
  await browser.send('Network.clearBrowserCache')
  browser.on('Network.responseReceived', note)
  browser.on('Network.loadingFinished', count)
  await page.goto(path, { waitUntil: 'networkidle' })
  await settled(page)
  browser.off('Network.responseReceived', note)
  browser.off('Network.loadingFinished', count)
  return loaded
}

async function watchNetwork(page: Page): Promise<CDPSession> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.enable')
  return browser
}

test('the sign-in page is light, and comes compressed', async ({ page }) => {
  const browser = await watchNetwork(page)
  const texts: Response[] = []
  page.on('response', (response) => {
    if (['script', 'stylesheet', 'document'].includes(response.request().resourceType())) texts.push(response)
  })
  const { bytes } = await weigh(page, browser, '/sign_in')
  console.log(`sign-in: ${bytes} bytes`)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(signInBudget)
  expect(texts.length).toBeGreaterThan(3)
  for (const response of texts) {
    const isWorthIt = (await response.body()).length >= smallestCompressed
    if (isWorthIt) expect(await response.headerValue('content-encoding'), response.url()).toBe('br')
  }
})

for (const [player, language] of [['bureau', 'zh-CN'], ['shanghai', 'zh-CN'], ['anna', 'zh-CN'], ['bureau', 'en']] as const) {
  const listBudget = language === 'en' ? listBudgetInEnglish : listBudgetInChinese
  test(`no page of ${player} is heavier than its budget (${language})`, async ({ page, context }) => {
    const pages = (await allPages(page)).filter((each) => each.player === player)
    if (player === 'anna') await consent(await stage.cast.as(player))
    await enter(context, stage.cast, player, language)
    const browser = await watchNetwork(page)
    const weights: Weight[] = []
    for (const { path } of pages) {
      const weight = await weigh(page, browser, path)
      weights.push({ path, ...weight, isList: (await page.locator('.list-page').count()) > 0 })
    }
    for (const isList of [true, false]) {
      const [heaviest] = weights.filter((each) => each.isList === isList).toSorted((a, b) => b.assets - a.assets)
      if (heaviest) console.log(`heaviest ${isList ? 'list' : 'other page'} of ${player} (${language}): ${heaviest.path}, ${heaviest.assets} of ${heaviest.bytes} bytes`)
    }
    expect(Math.min(...weights.map(({ bytes }) => bytes))).toBeGreaterThan(20_000)
    expect(weights.filter(({ bytes }) => bytes > pageBudget)).toEqual([])
    expect(weights.filter(({ isList, assets }) => isList && assets > listBudget)).toEqual([])
  })
}
