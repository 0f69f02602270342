import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../../../src-main/logging/logger.ts'
import { isHelpLink } from '../../../src-main/shell/external-links.ts'
import { lockContents } from '../../../src-main/shell/lock-contents.ts'
import { mayLoad } from '../../../src-main/shell/network-block.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

class FakeContents extends EventEmitter {
  openHandler: OpenHandler | undefined
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
}
const lock = () => {
  const contents = new FakeContents()
  const opened: string[] = []
  lockContents(contents as unknown as WebContents, {
    logger: createLogger(() => undefined),
    openExternal: async (link) => {
      opened.push(link)
    },
  })
  const refused = (event: string, details: object): boolean => {
    let prevented = false
    contents.emit(event, { ...details, preventDefault: () => (prevented = true) })
    return prevented
  }
  const open = (url: string) => contents.openHandler?.({ url } as never)
  return { refused, opened, open }
}

describe('a locked window', () => {
  it.each([
    ['will-navigate', 'https://example.com/', true],
    ['will-frame-navigate', 'https://example.com/', true],
    ['will-frame-navigate', 'app://kit/index.html', false],
    ['will-navigate', 'app://kit/other.html', true],
    ['will-navigate', 'app://kit.evil/index.html', true],
    ['will-navigate', 'file:///C:/index.html', true],
    ['will-navigate', 'javascript:alert(1)', true],
    ['will-redirect', 'app://kit/index.html', true],
    ['will-attach-webview', '', true],
  ])('refuses %s to %s (main frame: %s)', (event, url, isMainFrame) => {
    expect(lock().refused(event, { url, isMainFrame })).toBe(true)
  })

  it('lets its own document be loaded again', () => {
    const { refused } = lock()
    const url = 'app://kit/index.html#/journal'
    expect([refused('will-navigate', { url }), refused('will-frame-navigate', { url, isMainFrame: true })]).toEqual([
      false,
      false,
    ])
  })

  it('opens no window, and hands documentation to the browser', () => {
    const { open, opened } = lock()
    const help = 'https://learn.microsoft.com/windows-server/get-started/activation-slmgr-vbs-options'
    expect([open(help), open('https://example.com/'), open('app://kit/index.html')]).toEqual(
      Array.from({ length: 3 }, () => ({ action: 'deny' })),
    )
    expect(opened).toEqual([help])
  })
})

describe('links that may leave', () => {
  it.each([
    'http://learn.microsoft.com/',
    'https://learn.microsoft.com.evil.example/',
    'https://evil.example/learn.microsoft.com',
    'https://learn.microsoft.com:8443/',
    'https://user:pass@learn.microsoft.com/',
    'file:///c:/windows/system32/calc.exe',
    'ms-settings:activation',
    'javascript:alert(1)',
    '',
  ])('do not include %s', (link) => expect(isHelpLink(link)).toBe(false))
})

describe('requests of the window', () => {
  it.each([
    ['app://kit/assets/index.js', true],
    ['data:image/png;base64,AA==', true],
    ['https://learn.microsoft.com/', false],
    ['http://127.0.0.1:1688/', false],
    ['app://other/index.html', false],
    ['file:///etc/passwd', false],
    ['data:text/html,hello', false],
    ['ws://localhost/', false],
    ['devtools://devtools/bundled/inspector.html', false],
  ])('%s: %s', (url, allowed) => expect(mayLoad(url, false)).toBe(allowed))

  it('include the developer tools where the app is not packaged', () => {
    expect(mayLoad('devtools://devtools/bundled/inspector.html', true)).toBe(true)
  })
})
