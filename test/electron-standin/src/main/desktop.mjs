import { EventEmitter } from 'node:events'
import { record, recorded } from '../runtime.mjs'
import { electronClass, electronModule } from '../stand-in-object.mjs'
import { nativeImage } from './native-image.mjs'

/** What would reach the desktop: nothing does; each call is noted in the records. */
export const shell = electronModule('shell', {
  openExternal: async (/** @type {string} */ url, /** @type {object} */ options) =>
    record('shell.openExternal', url, options),
  openPath: async (/** @type {string} */ path) => {
    record('shell.openPath', path)
    return ''
  },
  showItemInFolder: recorded('shell.showItemInFolder'),
  trashItem: async (/** @type {string} */ path) => record('shell.trashItem', path),
  beep: recorded('shell.beep'),
})

const clip = new Map()
export const clipboard = electronModule('clipboard', {
  writeText: (/** @type {string} */ text) => void clip.set('text', String(text)),
  readText: () => clip.get('text') ?? '',
  writeHTML: (/** @type {string} */ html) => void clip.set('html', html),
  readHTML: () => clip.get('html') ?? '',
  write: (/** @type {{ text?: string, html?: string }} */ data) => {
    clip.clear()
    for (const [kind, value] of Object.entries(data)) clip.set(kind, value)
  },
  readImage: () => nativeImage.createEmpty(),
  availableFormats: () => [...clip.keys()].map((kind) => (kind === 'text' ? 'text/plain' : `text/${kind}`)),
  clear: () => clip.clear(),
})

const bounds = { x: 0, y: 0, width: 1920, height: 1080 }
const display = {
  id: 1,
  label: '',
  bounds,
  workArea: { ...bounds, height: 1040 },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1040 },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  touchSupport: 'unavailable',
  colorDepth: 24,
}
class Screen extends electronClass('screen') {
  getPrimaryDisplay = () => display
  getAllDisplays = () => [display]
  getDisplayMatching = () => display
  getDisplayNearestPoint = () => display
  getCursorScreenPoint = () => ({ x: 0, y: 0 })
}
export const screen = new Screen()

class PowerMonitor extends electronClass('powerMonitor') {
  onBatteryPower = false
  getSystemIdleState = () => 'active'
  getSystemIdleTime = () => 0
  getCurrentThermalState = () => 'unknown'
  isOnBatteryPower = () => false
}
export const powerMonitor = new PowerMonitor()

/** @type {Set<number>} */
const blockers = new Set()
let lastBlocker = 0
export const powerSaveBlocker = electronModule('powerSaveBlocker', {
  start: (/** @type {string} */ type) => {
    lastBlocker += 1
    blockers.add(lastBlocker)
    record('powerSaveBlocker.start', type)
    return lastBlocker
  },
  stop: (/** @type {number} */ id) => blockers.delete(id),
  isStarted: (/** @type {number} */ id) => blockers.has(id),
})

class SystemPreferences extends electronClass('systemPreferences') {
  getAccentColor = () => '0078d4ff'
  getAnimationSettings = () => ({
    shouldRenderRichAnimation: true,
    scrollAnimationsEnabledBySystem: true,
    prefersReducedMotion: false,
  })
  getMediaAccessStatus = () => 'denied'
}
export const systemPreferences = new SystemPreferences()

export class Notification extends EventEmitter {
  static isSupported = () => false
  constructor(/** @type {object} */ options = {}) {
    super()
    Object.assign(this, options)
  }
  show = recorded('Notification.show')
  close = recorded('Notification.close')
}

export const globalShortcut = electronModule('globalShortcut', {
  register: recorded('globalShortcut.register', true),
  registerAll: recorded('globalShortcut.registerAll'),
  isRegistered: () => false,
  unregister: recorded('globalShortcut.unregister'),
  unregisterAll: recorded('globalShortcut.unregisterAll'),
})

export const crashReporter = electronModule('crashReporter', {
  start: recorded('crashReporter.start'),
  getLastCrashReport: () => null,
  getUploadedReports: () => [],
  addExtraParameter: recorded('crashReporter.addExtraParameter'),
})
