// Lighthouse's accessibility must be 100; the other scores are printed as a trend (web.md 2).
import { chromium, expect, test } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import lighthouse, { desktopConfig } from 'lighthouse'
import type { Player } from '../cast/cast.ts'
import { browserArguments, browserProgram } from '../e2e/support/site.ts'
import { enter, setStage, settled } from '../e2e/support/stage.ts'

const stage = setStage()
const debuggingPort = 9337
const report = resolve(import.meta.dirname, '../../docs/quality/lighthouse.md')
const categories = ['accessibility', 'performance', 'best-practices'] as const

const pages: [name: string, path: string, player: Player | null, form: 'phone' | 'desktop'][] = [
  ['Sign-in', '/sign_in', null, 'phone'],
  ['Sign-in', '/sign_in', null, 'desktop'],
  ['Group landing', '/group', 'shanghai', 'desktop'],
  ['Trading groups (list)', '/bureau/trading_groups', 'bureau', 'desktop'],
]

test('accessibility is 100 for sign-in, a landing page and a list', async () => {
  const rows: string[] = []
  let versions = ''
  for (const [name, path, player, form] of pages) {
    // Lighthouse opens its tab in the browser's own context, so the session must be there.
    const context = await chromium.launchPersistentContext('', {
      executablePath: browserProgram,
      args: [...browserArguments, `--remote-debugging-port=${debuggingPort}`],
    })
    if (player) await enter(context, stage.cast, player)
    const page = await context.newPage()
    await page.goto(stage.server.url + path)
    await settled(page)
    // The session stays, but the files are fetched as on a first visit.
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache')
    const settings = { port: debuggingPort, disableStorageReset: true, onlyCategories: [...categories], logLevel: 'error' as const }
    const result = (await lighthouse(stage.server.url + path, settings, form === 'desktop' ? desktopConfig : undefined))!.lhr
    await context.close()
    expect(new URL(result.finalDisplayedUrl).pathname).toBe(path)
    const scores = categories.map((category) => Math.round(result.categories[category]!.score! * 100))
    const weight = (result.audits['total-byte-weight']!.numericValue ?? 0) / 1024
    rows.push(`| ${name} | ${form} | ${scores.join(' | ')} | ${weight.toFixed(0)} KiB |`)
    versions = `Lighthouse ${result.lighthouseVersion}, Chromium ${/Chrome\/(\d+)/.exec(result.environment.hostUserAgent)![1]}`
    expect.soft(scores[0], `${name}, ${form}`).toBe(100)
  }
  const table = ['| Page | Device | Accessibility | Performance | Best practices | Transferred |', '|---|---|---|---|---|---|', ...rows].join('\n')
  console.log(table)
  mkdirSync(resolve(report, '..'), { recursive: true })
  writeFileSync(
    report,
    `# Lighthouse\n\n${versions}; written by \`npm run lighthouse\` in \`tests/lighthouse\`. Accessibility must be 100. The other scores depend on the machine:\nread them as a trend.\n\n${table}\n`,
  )
})
