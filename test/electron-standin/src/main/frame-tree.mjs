import { fromChromium } from './scheme-map.mjs'
import { WebFrameMain } from './web-frame-main.mjs'

/** Follows the frames of one window from DevTools events. */
export class FrameTree {
  /** @type {Map<string, WebFrameMain>} */
  #frames = new Map()
  #lastRoutingId = 0
  #contents

  /** @param {import('./web-contents.mjs').WebContents} contents */
  constructor(contents) {
    this.#contents = contents
    this.main = this.#add('', null)
  }

  /** @param {string} frameId @param {WebFrameMain | null} parent */
  #add(frameId, parent) {
    this.#lastRoutingId += 1
    const frame = new WebFrameMain(this.#contents, frameId, parent, this.#lastRoutingId)
    this.#frames.set(frameId, frame)
    parent?.frames.push(frame)
    return frame
  }

  /** @param {string} frameId the main frame's id, known once the target is attached */
  attachMain(frameId) {
    this.main.frameToken = frameId
    this.#frames.set(frameId, this.main)
  }

  /** @param {string} frameId */
  find(frameId) {
    return this.#frames.get(frameId)
  }

  /** @param {{ frameId: string, parentFrameId: string }} event */
  attached({ frameId, parentFrameId }) {
    if (!this.#frames.has(frameId)) this.#add(frameId, this.#frames.get(parentFrameId) ?? this.main)
  }

  /** @param {{ frameId: string, reason?: string }} event */
  detached({ frameId, reason }) {
    const frame = this.#frames.get(frameId)
    if (!frame || reason === 'swap') return
    frame.detached = true
    this.#frames.delete(frameId)
    const siblings = frame.parent?.frames
    siblings?.splice(siblings.indexOf(frame), 1)
  }

  /** @param {Record<string, any>} frame DevTools' frame */
  navigated({ id, parentId, url, urlFragment, name }) {
    if (parentId) this.attached({ frameId: id, parentFrameId: parentId })
    const known = this.#frames.get(id) ?? this.main
    known.url = fromChromium(url + (urlFragment ?? ''))
    known.name = name ?? ''
    return known
  }
}
