import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
export const appFolder = join(here, 'app')
export const executable = join(here, '../dist/electron')

/** What the fixture app keeps for the tests to read. */
export type Seen = {
  readonly order: readonly string[]
  readonly senders: readonly { url: string; origin: string; isMain: boolean; own: boolean }[]
  readonly prevented: readonly string[]
  readonly opened: readonly string[]
  readonly permissions: readonly string[]
  readonly second: readonly { argv: readonly string[]; cwd: string; data: unknown }[]
  readonly gone: readonly { reason: string; exitCode: number; name: string }[]
  readonly exits: readonly number[]
  readonly replies: readonly unknown[]
}

type Fixtures = {
  folderPrefix: string
  userData: string
  app: ElectronApplication
  page: Page
  seen: () => Promise<Seen>
}

/** Each test gets the fixture app, started by Playwright's own Electron driver on a fresh user-data folder. */
export const test = base.extend<Fixtures>({
  folderPrefix: ['standin-selftest-', { option: true }],
  userData: async ({ folderPrefix }, use) => {
    const folder = await mkdtemp(join(tmpdir(), folderPrefix))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  app: async ({ userData }, use) => {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(executable)
    const app = await _electron.launch({ args: [appFolder, `--user-data-dir=${userData}`], colorScheme: null })
    await use(app)
    await app.close()
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow()
    await page.waitForFunction(() => 'bridge' in window && document.readyState === 'complete')
    await use(page)
  },
  seen: async ({ app }, use) => {
    await use(() => app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen))
  },
})
