import { expect } from '@playwright/test'
import { test } from './launch.ts'

test('the page is served by the app’s protocol handler under its policy', async ({ page }) => {
  const { module, inline } = await page.evaluate(() => ({ ...document.documentElement.dataset }))
  expect({ module, inline }).toEqual({ module: 'ran', inline: undefined })
  expect(await page.evaluate(() => fetch('page.css').then((response) => response.headers.get('content-type')))).toBe(
    'text/css',
  )
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
})

test('the theme that main chooses is the page’s colour scheme', async ({ app, page }) => {
  const scheme = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  expect(await scheme()).toBe(false)
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await expect.poll(scheme).toBe(true)
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
})

test('a link away is stopped by will-navigate', async ({ page, seen }) => {
  await page.getByRole('link', { name: 'Away' }).click({ noWaitAfter: true })
  await expect.poll(async () => (await seen()).prevented).toEqual(['https://example.org/away'])
  await expect(page.getByRole('heading')).toHaveText('Self-test')
})

test('a new window is denied and leaves no page behind', async ({ app, page, seen }) => {
  await page.getByRole('link', { name: 'Window' }).click({ noWaitAfter: true })
  await expect.poll(async () => (await seen()).opened).toEqual(['https://example.org/window'])
  await expect.poll(() => app.windows().length).toBe(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a denied permission is denied in the page', async ({ page, seen }) => {
  const state = () => page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)
  await expect.poll(state).toBe('denied')
  expect((await seen()).permissions).toContain('geolocation')
})

test('main can look into the page, take its picture and print it', async ({ app, page }) => {
  expect(page.url()).toContain('index.html')
  const looked = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) throw new Error('no window')
    const failure = await contents
      .executeJavaScript('Promise.reject(new Error("no"))')
      .catch((error: Error) => error.message)
    const image = await contents.capturePage()
    const pdf = await contents.printToPDF({})
    const title: unknown = await contents.executeJavaScript('document.title')
    return { url: contents.getURL(), title, failure, size: image.getSize(), pdf: pdf.subarray(0, 5).toString() }
  })
  expect(looked).toMatchObject({ url: 'app://kit/index.html', title: 'Self-test page', failure: 'no', pdf: '%PDF-' })
  expect(looked.size).toEqual({ width: 900, height: 640 })
})

test('what the stand-in lacks says so', async ({ app }) => {
  const texts = await app.evaluate(({ autoUpdater, BrowserWindow }) => {
    const text = (act: () => unknown) => {
      try {
        act()
        return 'no error'
      } catch (error) {
        return String(error)
      }
    }
    const [window] = BrowserWindow.getAllWindows()
    return [
      () => autoUpdater.checkForUpdates(),
      () => window?.webContents.debugger,
      () => window?.setTouchBar(null),
    ].map(text)
  })
  expect(texts).toEqual([
    "Error: electron's autoUpdater.checkForUpdates is not available in the stand-in",
    "Error: electron's webContents.debugger is not available in the stand-in",
    "Error: electron's BrowserWindow.setTouchBar is not available in the stand-in",
  ])
})
