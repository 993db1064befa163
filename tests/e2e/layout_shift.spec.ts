// What is read stays where it is while the rest arrives: answers come one by one, in the worst order.
import { expect, test, type Page, type Route } from '@playwright/test'
import type { Player } from '../cast/cast.ts'
import { enter, setStage, settled } from './support/stage.ts'

const stage = setStage()
const most = 0.05

const sizes = [{ width: 360, height: 640 }, { width: 1366, height: 768 }]
const pages: [path: string, player: Player][] = [
  ['/visitor', 'anna'],
  ['/group', 'shanghai'],
  ['/bureau', 'bureau'],
  ['/bureau/organizations', 'bureau'],
  ['/bureau/statistics', 'bureau'],
]
/** What the frame asks before any page is there. */
const ofTheFrame = /\/api\/v1\/(system|editions|session)$/

/** Adds up what has moved since the page began, as browsers measure it. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const seen = { sum: 0, moved: [] as string[] }
    Object.assign(window, { shifts: seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Element | null }[] })[]) {
        if (entry.hadRecentInput) continue
        seen.sum += entry.value
        seen.moved.push(`${entry.value.toFixed(4)}: ${entry.sources.map(({ node }) => node?.nodeName + '.' + (node as HTMLElement)?.className).join(', ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

const drawn = (page: Page) => page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))

/** Holds every answer of the page until all are asked for, then lets them through one by one. */
async function openSlowly(page: Page, path: string, isLastFirst: boolean) {
  const asked = new Set<string>()
  const note = (request: { url: () => string }) => void (/\/api\/v1\//.test(request.url()) && !ofTheFrame.test(request.url()) && asked.add(request.url()))
  page.on('request', note)
  await page.goto(path, { waitUntil: 'networkidle' })
  await settled(page)
  page.off('request', note)

  const held: Route[] = []
  const hold = (route: Route) => (ofTheFrame.test(route.request().url()) ? route.continue() : void held.push(route))
  await page.route('**/api/v1/**', hold)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => held.length).toBeGreaterThan(0)
  for (let answered = 0; answered < asked.size; answered++) {
    // Some are asked for by what another answer has brought.
    await expect.poll(() => held.length).toBeGreaterThan(0)
    const route = isLastFirst ? held.pop()! : held.shift()!
    const answer = page.waitForResponse(route.request().url())
    await route.continue()
    await (await answer).finished()
    await drawn(page)
  }
  await settled(page)
  await drawn(page)
}

for (const [path, player] of pages)
  for (const size of sizes)
    for (const isLastFirst of [true, false])
      test(`${path} keeps its place at ${size.width} px, ${isLastFirst ? 'last' : 'first'} question answered first`, async ({ page, context }) => {
        await page.setViewportSize(size)
        await enter(context, stage.cast, player)
        await watchShifts(page)
        await openSlowly(page, path, isLastFirst)
        const { sum, moved } = await page.evaluate(() => (window as unknown as { shifts: { sum: number; moved: string[] } }).shifts)
        expect(sum, moved.join('\n')).toBeLessThan(most)
      })
