import { EventEmitter } from 'node:events'

/** @typedef {Record<string, any>} Params the protocol's objects, as https://chromedevtools.github.io/devtools-protocol has them */

/**
 * The DevTools protocol over a pair of pipes (`--remote-debugging-pipe`): JSON messages that end in a NUL byte.
 * Events are emitted as `<sessionId>:<method>`; the browser's own session has an empty id.
 */
export class Cdp extends EventEmitter {
  #writable
  #nextId = 0
  /** @type {Map<number, { resolve: (result: Params) => void, reject: (error: Error) => void, method: string }>} */
  #waiting = new Map()
  /** @type {Buffer[]} */
  #parts = []
  #closed = false

  /**
   * @param {import('node:stream').Writable} writable
   * @param {import('node:stream').Readable} readable
   */
  constructor(writable, readable) {
    super()
    this.setMaxListeners(0)
    this.#writable = writable
    writable.on('error', () => this.#close())
    readable.on('error', () => this.#close())
    readable.on('close', () => this.#close())
    readable.on('data', (/** @type {Buffer} */ chunk) => this.#read(chunk))
  }

  /**
   * @param {string} method
   * @param {Params} [params]
   * @param {string} [sessionId]
   * @returns {Promise<Params>} rejects when Chromium refuses the command or is gone
   */
  send(method, params = {}, sessionId = undefined) {
    if (this.#closed) return Promise.reject(new Error(`Chromium is gone (${method})`))
    this.#nextId += 1
    const id = this.#nextId
    this.#writable.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, method }))
  }

  /** @param {Buffer} chunk */
  #read(chunk) {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const whole = Buffer.concat([...this.#parts, chunk.subarray(from, end)])
      this.#parts = []
      from = end + 1
      this.#dispatch(JSON.parse(whole.toString('utf8')))
    }
    if (from < chunk.length) this.#parts.push(chunk.subarray(from))
  }

  /** @param {Params} message */
  #dispatch(message) {
    if (message['id'] === undefined) {
      this.emit(`${message['sessionId'] ?? ''}:${message['method']}`, message['params'])
      return
    }
    const call = this.#waiting.get(message['id'])
    this.#waiting.delete(message['id'])
    if (message['error']) call?.reject(new Error(`${call.method}: ${message['error'].message}`))
    else call?.resolve(message['result'])
  }

  #close() {
    if (this.#closed) return
    this.#closed = true
    for (const { reject, method } of this.#waiting.values()) reject(new Error(`Chromium is gone (${method})`))
    this.#waiting.clear()
    this.emit('close')
  }
}
