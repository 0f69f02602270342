import { expect, _electron, type ElectronApplication } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { appFolder, executable, test } from './launch.ts'

type Child = { postMessage: (message: unknown) => void; kill: () => boolean }
type AppGlobals = { child: Child; startChild: (...args: string[]) => Promise<number>; openChannel: () => void }

const startChild = (app: ElectronApplication, ...args: string[]) =>
  app.evaluate((_electronModule, given) => (globalThis as unknown as AppGlobals).startChild(...given), args)
const post = (app: ElectronApplication, message: unknown) =>
  app.evaluate((_electronModule, given) => (globalThis as unknown as AppGlobals).child.postMessage(given), message)

/** Running processes whose command line names the text; a zombie has no command line. */
const running = (text: string) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text)
      } catch {
        return false
      }
    })

test('a utility process answers, and reports its end', async ({ app, page, seen }) => {
  expect(page.url()).not.toBe('')
  const pid = await startChild(app, '--one', 'two')
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('utility.js')
  await post(app, { list: [1, 2] })
  await expect
    .poll(async () => (await seen()).replies)
    .toEqual([{ echoed: { list: [1, 2] }, args: ['--one', 'two'], type: 'utility' }])
  await post(app, 'crash')
  await expect.poll(async () => (await seen()).exits).toEqual([3])
  expect((await seen()).gone).toMatchObject([{ reason: 'abnormal-exit', exitCode: 3, name: 'selftest-child' }])
})

test('a hung utility process can be killed', async ({ app, page, seen }) => {
  expect(page.url()).not.toBe('')
  const pid = await startChild(app)
  await post(app, 'hang')
  expect(await app.evaluate(() => (globalThis as unknown as AppGlobals).child.kill())).toBe(true)
  await expect.poll(async () => (await seen()).exits).toEqual([15])
  expect(existsSync(`/proc/${pid}`)).toBe(false)
})

test('a message port reaches a utility process and closes with it', async ({ app, page, seen }) => {
  expect(page.url()).not.toBe('')
  await startChild(app)
  await app.evaluate(() => (globalThis as unknown as AppGlobals).openChannel())
  await expect.poll(async () => (await seen()).replies).toEqual([{ answered: 'over the port' }])
})

test('kill -9 of the app leaves neither Chromium nor a hung child behind', async ({ userData }) => {
  const app = await _electron.launch({ args: [appFolder, `--user-data-dir=${userData}`] })
  await app.firstWindow()
  const child = await startChild(app, userData)
  await post(app, 'hang')
  const main = app.process().pid ?? 0
  const profile = `electron-standin-${main}-`
  expect(running(profile).length).toBeGreaterThan(0)
  process.kill(main, 'SIGKILL')
  await expect.poll(() => running(profile)).toEqual([])
  await expect.poll(() => running(userData)).toEqual([])
  expect(child).not.toBe(main)
})

test('a second instance hands over its command line and leaves', async ({ page, seen, userData }) => {
  expect(page.url()).not.toBe('')
  const second = spawn(executable, [appFolder, `--user-data-dir=${userData}`, '--open', 'thing'])
  const [code] = await once(second, 'exit')
  expect(code).toBe(7)
  await expect.poll(async () => (await seen()).second).toMatchObject([{ data: { from: 'selftest' } }])
  expect((await seen()).second[0]?.argv.slice(-2)).toEqual(['--open', 'thing'])
})

test('the lock of a killed instance does not keep the next one out', async ({ userData }) => {
  for (const round of ['first', 'second']) {
    const app = await _electron.launch({ args: [appFolder, `--user-data-dir=${userData}`] })
    await app.firstWindow()
    expect(await app.evaluate(({ app: electronApp }) => electronApp.hasSingleInstanceLock()), round).toBe(true)
    process.kill(app.process().pid ?? 0, 'SIGKILL')
    await expect.poll(() => running(userData), round).toEqual([])
  }
})

test('the app knows its name, version and the folder it was given', async ({ app, userData }) => {
  const known = await app.evaluate(({ app: electronApp }) => ({
    name: electronApp.getName(),
    version: electronApp.getVersion(),
    userData: electronApp.getPath('userData'),
    packaged: electronApp.isPackaged,
  }))
  expect(known).toEqual({ name: 'Stand-in self-test', version: '1.2.3', userData, packaged: false })
})

test('encrypted values survive a restart and are refused when damaged', async ({ userData }) => {
  const launch = () => _electron.launch({ args: [appFolder, `--user-data-dir=${userData}`] })
  const first = await launch()
  const encrypted = await first.evaluate(async ({ app: electronApp, safeStorage }) => {
    await electronApp.whenReady()
    return (await safeStorage.encryptStringAsync('fünf')).toString('base64')
  })
  await first.close()
  const second = await launch()
  const read = await second.evaluate(async ({ app: electronApp, safeStorage }, text) => {
    await electronApp.whenReady()
    const bytes = Buffer.from(text, 'base64')
    const good = await safeStorage.decryptStringAsync(bytes)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const bad = await safeStorage.decryptStringAsync(bytes).catch((error: Error) => error.message)
    return { good, bad }
  }, encrypted)
  await second.close()
  expect(read.good).toEqual({ result: 'fünf', shouldReEncrypt: false })
  expect(read.bad).toContain('Error while decrypting')
})

test('quitting tells before-quit, then will-quit, then quit', async ({ userData }) => {
  const app = await _electron.launch({ args: [appFolder, `--user-data-dir=${userData}`] })
  await app.firstWindow()
  let said = ''
  app.process().stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await app.close()
  expect(said.trim().split('\n')).toEqual(['before-quit', 'will-quit', 'quit'])
})

test('closing the last window raises window-all-closed; close can be prevented', async ({ app, page, seen }) => {
  expect(page.url()).not.toBe('')
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.once('close', (event) => event.preventDefault())
    window?.close()
  })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(async () => (await seen()).order).toEqual(['window-all-closed'])
})
