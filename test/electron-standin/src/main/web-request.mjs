import { electronModule } from '../stand-in-object.mjs'

/** @typedef {(details: Record<string, any>, callback: (answer: Record<string, any>) => void) => void} RequestListener */

/** A session's `webRequest`: the two events that can stop or alter a request; the others are not available. */
export function createWebRequest() {
  /** @type {Map<string, { urls: RegExp[] | undefined, listener: RequestListener }>} */
  const listeners = new Map()
  const setter =
    (/** @type {string} */ event) =>
    (/** @type {any[]} */ ...args) => {
      const listener = args.at(-1)
      const filter = args.length > 1 ? args[0] : undefined
      if (typeof listener === 'function') listeners.set(event, { urls: filter?.urls?.map(urlPattern), listener })
      else listeners.delete(event)
    }
  const members = electronModule('webRequest', {
    onBeforeRequest: setter('onBeforeRequest'),
    onHeadersReceived: setter('onHeadersReceived'),
  })

  /**
   * @param {'onBeforeRequest' | 'onHeadersReceived'} event
   * @param {Record<string, any>} details
   * @returns {Promise<Record<string, any>>} the listener's answer, or an empty one
   */
  const ask = async (event, details) => {
    const entry = listeners.get(event)
    if (!entry || (entry.urls && !entry.urls.some((pattern) => pattern.test(details['url'])))) return {}
    return new Promise((resolve) => entry.listener(details, (answer) => resolve(answer ?? {})))
  }
  return { members, ask, has: (/** @type {string} */ event) => listeners.has(event) }
}

/** @param {string} pattern Chromium's match pattern, such as `*://*\/*` or `<all_urls>` */
function urlPattern(pattern) {
  if (pattern === '<all_urls>') return /^/
  return new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`, 'i')
}
