import { mkdirSync } from 'node:fs'
import { recorded, runtime } from '../runtime.mjs'
import { electronClass, electronModule } from '../stand-in-object.mjs'
import { getAppMetrics } from './app-metrics.mjs'
import { getPath, setPath } from './app-paths.mjs'
import { BrowserWindow } from './browser-window.mjs'
import { singleInstance } from './single-instance.mjs'

const noted =
  'disableHardwareAcceleration enableSandbox setAppUserModelId setAboutPanelOptions showAboutPanel setLoginItemSettings setJumpList setUserTasks addRecentDocument clearRecentDocuments disableDomainBlockingFor3DAPIs configureHostResolver setAccessibilitySupportEnabled show hide startAccessingSecurityScopedResource'.split(
    ' ',
  )

class App extends electronClass('app') {
  constructor() {
    super()
    this.isPackaged = false
    this.badgeCount = 0
    this.userAgentFallback = ''
    this.accessibilitySupportEnabled = false
    this.runningUnderARM64Translation = false
    this.applicationMenu = null
    this.dock = undefined
    this.quitting_ = false
    this.name_ = ''
    /** @type {ReturnType<typeof singleInstance> | undefined} */
    this.lock_ = undefined
    this.whenReady_ = new Promise((resolve) => (this.resolveReady_ = resolve))
    for (const name of noted) this[name] = recorded(`app.${name}`)
    this.setAsDefaultProtocolClient = recorded('app.setAsDefaultProtocolClient', true)
    this.removeAsDefaultProtocolClient = recorded('app.removeAsDefaultProtocolClient', true)
    this.commandLine = electronModule('commandLine', {
      appendSwitch: (/** @type {string} */ name, value = '') => void runtime.switches.set(name, String(value)),
      appendArgument: recorded('commandLine.appendArgument'),
      hasSwitch: (/** @type {string} */ name) => runtime.switches.has(name),
      getSwitchValue: (/** @type {string} */ name) => runtime.switches.get(name) ?? '',
      removeSwitch: (/** @type {string} */ name) => void runtime.switches.delete(name),
    })
  }

  get name() {
    return this.getName()
  }
  set name(name) {
    this.setName(name)
  }
  getName() {
    return this.name_ || runtime.manifest.productName || runtime.manifest.name || 'Electron'
  }
  setName(/** @type {string} */ name) {
    this.name_ = name
  }
  getVersion() {
    return runtime.manifest.version ?? process.versions['electron'] ?? ''
  }
  setVersion(/** @type {string} */ version) {
    runtime.manifest = { ...runtime.manifest, version }
  }
  getAppPath() {
    return runtime.appPath
  }
  getPath(/** @type {string} */ name) {
    return getPath(name, this.getName())
  }
  setPath(/** @type {string} */ name, /** @type {string} */ path) {
    setPath(name, path)
  }
  setAppLogsPath(path = this.getPath('logs')) {
    setPath('logs', path)
  }
  getLocale() {
    return runtime.switches.get('lang') || 'en-US'
  }
  getSystemLocale() {
    return 'en-US'
  }
  getLocaleCountryCode() {
    return 'US'
  }
  getPreferredSystemLanguages() {
    return ['en-US']
  }
  getAppMetrics() {
    return getAppMetrics()
  }
  getGPUFeatureStatus() {
    return { gpu_compositing: 'disabled_software' }
  }
  isHardwareAccelerationEnabled() {
    return false
  }
  isAccessibilitySupportEnabled() {
    return this.accessibilitySupportEnabled
  }
  isDefaultProtocolClient() {
    return false
  }
  getLoginItemSettings() {
    return { openAtLogin: false, executableWillLaunchAtLogin: false, launchItems: [] }
  }

  isReady() {
    return runtime.ready
  }
  whenReady() {
    return this.whenReady_
  }
  becomeReady_() {
    runtime.ready = true
    mkdirSync(this.getPath('userData'), { recursive: true })
    this.emit('ready', {}, {})
    this.resolveReady_()
  }
  focus() {
    BrowserWindow.getAllWindows()[0]?.focus()
  }

  requestSingleInstanceLock(/** @type {unknown} */ additionalData = null) {
    const userData = this.getPath('userData')
    mkdirSync(userData, { recursive: true })
    this.lock_ ??= singleInstance(userData, ({ argv, cwd, additionalData: data }) =>
      this.emit('second-instance', {}, argv, cwd, data),
    )
    return this.lock_.request(additionalData)
  }
  hasSingleInstanceLock() {
    return this.lock_?.has() ?? false
  }
  releaseSingleInstanceLock() {
    this.lock_?.release()
  }

  /** before-quit, each window's close, will-quit, quit: any but the last can stop it. */
  quit() {
    if (this.quitting_) return
    this.quitting_ = true
    let prevented = false
    const event = () => ({
      preventDefault: () => (prevented = true),
      get defaultPrevented() {
        return prevented
      },
    })
    this.emit('before-quit', event())
    for (const window of BrowserWindow.getAllWindows()) if (!prevented) window.close()
    if (prevented || BrowserWindow.getAllWindows().length > 0) {
      this.quitting_ = false
      return
    }
    this.emit('will-quit', event())
    if (prevented) this.quitting_ = false
    else this.leave_(0)
  }
  exit(/** @type {number} */ code = 0) {
    this.quitting_ = true
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    this.leave_(code)
  }
  leave_(/** @type {number} */ code) {
    this.emit('quit', {}, code)
    // The caller's own turn comes first: a driver that asked for the end still gets its answer.
    setImmediate(() => process.exit(code))
  }
}

export const app = new App()

runtime.signals.on('window-created', (window) => {
  app.emit('web-contents-created', {}, window.webContents)
  app.emit('browser-window-created', {}, window)
})
runtime.signals.on('window-focus', (window) => app.emit('browser-window-focus', {}, window))
runtime.signals.on('child-process-gone', (details) => app.emit('child-process-gone', {}, details))
runtime.signals.on('window-closed', (left) => {
  if (left > 0 || app.quitting_) return
  if (!app.emit('window-all-closed')) app.quit()
})
// Without Chromium there is nothing left to show; people who close its last window end it too.
runtime.signals.on('browser-gone', () => {
  for (const window of BrowserWindow.getAllWindows()) window.targetGone_()
  if (!app.quitting_) app.quit()
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.quit())
process.on('exit', () => {
  app.lock_?.release()
  runtime.signals.emit('exit')
  runtime.openBrowser?.kill()
})
