import { describe, expect, it } from 'vitest'
import { installPermissions, isPermitted, permissions } from '../../../src-main/shell/permissions.ts'
import type { PermissionSession } from '../../../src-main/shell/permissions.ts'

type Handler<K extends keyof PermissionSession> = NonNullable<Parameters<PermissionSession[K]>[0]>

const install = () => {
  const installed: {
    request?: Handler<'setPermissionRequestHandler'>
    check?: Handler<'setPermissionCheckHandler'>
    device?: Handler<'setDevicePermissionHandler'>
  } = {}
  installPermissions({
    setPermissionRequestHandler: (handler) => handler && (installed.request = handler),
    setPermissionCheckHandler: (handler) => handler && (installed.check = handler),
    setDevicePermissionHandler: (handler) => handler && (installed.device = handler),
  } as PermissionSession)
  const { request, check, device } = installed
  if (!request || !check || !device) throw new Error('a handler was not installed')
  return { request, check, device }
}
const page = { requestingUrl: 'app://kit/index.html', isMainFrame: true } as never
const asked = (permission: string, details: unknown = page) => {
  const { request } = install()
  return new Promise((resolve) => request({} as never, permission as never, resolve, details as never))
}

describe('permissions', () => {
  it('allows writing to the clipboard and nothing else', () => {
    expect(Object.entries(permissions).filter(([, allowed]) => allowed)).toEqual([['clipboard-sanitized-write', true]])
  })

  it.each(Object.entries(permissions))('answers %s with %s, asked and checked', async (permission, allowed) => {
    expect(await asked(permission)).toBe(allowed)
    expect(install().check(null, permission as never, 'app://kit/', page)).toBe(allowed)
  })

  it.each(['a-permission-of-tomorrow', '__proto__', 'constructor', 'toString'])('denies %s', async (permission) => {
    expect(await asked(permission)).toBe(false)
  })

  it.each([
    ['https://kit/', true],
    ['app://kit.evil/', true],
    ['app://other/', true],
    ['', true],
    ['app://kit/index.html', false],
  ])('denies even the allowed one to %s (main frame: %s)', (url, isMainFrame) => {
    expect(isPermitted('clipboard-sanitized-write', url, isMainFrame)).toBe(false)
  })

  it('denies every device', () => {
    expect(install().device({} as never)).toBe(false)
  })
})
