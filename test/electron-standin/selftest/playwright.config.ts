import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../../test-results/standin',
  timeout: 20_000,
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['./tally-reporter.ts']],
})
