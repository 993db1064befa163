import { defineConfig } from 'vitest/config'

// One file at a time: each starts a server of its own, and the machine has two cores.
export default defineConfig({
  test: { include: ['api/**/*.test.ts'], globalSetup: './support/demonstration.ts', fileParallelism: false, expect: { poll: { timeout: 20_000 } }, testTimeout: 60_000, hookTimeout: 180_000 },
})
