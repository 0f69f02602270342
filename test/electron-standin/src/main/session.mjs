import { record, recorded } from '../runtime.mjs'
import { electronClass, electronModule } from '../stand-in-object.mjs'
import { createProtocol } from './protocol.mjs'
import { createWebRequest } from './web-request.mjs'

/** The permissions that Chromium can be told about, by Electron's name and the DevTools protocol's. */
const permissionNames = {
  'clipboard-read': 'clipboardReadWrite',
  geolocation: 'geolocation',
  'idle-detection': 'idleDetection',
  media: 'audioCapture',
  midi: 'midi',
  notifications: 'notifications',
  'persistent-storage': 'durableStorage',
}

export class Session extends electronClass('session') {
  constructor(/** @type {string} */ partition) {
    super()
    this.partition_ = partition
    this.protocol_ = createProtocol()
    this.webRequest_ = createWebRequest()
    this.protocol = this.protocol_.members
    this.webRequest = this.webRequest_.members
    this.spellCheckerEnabled = true
    this.storagePath = null
    /** @type {any} */
    this.requestHandler_ = null
    /** @type {any} */
    this.checkHandler_ = null
    for (const name of ['setDevicePermissionHandler', 'setDisplayMediaRequestHandler', 'setCertificateVerifyProc'])
      this[name] = recorded(`session.${name}`)
    for (const name of [
      'setSpellCheckerLanguages',
      'setSpellCheckerDictionaryDownloadURL',
      'setUserAgent',
      'setUSBProtectedClassesHandler',
      'setBluetoothPairingHandler',
      'setDownloadPath',
      'flushStorageData',
    ])
      this[name] = recorded(`session.${name}`)
    for (const name of [
      'setProxy',
      'clearCache',
      'clearStorageData',
      'clearData',
      'closeAllConnections',
      'clearAuthCache',
      'clearHostResolverCache',
      'clearCodeCaches',
    ])
      this[name] = recorded(`session.${name}`, Promise.resolve())
  }
  setPermissionRequestHandler(/** @type {any} */ handler) {
    this.requestHandler_ = handler
  }
  setPermissionCheckHandler(/** @type {any} */ handler) {
    this.checkHandler_ = handler
  }
  setSpellCheckerEnabled(/** @type {boolean} */ enabled) {
    this.spellCheckerEnabled = enabled
    record('session.setSpellCheckerEnabled', enabled)
  }
  isSpellCheckerEnabled() {
    return this.spellCheckerEnabled
  }
  isPersistent() {
    return this.partition_.startsWith('persist:')
  }

  /**
   * Electron asks the handlers when a page wants something; Chromium's prompts cannot be answered from outside. So the
   * handlers are asked for each permission when a page arrives, and Chromium is told the answers beforehand.
   * @param {any} webContents
   * @param {string} url the arriving page, as the app knows it
   * @param {string} origin
   * @returns {Promise<Array<{ name: string, setting: 'granted' | 'denied' }>>}
   */
  async decidePermissions_(webContents, url, origin) {
    if (!this.requestHandler_ && !this.checkHandler_) return []
    const details = { requestingUrl: url, isMainFrame: true, securityOrigin: origin }
    const decide = async ([permission, name]) => {
      const checked = this.checkHandler_?.(webContents, permission, origin, details) ?? true
      const asked = this.requestHandler_
        ? await new Promise((resolve) => this.requestHandler_(webContents, permission, resolve, details))
        : true
      return { name, setting: checked && asked ? 'granted' : 'denied' }
    }
    return Promise.all(Object.entries(permissionNames).map(decide))
  }
}

const defaultSession = new Session('')
/** @type {Map<string, Session>} */
const partitions = new Map([['', defaultSession]])

export const session = electronModule('session', {
  defaultSession,
  fromPartition(/** @type {string} */ partition) {
    const found = partitions.get(partition) ?? new Session(partition)
    partitions.set(partition, found)
    return found
  },
})
