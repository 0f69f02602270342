import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommand } from '../../running/run-command.mjs'

const start = fileURLToPath(new URL('../../electron-standin/start.mjs', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'activation-kit-start-'))
  // Says what it is asked for and does nothing.
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "npm $*"\n')
  chmodSync(join(folder, 'npm'), 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

test.runIf(process.platform === 'linux')('without a display, npm start says so and plays the tour', async () => {
  const env = {
    ...process.env,
    PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  }
  const { code, output } = await runCommand(process.execPath, [start], { quiet: true, timeoutMinutes: 1, env })
  expect(output).toContain('There is no display. Playing the tour instead (npm run tour)')
  expect(output).toContain('npm run --silent tour')
  expect(output).toMatch(/^Driving: /m)
  expect(code).toBe(0)
})
