import { defineConfig } from '@playwright/test'

// Run by hand, after `npm ci` here and in ../: Lighthouse is too slow and too moody for every change.
export default defineConfig({ testDir: '.', globalSetup: '../support/demonstration.ts', outputDir: '../results/lighthouse', workers: 1, timeout: 180_000, reporter: [['list']] })
