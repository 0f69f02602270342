import { electronModule, unavailable } from '../stand-in-object.mjs'
import { runtime } from '../runtime.mjs'

/** @typedef {(request: Request) => Response | Promise<Response>} ProtocolHandler */

/** @type {Set<string>} */
export const privilegedSchemes = new Set()

/** A session's `protocol`. One Chromium profile serves all sessions, but handlers belong to their session. */
export function createProtocol() {
  /** @type {Map<string, ProtocolHandler>} */
  const handlers = new Map()
  const members = electronModule('protocol', {
    handle(/** @type {string} */ scheme, /** @type {ProtocolHandler} */ handler) {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle(/** @type {string} */ scheme) {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
    },
    isProtocolHandled: (/** @type {string} */ scheme) => handlers.has(scheme),
    registerSchemesAsPrivileged(/** @type {Array<{ scheme: string }>} */ schemes) {
      if (runtime.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme } of schemes) privilegedSchemes.add(scheme)
    },
  })
  return { members, handlers }
}

/**
 * Lets the session's handler answer a request.
 * @param {Map<string, ProtocolHandler>} handlers
 * @param {string} url as the app knows it
 * @param {{ method: string, headers: Record<string, string>, body?: Uint8Array | undefined }} request
 * @returns {Promise<Response | undefined>} undefined when no handler has this scheme
 */
export async function answerByHandler(handlers, url, { method, headers, body }) {
  const handler = handlers.get(url.slice(0, url.indexOf(':')).toLowerCase())
  if (!handler) return undefined
  const withBody = body && method !== 'GET' && method !== 'HEAD' ? { body } : {}
  const response = await handler(new Request(url, { method, headers, ...withBody }))
  if (!(response instanceof Response)) throw unavailable('a protocol handler that returns something but a Response')
  return response
}
