import { defineConfig } from '@playwright/test'

/** Two windows at a time, as many as there are cores. The limits only end what hangs, on a slow machine too. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  timeout: 150_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  reporter: [['list']],
})
