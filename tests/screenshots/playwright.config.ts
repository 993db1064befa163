import base from '../e2e/playwright.config.ts'

/** The pictures of the guides: `npm run screenshots` writes docs/pictures anew. */
export default { ...base, testDir: '..', testMatch: ['screenshots/*.spec.ts', 'e2e/main_job.spec.ts', 'e2e/quota.spec.ts', 'e2e/group_payment.spec.ts', 'e2e/attendee_batch.spec.ts'], workers: 1, outputDir: '../results/screenshots' }
