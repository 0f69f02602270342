import { record, recorded, runtime } from '../runtime.mjs'
import { electronClass } from '../stand-in-object.mjs'
import { FrameTree } from './frame-tree.mjs'
import { encodeForPage, IpcMain } from './ipc-main.mjs'
import { NativeImage } from './native-image.mjs'
import { askWindowOpen } from './popups.mjs'
import { fromChromium, toChromium } from './scheme-map.mjs'
import { connectTarget } from './web-contents-target.mjs'

/** @type {Map<number, WebContents>} */
const alive = new Map()
let lastId = 0

const preventable = (more) => ({
  ...more,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})

export class WebContents extends electronClass('webContents') {
  /**
   * @param {{ session: any, preload?: string, additionalArguments?: readonly string[] }} options
   * @param {Promise<import('../browser/chromium.mjs').PageTarget>} target
   */
  constructor(options, target) {
    super()
    lastId += 1
    this.id = lastId
    this.session = options.session
    this.preloadPath_ = options.preload
    this.frames_ = new FrameTree(this)
    this.mainFrameId_ = ''
    this.ipc = new IpcMain()
    this.destroyed_ = false
    this.loading_ = false
    this.crashed_ = false
    this.title_ = ''
    /** The URL of a navigation that main began itself, which must not raise will-navigate. */
    this.ownNavigation_ = ''
    this.windowOpenHandler_ = undefined
    this.zoomFactor = 1
    this.userAgent = ''
    this.audioMuted = false
    this.backgroundThrottling = true
    this.targetId_ = ''
    this.hostWindow_ = undefined
    /** @type {(kind: string, id: string | number, encoded: string) => void} */
    this.deliver_ = () => {}
    /** @type {Promise<import('./web-contents-target.mjs').Channel>} */
    this.channel_ = connectTarget(this, target, options)
    this.channel_.catch(() => {})
    for (const name of [
      'openDevTools',
      'closeDevTools',
      'setVisualZoomLevelLimits',
      'setBackgroundThrottling',
      'setUserAgent',
      'setAudioMuted',
      'setIgnoreMenuShortcuts',
      'setWebRTCIPHandlingPolicy',
      'focus',
      'invalidate',
    ])
      this[name] = recorded(`webContents.${name}`)
    alive.set(this.id, this)
  }

  get mainFrame() {
    return this.frames_.main
  }
  get navigationHistory() {
    return {
      canGoBack: () => false,
      canGoForward: () => false,
      clear: () => {},
      getActiveIndex: () => 0,
      length: () => 1,
    }
  }
  getURL() {
    return this.mainFrame.url
  }
  getTitle() {
    return this.title_
  }
  getType() {
    return 'window'
  }
  getProcessId() {
    return this.mainFrame.processId
  }
  getOSProcessId() {
    return this.mainFrame.osProcessId
  }
  getUserAgent() {
    return this.userAgent
  }
  getZoomFactor() {
    return this.zoomFactor
  }
  getZoomLevel() {
    return Math.log(this.zoomFactor) / Math.log(1.2)
  }
  setZoomLevel(/** @type {number} */ level) {
    this.setZoomFactor(1.2 ** level)
  }
  setZoomFactor(/** @type {number} */ factor) {
    this.zoomFactor = factor
    record('webContents.setZoomFactor', factor)
  }
  getOrCreateDevToolsTargetId() {
    return this.targetId_
  }
  isDevToolsOpened() {
    return false
  }
  isDestroyed() {
    return this.destroyed_
  }
  isCrashed() {
    return this.crashed_
  }
  isLoading() {
    return this.loading_
  }
  isLoadingMainFrame() {
    return this.loading_
  }
  isFocused() {
    return this.hostWindow_?.isFocused() ?? false
  }

  /** One DevTools command to this window's page, once it exists. */
  async send_(/** @type {string} */ method, /** @type {Record<string, unknown>} */ params = {}) {
    return (await this.channel_).send(method, params)
  }

  send(/** @type {string} */ channel, /** @type {unknown[]} */ ...args) {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    const encoded = encodeForPage(args)
    if (!this.destroyed_) this.deliver_('event', channel, encoded)
  }

  async loadURL(/** @type {string} */ url) {
    const { send } = await this.channel_
    this.ownNavigation_ = toChromium(url)
    const { errorText, loaderId } = await send('Page.navigate', { url: this.ownNavigation_ })
    if (errorText) {
      const code = `ERR_${String(errorText).replace(/^net::ERR_/, '')}`
      this.emit('did-fail-load', {}, -2, code, url, true)
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url })
    }
    // No loader: only the fragment changed, and nothing is loaded.
    if (loaderId !== undefined) await this.finished_(loaderId, url)
  }
  /** Waits for one load; the end of an earlier one, reported late, does not count. */
  finished_(/** @type {string} */ loaderId, /** @type {string} */ url) {
    return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
      const settle = (/** @type {() => void} */ act) => {
        this.off('load-ended_', ended)
        this.off('load-begun_', begun)
        this.off('destroyed', gone)
        act()
      }
      const gone = () => settle(() => reject(new Error(`ERR_FAILED (-2) loading '${url}'`)))
      const ended = (/** @type {string} */ id) => id === loaderId && settle(resolve)
      // The page went elsewhere before it had finished.
      const begun = (/** @type {string} */ id) =>
        id !== loaderId && settle(() => reject(new Error(`ERR_ABORTED (-3) loading '${url}'`)))
      this.on('load-ended_', ended)
      this.on('load-begun_', begun)
      this.on('destroyed', gone)
    })
  }
  loadFile(/** @type {string} */ path) {
    return this.loadURL(`file://${path.startsWith('/') ? path : `${runtime.appPath}/${path}`}`)
  }
  reload() {
    this.ownNavigation_ = toChromium(this.getURL())
    void this.send_('Page.reload')
  }
  reloadIgnoringCache() {
    this.ownNavigation_ = toChromium(this.getURL())
    void this.send_('Page.reload', { ignoreCache: true })
  }
  stop() {
    void this.send_('Page.stopLoading')
  }

  /**
   * Raises Electron's navigation events for a request that would replace a document.
   * @returns {boolean} false when the app prevented it
   */
  mayNavigate_(/** @type {Record<string, any>} */ { request, frameId, redirectedRequestId }) {
    const isMainFrame = frameId === this.mainFrameId_
    const isRedirect = redirectedRequestId !== undefined
    if (isMainFrame && !isRedirect && request.url === this.ownNavigation_.replace(/#.*$/s, '')) {
      this.ownNavigation_ = ''
      return true
    }
    const url = fromChromium(request.url + (request.urlFragment ?? ''))
    const frame = this.frames_.find(frameId) ?? this.mainFrame
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame, initiator: this.mainFrame })
    if (isRedirect) this.emit('will-redirect', event, url, false, isMainFrame)
    else {
      this.emit('will-frame-navigate', event)
      if (isMainFrame) this.emit('will-navigate', event, url)
    }
    return !event.defaultPrevented
  }

  setWindowOpenHandler(/** @type {any} */ handler) {
    this.windowOpenHandler_ = handler
  }
  /** @returns {{ action: string, overrideBrowserWindowOptions?: object }} */
  askWindowOpen_(/** @type {Record<string, any>} */ details) {
    return askWindowOpen(this.windowOpenHandler_, details)
  }

  async executeJavaScript(/** @type {string} */ code, /** @type {boolean} */ userGesture = false) {
    const { result, exceptionDetails } = await this.send_('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (!exceptionDetails) return result.value
    const { description, value } = exceptionDetails.exception ?? {}
    throw new Error(
      String(description ?? value ?? exceptionDetails.text)
        .replace(/^(Uncaught )?Error: /, '')
        .replace(/\n\s+at .*$/s, ''),
    )
  }
  async insertCSS(/** @type {string} */ css) {
    const text = JSON.stringify(css)
    await this.executeJavaScript(
      `document.head.append(Object.assign(document.createElement('style'), { textContent: ${text} }))`,
    )
    return String(css.length)
  }
  async capturePage(/** @type {{ x: number, y: number, width: number, height: number } | undefined} */ rect) {
    const { data } = await this.send_('Page.captureScreenshot', {
      format: 'png',
      ...(rect ? { clip: { ...rect, scale: 1 } } : {}),
    })
    return new NativeImage(Buffer.from(data, 'base64'))
  }
  async printToPDF(/** @type {Record<string, any>} */ options = {}) {
    const {
      landscape,
      printBackground,
      displayHeaderFooter,
      headerTemplate,
      footerTemplate,
      pageRanges,
      preferCSSPageSize,
    } = options
    const given = {
      landscape,
      printBackground,
      displayHeaderFooter,
      headerTemplate,
      footerTemplate,
      pageRanges,
      preferCSSPageSize,
    }
    const { data } = await this.send_('Page.printToPDF', given)
    return Buffer.from(data, 'base64')
  }
  print(/** @type {object} */ options = {}, /** @type {(ok: boolean, reason: string) => void} */ done = () => {}) {
    record('webContents.print', options)
    setImmediate(() => done(true, ''))
  }
  forcefullyCrashRenderer() {
    // Chromium never answers this command: the page that would answer is gone.
    void this.send_('Page.crash').catch(() => {})
  }
  close() {
    if (this.hostWindow_) this.hostWindow_.close()
    else this.destroy_()
  }
  /** The target is gone or no longer wanted. */
  destroy_() {
    if (this.destroyed_) return
    this.destroyed_ = true
    alive.delete(this.id)
    this.emit('destroyed')
  }
}

export const webContents = {
  getAllWebContents: () => [...alive.values()],
  fromId: (/** @type {number} */ id) => alive.get(id),
  fromDevToolsTargetId: (/** @type {string} */ id) => [...alive.values()].find(({ targetId_ }) => targetId_ === id),
  getFocusedWebContents: () => [...alive.values()].find((contents) => contents.isFocused()) ?? null,
}
