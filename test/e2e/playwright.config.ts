import { defineConfig } from '@playwright/test'

/** Two windows at a time, as many as there are cores; no retries, so that a flaky test shows. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  reporter: [['list']],
})
