/// <reference types="vitest/config" />
import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

// Two chunks that every page needs; everything else follows the routes.
const frameworkModules = /node_modules[\\/](@vue|vue|vue-router|@tanstack|openapi-fetch)[\\/]/
const commonModules = /src[\\/](ui|shared)[\\/](?!.*\.en\.ts)/

export default defineConfig({
  base: '/',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    // The strict CSP allows no data: scripts or styles, so nothing is inlined.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: frameworkModules, priority: 30 },
            { name: 'ui', test: commonModules, priority: 20 },
          ],
        },
      },
    },
  },
  // The first test of a file waits until everything that it imports is compiled.
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], restoreMocks: true, setupFiles: ['src/test_setup.ts'], testTimeout: 20_000 },
})
