import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { whichElectron } from '../electron-standin/which-electron.mjs'

const appFolder = fileURLToPath(new URL('../..', import.meta.url))

/** A running app with its first window. */
export interface RunningKit {
  readonly app: ElectronApplication
  readonly page: Page
  /** Pid of the main process. */
  readonly pid: number
  /** Errors that the page wrote to its console. */
  readonly complaints: readonly string[]
}

/** How to start the app. */
export interface StartOptions {
  readonly theme?: 'light' | 'dark'
  /** The page to be on: the app's first one, or the tasks, from which most wizards are opened. */
  readonly page?: 'Computers' | 'Tasks'
}

/** Starts the built app, real Electron or the stand-in, on a user-data folder, and waits until the wanted page is drawn. */
export const startKit = async (
  userData: string,
  { theme = 'light', page: wanted = 'Tasks' }: StartOptions = {},
): Promise<RunningKit> => {
  const { distPath, executable } = await whichElectron()
  const app = await _electron.launch({
    executablePath: executable,
    args: [appFolder, `--user-data-dir=${userData}`],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: distPath } as Record<string, string>,
    // The theme is Electron's to say; Playwright's own emulation would hide it.
    colorScheme: null,
  })
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (wanted === 'Tasks') {
    await page.getByRole('navigation').getByRole('button', { name: 'Tasks' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor()
  }
  // Only now: at its start the app puts back the theme that was chosen last.
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
  const pid = await app.evaluate(() => process.pid)
  return { app, page, pid, complaints }
}

/** Kills the main process as a power cut would, and waits until it is gone. */
export const killKit = async ({ app, pid }: RunningKit): Promise<void> => {
  const closed = app.waitForEvent('close')
  process.kill(pid, 'SIGKILL')
  await closed
}

/** How long an app may take to end in order, in milliseconds. */
const orderlyEnd = 10_000

/** Ends the app: in order, or by force where it does not, as with a plan that hangs, about which the app would ask first. */
export const endKit = async ({ app, pid }: RunningKit): Promise<void> => {
  const overdue = setTimeout(() => process.kill(pid, 'SIGKILL'), orderlyEnd)
  await app.close().catch(() => undefined)
  clearTimeout(overdue)
}
