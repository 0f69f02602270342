import { chromium, type Page } from '@playwright/test'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findChromium } from '../../electron-standin/find-chromium.mjs'
import { type Figure, percentile95 } from '../figure.ts'

const previewFolder = fileURLToPath(new URL('../../../out/ui-preview', import.meta.url))
const previewConfig = fileURLToPath(new URL('../../ui-preview/vite.config.ts', import.meta.url))

/** Computers in the table. */
const count = 10_000
/** One frame of a screen with 60 of them in a second, in milliseconds. */
const frame = 1000 / 60
/** Each is typed letter by letter and taken away again. */
const words = ['ber-pc00', 'licensed', 'vienna', 'server 2022', 'kms02', 'zur-pc09', 'password', '2yt43']

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves the built preview of the window: the app's own components over a scripted bridge. */
const serve = async (): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    readFile(join(previewFolder, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/index.html?computers=${count}`, close: () => server.close() }
}

/**
 * Types the words and says how long each keystroke took until what it changed was painted, in milliseconds: from the
 * browser's time of the key to the first task after the frame. The browser waits for no screen (see `measureTable`), so that
 * the figure is the work and not the wait for the next picture of a screen.
 */
const timeKeystrokes = async (page: Page): Promise<readonly number[]> => {
  const field = page.getByRole('searchbox', { name: 'Filter' })
  await field.focus()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { kitTimes: times })
    document.querySelector('input[type=search]')?.addEventListener('keydown', (event) => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => times.push(performance.now() - event.timeStamp))
      channel.port1.start()
      requestAnimationFrame(() => channel.port2.postMessage(null))
    })
  })
  const timed = (): Promise<number> =>
    page.evaluate(() => (globalThis as unknown as { kitTimes: number[] }).kitTimes.length)
  let keys = 0
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key)
    keys += 1
    while ((await timed()) < keys) await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  for (const word of words) {
    for (const letter of word) await press(letter)
    for (const _ of word) await press('Backspace')
  }
  return page.evaluate(() => (globalThis as unknown as { kitTimes: number[] }).kitTimes)
}

/** Scrolls through the table and says in how many frames a line was missing, of how many. */
const blankFrames = (page: Page): Promise<{ readonly frames: number; readonly blank: number }> =>
  page.evaluate(async () => {
    const table = document.querySelector('table[aria-rowcount]')
    const scroller = table?.parentElement?.parentElement
    if (table === null || scroller === null || scroller === undefined) throw new Error('There is no table.')
    const box = scroller.getBoundingClientRect()
    const seesLines = (): boolean =>
      [0.1, 0.3, 0.5, 0.7, 0.97].every((part) => {
        const at = document.elementFromPoint(box.left + 80, box.top + 36 + (box.height - 40) * part)
        return (at?.closest('tr[data-index]')?.textContent ?? '') !== ''
      })
    let frames = 0
    let blank = 0
    // Small steps as of a wheel, then pages, then jumps as of a dragged bar.
    for (const step of [40, 400, 9000])
      for (let turn = 0; turn < 100; turn += 1) {
        scroller.scrollTop += step
        if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) scroller.scrollTop = 0
        await new Promise(requestAnimationFrame)
        const channel = new MessageChannel()
        const painted = new Promise((resolve) => {
          channel.port1.addEventListener('message', resolve)
          channel.port1.start()
        })
        requestAnimationFrame(() => channel.port2.postMessage(null))
        await painted
        frames += 1
        if (!seesLines()) blank += 1
      }
    return { frames, blank }
  })

/**
 * The table of 10,000 computers. `table.filter`: milliseconds from a keystroke in the filter to its painted result, the 95th
 * of 100, against one frame of 16.7 ms. `table.scroll`: frames in which a line was missing while scrolling, against all
 * frames. The browser is told not to wait for the screen, which draws at fixed times of its own.
 */
export const measureTable = async (): Promise<readonly Figure[]> => {
  await build({ configFile: previewConfig, logLevel: 'warn' })
  const executablePath = await findChromium({ visible: false })
  if (!executablePath) throw new Error('There is no Chromium.')
  const served = await serve()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-gpu-vsync', '--disable-frame-rate-limit'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(served.url)
    await page.getByText(`${count.toLocaleString('en')} computers`, { exact: true }).waitFor()
    await timeKeystrokes(page)
    await page.reload()
    await page.getByText(`${count.toLocaleString('en')} computers`, { exact: true }).waitFor()
    const times = await timeKeystrokes(page)
    const value = percentile95(times)
    const { frames, blank } = await blankFrames(page)
    return [
      { name: 'table.filter', value, unit: 'ms', anchor: frame, ratio: value / frame },
      { name: 'table.scroll', value: blank, unit: 'frames', anchor: frames, ratio: blank / frames },
    ]
  } finally {
    await browser.close()
    served.close()
  }
}
