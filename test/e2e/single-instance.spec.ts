import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { whichElectron } from '../electron-standin/which-electron.mjs'
import { expect, test } from './launch.ts'

const appFolder = fileURLToPath(new URL('../..', import.meta.url))

test('a second start on the same data ends by itself and brings the first window back', async ({ kit, userData }) => {
  const isMinimised = () =>
    kit.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()))
  await kit.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await expect.poll(isMinimised).toEqual([true])

  const { distPath, executable } = await whichElectron()
  const second = spawn(executable, [appFolder, `--user-data-dir=${userData}`], {
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: distPath },
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)

  await expect.poll(isMinimised).toEqual([false])
  await expect(kit.page.getByRole('heading', { level: 1 })).toBeVisible()
})
