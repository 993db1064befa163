// What a page may weigh on its first visit, as it comes over the wire (web.md 7.6).
import { expect, test, type CDPSession, type Page, type Response } from '@playwright/test'
import { allPages } from './support/routes.ts'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()
const signInBudget = 150_000
const pageBudget = 260_000
/** Smaller files gain nothing (web/scripts/precompress.mjs). */
const smallestCompressed = 512

/** Opens the page with an empty cache; the bytes of everything that was loaded until it is complete. */
async function weigh(page: Page, browser: CDPSession, path: string): Promise<number> {
  let bytes = 0
  const count = ({ encodedDataLength }: { encodedDataLength: number }) => (bytes += encodedDataLength)
  await browser.send('Network.clearBrowserCache')
  browser.on('Network.loadingFinished', count)
  await page.goto(path, { waitUntil: 'networkidle' })
  await settled(page)
  browser.off('Network.loadingFinished', count)
  return bytes
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
  const bytes = await weigh(page, browser, '/sign_in')
  console.log(`sign-in: ${bytes} bytes`)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(signInBudget)
  expect(texts.length).toBeGreaterThan(3)
  for (const response of texts) {
    const isWorthIt = (await response.body()).length >= smallestCompressed
    if (isWorthIt) expect(await response.headerValue('content-encoding'), response.url()).toBe('br')
  }
})

for (const player of ['bureau', 'shanghai'] as const) {
  test(`no page of ${player} is heavier than its budget`, async ({ page, context }) => {
    const pages = (await allPages(page)).filter((each) => each.player === player)
    await enter(context, stage.cast, player)
    const browser = await watchNetwork(page)
    const weights: [string, number][] = []
    for (const { path } of pages) weights.push([path, await weigh(page, browser, path)])
    const [path, heaviest] = weights.toSorted(([, a], [, b]) => b - a)[0]!
    console.log(`heaviest of ${weights.length} pages of ${player}: ${path}, ${heaviest} bytes`)
    expect(Math.min(...weights.map(([, bytes]) => bytes))).toBeGreaterThan(20_000)
    expect(weights.filter(([, bytes]) => bytes > pageBudget)).toEqual([])
  })
}
