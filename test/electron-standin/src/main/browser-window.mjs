import { record, recorded, runtime } from '../runtime.mjs'
import { electronClass } from '../stand-in-object.mjs'
import { session } from './session.mjs'
import { WebContents } from './web-contents.mjs'

/** @type {Set<BrowserWindow>} */
const open = new Set()
let lastId = 0
/** @type {BrowserWindow | null} */
let focused = null

const noted =
  'setMenu setMenuBarVisibility setAutoHideMenuBar setIcon setOverlayIcon setProgressBar setSkipTaskbar setBackgroundColor setBackgroundMaterial setTitleBarOverlay setContentProtection setAlwaysOnTop setMaximizable setMinimizable setClosable setMovable setFullScreenable setVibrancy setHasShadow setThumbarButtons setAppDetails setAspectRatio setEnabled setIgnoreMouseEvents setOpacity removeMenu flashFrame moveTop'.split(
    ' ',
  )

export class BrowserWindow extends electronClass('BrowserWindow') {
  /**
   * @param {Record<string, any>} [options] Electron's; what is not acted on is kept as `options_`
   * @param {Promise<import('../browser/chromium.mjs').PageTarget>} [popup] a page that Chromium opened already
   */
  constructor(options = {}, popup = undefined) {
    super()
    const { width = 800, height = 600, x = 0, y = 0, webPreferences = {} } = options
    for (const [name, unsafe] of [
      ['sandbox', false],
      ['contextIsolation', false],
      ['nodeIntegration', true],
    ])
      if (webPreferences[name] === unsafe)
        throw new Error(`webPreferences.${name}: ${unsafe} is not available in the stand-in`)
    lastId += 1
    this.id = lastId
    this.options_ = options
    this.title_ = options.title ?? runtime.manifest.productName ?? runtime.manifest.name ?? ''
    this.bounds_ = { x, y, width, height }
    this.minimumSize_ = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.state_ = 'normal'
    this.shown_ = options.show !== false
    this.fullScreen_ = options.fullscreen === true
    this.resizable_ = options.resizable !== false
    this.destroyed_ = false
    for (const name of noted) this[name] = recorded(`BrowserWindow.${name}`)
    const target = popup ?? runtime.browser.then((browser) => browser.openTarget({ width, height }))
    const partition = webPreferences.partition
      ? session.fromPartition(webPreferences.partition)
      : session.defaultSession
    this.webContents = new WebContents({ ...webPreferences, session: webPreferences.session ?? partition }, target)
    this.webContents.hostWindow_ = this
    this.webContents.on('target-gone_', () => this.targetGone_())
    this.webContents.once('dom-ready', () => setImmediate(() => this.destroyed_ || this.emit('ready-to-show', {})))
    this.webContents.on('page-title-updated', (_, title) => this.pageTitle_(title))
    open.add(this)
    if (this.shown_) focused = this
    runtime.signals.emit('window-created', this)
    if (popup === undefined)
      void this.webContents.channel_.then(
        () => this.place_(),
        () => {},
      )
  }

  static getAllWindows() {
    return [...open]
  }
  static getFocusedWindow() {
    return focused
  }
  static fromWebContents(/** @type {unknown} */ contents) {
    return [...open].find((window) => window.webContents === contents) ?? null
  }
  static fromId(/** @type {number} */ id) {
    return [...open].find((window) => window.id === id) ?? null
  }

  loadURL(/** @type {string} */ url) {
    return this.webContents.loadURL(url)
  }
  loadFile(/** @type {string} */ path) {
    return this.webContents.loadFile(path)
  }
  reload() {
    this.webContents.reload()
  }
  capturePage(/** @type {any} */ rect) {
    return this.webContents.capturePage(rect)
  }

  show() {
    this.shown_ = true
    this.emit('show', {})
    this.focus()
  }
  showInactive() {
    this.shown_ = true
    this.emit('show', {})
  }
  hide() {
    this.shown_ = false
    this.blur()
    this.emit('hide', {})
  }
  isVisible() {
    return this.shown_ && this.state_ !== 'minimized'
  }
  focus() {
    if (focused === this || !this.shown_) return
    focused?.blur()
    focused = this
    if (runtime.visible) void this.webContents.send_('Page.bringToFront').catch(() => {})
    this.emit('focus', {})
    runtime.signals.emit('window-focus', this)
  }
  blur() {
    if (focused !== this) return
    focused = null
    this.emit('blur', {})
  }
  isFocused() {
    return focused === this
  }

  maximize() {
    this.changeState_('maximized', 'maximize')
  }
  unmaximize() {
    if (this.state_ === 'maximized') this.changeState_('normal', 'unmaximize')
  }
  isMaximized() {
    return this.state_ === 'maximized'
  }
  minimize() {
    this.changeState_('minimized', 'minimize')
  }
  isMinimized() {
    return this.state_ === 'minimized'
  }
  restore() {
    if (this.state_ !== 'normal') this.changeState_('normal', 'restore')
  }
  setFullScreen(/** @type {boolean} */ on) {
    this.fullScreen_ = on
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen', {})
  }
  isFullScreen() {
    return this.fullScreen_
  }
  isNormal() {
    return this.state_ === 'normal' && !this.fullScreen_
  }
  changeState_(/** @type {string} */ state, /** @type {string} */ event) {
    if (this.state_ === state) return
    this.state_ = state
    // Only a window that people see follows; a headless page keeps its size, so that tests do.
    if (runtime.visible) void this.setChromiumBounds_({ windowState: state })
    this.emit(event, {})
  }

  getBounds() {
    return { ...this.bounds_ }
  }
  getNormalBounds() {
    return { ...this.bounds_ }
  }
  getContentBounds() {
    return { ...this.bounds_ }
  }
  setBounds(/** @type {Partial<{ x: number, y: number, width: number, height: number }>} */ bounds) {
    const before = this.bounds_
    this.bounds_ = { ...before, ...bounds }
    void this.place_()
    const events = [
      ...(before.width !== this.bounds_.width || before.height !== this.bounds_.height ? ['resize', 'resized'] : []),
      ...(before.x !== this.bounds_.x || before.y !== this.bounds_.y ? ['move', 'moved'] : []),
    ]
    for (const event of events) this.emit(event, {})
  }
  setContentBounds(/** @type {any} */ bounds) {
    this.setBounds(bounds)
  }
  getSize() {
    return [this.bounds_.width, this.bounds_.height]
  }
  getContentSize() {
    return this.getSize()
  }
  setSize(/** @type {number} */ width, /** @type {number} */ height) {
    this.setBounds({ width, height })
  }
  setContentSize(/** @type {number} */ width, /** @type {number} */ height) {
    this.setBounds({ width, height })
  }
  getPosition() {
    return [this.bounds_.x, this.bounds_.y]
  }
  setPosition(/** @type {number} */ x, /** @type {number} */ y) {
    this.setBounds({ x, y })
  }
  center() {
    this.setBounds({ x: Math.round((1920 - this.bounds_.width) / 2), y: Math.round((1040 - this.bounds_.height) / 2) })
  }
  getMinimumSize() {
    return [...this.minimumSize_]
  }
  setMinimumSize(/** @type {number} */ width, /** @type {number} */ height) {
    this.minimumSize_ = [width, height]
  }
  isResizable() {
    return this.resizable_
  }
  setResizable(/** @type {boolean} */ resizable) {
    this.resizable_ = resizable
  }
  async place_() {
    const { x, y, width, height } = this.bounds_
    await this.setChromiumBounds_({ left: x, top: y, width, height })
  }
  /** Some builds have no window around a headless page; its bounds are then only recorded. */
  async setChromiumBounds_(/** @type {Record<string, unknown>} */ bounds) {
    try {
      const { cdp } = await runtime.browser
      await this.webContents.channel_
      const { windowId } = await cdp.send('Browser.getWindowForTarget', { targetId: this.webContents.targetId_ })
      await cdp.send('Browser.setWindowBounds', { windowId, bounds })
    } catch (error) {
      record('BrowserWindow.boundsRefused', String(error))
    }
  }

  getTitle() {
    return this.title_
  }
  setTitle(/** @type {string} */ title) {
    this.title_ = title
    record('BrowserWindow.setTitle', title)
  }
  pageTitle_(/** @type {string} */ title) {
    let kept = false
    this.emit('page-title-updated', { preventDefault: () => (kept = true) }, title, true)
    if (!kept) this.title_ = title
  }
  getParentWindow() {
    return this.options_.parent ?? null
  }
  getChildWindows() {
    return [...open].filter((window) => window.options_.parent === this)
  }
  isModal() {
    return this.options_.modal === true
  }
  getNativeWindowHandle() {
    return Buffer.alloc(8)
  }
  getMediaSourceId() {
    return `window:${this.id}:0`
  }

  /** Asks the app first (`close` can be prevented), then closes. */
  close() {
    if (this.destroyed_) return
    let prevented = false
    this.emit('close', {
      preventDefault: () => (prevented = true),
      get defaultPrevented() {
        return prevented
      },
    })
    if (prevented) runtime.signals.emit('close-prevented')
    else this.destroy()
  }
  destroy() {
    if (this.destroyed_) return
    this.destroyed_ = true
    if (focused === this) focused = null
    open.delete(this)
    void this.closeTarget_()
    this.webContents.destroy_()
    this.emit('closed', {})
    runtime.signals.emit('window-closed', open.size)
  }
  isDestroyed() {
    return this.destroyed_
  }
  async closeTarget_() {
    try {
      const { cdp } = await runtime.browser
      await this.webContents.channel_
      await cdp.send('Target.closeTarget', { targetId: this.webContents.targetId_ })
    } catch (error) {
      record('BrowserWindow.closeRefused', String(error))
    }
  }
  /** A person closed the visible window, or the page closed itself: too late to prevent. */
  targetGone_() {
    if (this.destroyed_) return
    this.emit('close', { preventDefault: () => {}, defaultPrevented: false })
    this.destroy()
  }
}
