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
  expect(looked.size.width).toBe(900)
  // A full Chromium takes the height of its tab strip off, even when headless.
  expect(looked.size.height).toBeGreaterThan(540)
  expect(looked.size.height).toBeLessThanOrEqual(640)
})

test('what the stand-in lacks says so', async ({ app, page }) => {
  expect(page.url()).not.toBe('')
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

test('a page that main allows to open becomes a window of its own, and both close apart', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(() => ({ action: 'allow' }))
  })
  const opened = app.waitForEvent('window')
  await page.evaluate(() => void window.open('second.html'))
  const second = await opened
  await expect(second.getByRole('heading')).toHaveText('Second page')
  const urls = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.webContents.getURL()))
  expect(await urls()).toEqual(['app://kit/index.html', 'app://kit/second.html'])
  await second.close()
  await expect.poll(urls).toEqual(['app://kit/index.html'])
})

test('a crashed page is reported to main and can be loaded again', async ({ app, page }) => {
  expect(page.url()).not.toBe('')
  const looked = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) throw new Error('no window')
    const gone = new Promise<string>((resolve) =>
      contents.once('render-process-gone', (_event, { reason }) => resolve(reason)),
    )
    contents.forcefullyCrashRenderer()
    const reason = await gone
    const crashed = contents.isCrashed()
    await contents.loadURL('app://kit/index.html')
    const bridge: unknown = await contents.executeJavaScript('typeof bridge')
    return { reason, crashed, bridge, after: contents.isCrashed() }
  })
  expect(looked).toEqual({ reason: 'crashed', crashed: true, bridge: 'object', after: false })
})

test('loadURL rejects when there is nothing to load', async ({ app, page }) => {
  expect(page.url()).not.toBe('')
  const message = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]
      ?.loadURL('nosuch://host/')
      .then(
        () => 'loaded',
        (error: Error) => error.message,
      ),
  )
  expect(message).toBe("ERR_FAILED (-2) loading 'nosuch://host/'")
})
