import { electronClass } from '../stand-in-object.mjs'
import { originOf } from './scheme-map.mjs'

/** A frame as main sees it. Only main frames run the preload, so a child frame never sends IPC. */
export class WebFrameMain extends electronClass('WebFrameMain') {
  /**
   * @param {import('./web-contents.mjs').WebContents} contents
   * @param {string} frameToken
   * @param {WebFrameMain | null} parent
   * @param {number} routingId
   */
  constructor(contents, frameToken, parent, routingId) {
    super()
    this.contents_ = contents
    this.frameToken = frameToken
    this.parent = parent
    this.routingId = routingId
    this.frameTreeNodeId = routingId
    this.processId = contents.id
    this.osProcessId = 0
    this.url = ''
    this.name = ''
    this.detached = false
    /** @type {WebFrameMain[]} */
    this.frames = []
  }
  get origin() {
    return originOf(this.url)
  }
  get top() {
    return this.parent ? this.parent.top : this
  }
  get framesInSubtree() {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)]
  }
  get visibilityState() {
    return 'visible'
  }
  isDestroyed() {
    return this.contents_.isDestroyed() || this.detached
  }
  send(/** @type {string} */ channel, /** @type {unknown[]} */ ...args) {
    if (this.parent === null) this.contents_.send(channel, ...args)
  }
  executeJavaScript(/** @type {string} */ code) {
    return this.contents_.executeJavaScript(code)
  }
}
