import { _electron } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { whichElectron } from '../../electron-standin/which-electron.mjs'
import { type Figure, median } from '../figure.ts'

const kitFolder = fileURLToPath(new URL('../../..', import.meta.url))
const rounds = 7

interface Start {
  /** Milliseconds from the spawn to the first content on the screen. */
  readonly paint: number
  /** Milliseconds from the spawn until the page can be used. */
  readonly usable: number
}

/** Starts an app once on a fresh folder. The page itself says when it was painted and when it was usable. */
const startOnce = async (appFolder: string): Promise<Start> => {
  const userData = mkdtempSync(join(tmpdir(), 'activation-kit-bench-'))
  const { distPath, executable } = await whichElectron()
  const spawned = Date.now()
  const app = await _electron.launch({
    executablePath: executable,
    args: [appFolder, `--user-data-dir=${userData}`],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: distPath } as Record<string, string>,
    colorScheme: null,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForFunction(
      () =>
        performance.getEntriesByName('usable').length > 0 &&
        performance.getEntriesByName('first-contentful-paint').length > 0,
    )
    const { origin, paint, usable } = await page.evaluate(() => ({
      origin: performance.timeOrigin,
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      usable: performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN,
    }))
    return { paint: origin + paint - spawned, usable: origin + usable - spawned }
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Milliseconds from the spawn to the first paint and to a usable page (the page sets the mark `usable` once main has
 * answered it), against a hello world in the same shell. The two take turns; medians of 7 starts each.
 * @param helloFolder the built hello world
 */
export const measureStart = async (helloFolder: string): Promise<readonly Figure[]> => {
  const own: Start[] = []
  const hello: Start[] = []
  await startOnce(helloFolder)
  for (let round = 0; round < rounds; round += 1) {
    own.push(await startOnce(kitFolder))
    hello.push(await startOnce(helloFolder))
  }
  const figure = (part: keyof Start): Figure => {
    const value = median(own.map((start) => start[part]))
    const anchor = median(hello.map((start) => start[part]))
    return { name: `start.${part}`, value, unit: 'ms', anchor, ratio: value / anchor }
  }
  return [figure('paint'), figure('usable')]
}
