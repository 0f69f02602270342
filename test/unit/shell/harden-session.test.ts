import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { hardenSession } from '../../../src-main/shell/harden-session.ts'
import type { HardenedSession } from '../../../src-main/shell/harden-session.ts'

type RequestListener = (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void

const harden = () => {
  let listener: RequestListener = () => undefined
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    protocol: { handle: vi.fn() },
    webRequest: {
      onBeforeRequest: (given: RequestListener) => {
        listener = given
      },
    },
  })
  hardenSession(session as unknown as HardenedSession, { pages: '/app/renderer', devTools: false })
  const cancels = (url: string) => {
    const callback = vi.fn()
    listener({ url }, callback)
    return callback.mock.calls
  }
  return { session, cancels }
}

it('installs every handler, serves the app’s scheme and turns the spell checker off', () => {
  const { session } = harden()
  for (const install of [
    session.setPermissionRequestHandler,
    session.setPermissionCheckHandler,
    session.setDevicePermissionHandler,
  ])
    expect(install).toHaveBeenCalledTimes(1)
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
  expect(session.protocol.handle).toHaveBeenCalledWith('app', expect.any(Function))
})

it('lets the app’s files through and blocks every network', () => {
  const { cancels } = harden()
  expect(cancels('app://kit/index.html')).toEqual([[{ cancel: false }]])
  expect(cancels('https://example.com/')).toEqual([[{ cancel: true }]])
})

it('refuses downloads', () => {
  const { session } = harden()
  const preventDefault = vi.fn()
  session.emit('will-download', { preventDefault })
  expect(preventDefault).toHaveBeenCalledTimes(1)
})
