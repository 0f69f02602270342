import { _electron, test as base, expect, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { whichElectron } from '../electron-standin/which-electron.mjs'

const appFolder = fileURLToPath(new URL('../..', import.meta.url))

/** A running app with its first window. */
export interface RunningKit {
  readonly app: ElectronApplication
  readonly page: Page
  /** Pid of the main process. */
  readonly pid: number
}

/** How to start the app. */
export interface StartOptions {
  readonly colorScheme?: 'light' | 'dark'
}

/** Starts the built app, real Electron or the stand-in, on a user-data folder, and waits for its home page. */
export const startKit = async (userData: string, { colorScheme = 'light' }: StartOptions = {}): Promise<RunningKit> => {
  const { distPath, executable } = await whichElectron()
  const app = await _electron.launch({
    executablePath: executable,
    args: [appFolder, `--user-data-dir=${userData}`],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: distPath } as Record<string, string>,
    colorScheme,
  })
  const page = await app.firstWindow()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const pid = await app.evaluate(() => process.pid)
  return { app, page, pid }
}

/** Kills the main process as a power cut would, and waits until Playwright has noticed. */
export const killKit = async ({ app, pid }: RunningKit): Promise<void> => {
  const closed = app.waitForEvent('close')
  process.kill(pid, 'SIGKILL')
  await closed
}

interface Fixtures {
  /** A fresh user-data folder, removed afterwards. */
  readonly userData: string
  /** Starts the app on `userData`; whatever still runs at the end of the test is closed. */
  readonly start: (options?: StartOptions) => Promise<RunningKit>
  /** The app, started. */
  readonly kit: RunningKit
}

/** Each test gets its own user-data folder, so that no state crosses from one to the next. */
export const test = base.extend<Fixtures>({
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'activation-kit-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ userData }, use) => {
    const running: RunningKit[] = []
    await use(async (options) => {
      const kit = await startKit(userData, options)
      running.push(kit)
      return kit
    })
    for (const { app } of running) await app.close().catch(() => undefined)
  },
  kit: async ({ start }, use) => {
    await use(await start())
  },
})

export { expect }
