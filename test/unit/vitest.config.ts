import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** No test passes or fails by its time: the limits only end what hangs, on a machine ten times as slow too. */
const HANGS_AFTER_MS = 120_000

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/unit/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: HANGS_AFTER_MS,
    hookTimeout: HANGS_AFTER_MS,
    expect: { poll: { timeout: 30_000 } },
  },
})
