import { defineConfig } from '@playwright/test'
import { browserArguments, browserProgram, siteUrl } from './support/site.ts'

// Each file starts a server of its own, with a copy of the demonstration's data.
export default defineConfig({
  testDir: '.',
  globalSetup: '../support/demonstration.ts',
  outputDir: '../results/e2e',
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: siteUrl,
    actionTimeout: 20_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browserProgram, args: browserArguments },
  },
})
