import base from '../e2e/playwright.config.ts'

/** The pictures of the guides: `npm run screenshots` writes docs/pictures anew. */
export default { ...base, testDir: '.', outputDir: '../results/screenshots' }
