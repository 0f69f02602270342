import { expect } from '@playwright/test'
import { test } from './launch.ts'

type Bridge = {
  echo: (value: unknown) => Promise<unknown>
  fail: () => Promise<unknown>
  unknown: () => Promise<unknown>
  unclonable: () => Promise<unknown>
  add: (left: number, right: number) => number
  throwNow: () => void
  requireFs: () => void
  note: (text: string, listener: (answer: string) => void) => void
  nested: { platform: string }
}
declare const bridge: Bridge

test('an invoke comes back with every cloneable kind of value intact', async ({ page }) => {
  const kinds = await page.evaluate(async () => {
    const sent = {
      date: new Date(5),
      map: new Map<unknown, unknown>([['key', { deep: [1, undefined, Number.NaN, -0] }]]),
      set: new Set([1n, 'two']),
      bytes: new Uint8Array([0, 127, 255]),
      buffer: new Uint16Array([513]).buffer,
      pattern: /a+/gi,
      nothing: null,
    }
    const cyclic: { self?: unknown; sent: typeof sent } = { sent }
    cyclic.self = cyclic
    const back = (await bridge.echo(cyclic)) as { self: unknown; sent: typeof sent }
    const deep = (back.sent.map.get('key') as { deep: unknown[] }).deep
    return [
      back.sent.date instanceof Date && back.sent.date.getTime() === 5,
      deep[0] === 1 && deep.length === 4 && deep[1] === undefined && Number.isNaN(deep[2]) && Object.is(deep[3], -0),
      back.sent.set.has(1n) && back.sent.set.size === 2,
      back.sent.bytes instanceof Uint8Array && [...back.sent.bytes].join() === '0,127,255',
      new Uint16Array(back.sent.buffer)[0] === 513,
      String(back.sent.pattern) === '/a+/gi',
      back.sent.nothing === null,
      back.self === back,
    ]
  })
  expect(kinds).toEqual(kinds.map(() => true))
})

test('errors cross with the texts that Electron gives them', async ({ page }) => {
  const texts = await page.evaluate(async () => {
    const text = async (act: () => unknown) => {
      try {
        await act()
        return 'no error'
      } catch (error) {
        return error instanceof Error ? `${error.name}: ${error.message}` : 'not an Error'
      }
    }
    return Promise.all([bridge.fail, bridge.unknown, bridge.unclonable, bridge.throwNow, bridge.requireFs].map(text))
  })
  expect(texts).toEqual([
    "Error: Error invoking remote method 'fail': RangeError: out of range",
    "Error: Error invoking remote method 'no-such-channel': Error: No handler registered for 'no-such-channel'",
    'Error: An object could not be cloned.',
    'Error: thrown in the preload',
    'Error: module not found: fs',
  ])
})

test('a message from main reaches a listener that the page gave', async ({ page }) => {
  expect(await page.evaluate(() => new Promise((resolve) => bridge.note('heard', resolve)))).toBe('heard!')
  expect(await page.evaluate(() => bridge.add(2, 3))).toBe(5)
})

test('main sees the app’s own URL in the sender, not Chromium’s', async ({ page, seen }) => {
  await page.evaluate(() => bridge.echo(1))
  expect((await seen()).senders).toEqual([
    { url: 'app://kit/index.html', origin: 'app://kit', isMain: true, own: true },
  ])
})

test('the preload leaves nothing in the page but what it exposed, frozen', async ({ page }) => {
  const inPage = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow))
    frame.remove()
    const own = Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^\d+$/.test(name))
    return {
      own: own.filter((name) => !name.startsWith('__pw') && !name.startsWith('__playwright')),
      frozen: Object.isFrozen(bridge) && Object.isFrozen(bridge.nested),
      replaceable: Reflect.set(window, 'bridge', null),
    }
  })
  expect(inPage).toEqual({ own: ['bridge'], frozen: true, replaceable: false })
})

test('a page that is loaded anew gets the bridge anew', async ({ app, page }) => {
  await page.evaluate(() => document.body.setAttribute('data-old', ''))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await page.waitForFunction(
    () => document.body !== null && !document.body.hasAttribute('data-old') && 'bridge' in window,
  )
  expect(await page.evaluate(() => bridge.echo('again'))).toBe('again')
})
