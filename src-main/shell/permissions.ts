import type { Session } from 'electron'
import { appOrigin } from './app-scheme.ts'

/** Every permission that a page can ask Electron for, as Electron's own types list them. */
export type PermissionName = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1]

/**
 * What the app's page may do. Everything is denied but writing plain text to the clipboard ("Copy"). A permission that
 * a new Electron brings is a compile error here until somebody has decided.
 */
export const permissions: Readonly<Record<PermissionName, boolean>> = {
  ar: false,
  'automatic-fullscreen': false,
  'background-fetch': false,
  'background-sync': false,
  'captured-surface-control': false,
  'clipboard-read': false,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': false,
  'display-capture': false,
  fileSystem: false,
  fullscreen: false,
  geolocation: false,
  'geolocation-approximate': false,
  'hand-tracking': false,
  hid: false,
  'idle-detection': false,
  keyboardLock: false,
  'local-fonts': false,
  'local-network': false,
  'local-network-access': false,
  'loopback-network': false,
  media: false,
  mediaKeySystem: false,
  midi: false,
  midiSysex: false,
  nfc: false,
  notifications: false,
  openExternal: false,
  'payment-handler': false,
  'periodic-background-sync': false,
  'persistent-storage': false,
  pointerLock: false,
  'screen-wake-lock': false,
  sensors: false,
  serial: false,
  'smart-card': false,
  'speaker-selection': false,
  'storage-access': false,
  'system-wake-lock': false,
  'top-level-storage-access': false,
  unknown: false,
  usb: false,
  vr: false,
  'web-app-installation': false,
  'web-printing': false,
  'window-management': false,
}

/** Whether a page may use a permission: the table says yes, and the page is the app's own main frame. */
export const isPermitted = (permission: string, requestingUrl: string, isMainFrame: boolean): boolean => {
  const listed = Object.hasOwn(permissions, permission) && permissions[permission as PermissionName]
  const own = requestingUrl === appOrigin || requestingUrl.startsWith(`${appOrigin}/`)
  return listed && own && isMainFrame
}

/** The part of a session that decides on permissions. */
export type PermissionSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

/** Installs the table on a session: for questions, for checks and for devices. */
export const installPermissions = (session: PermissionSession): void => {
  session.setPermissionRequestHandler((_, permission, callback, details) =>
    callback(isPermitted(permission, details.requestingUrl, details.isMainFrame)),
  )
  session.setPermissionCheckHandler((_, permission, requestingOrigin, details) =>
    isPermitted(permission, requestingOrigin, details.isMainFrame),
  )
  session.setDevicePermissionHandler(() => false)
}
