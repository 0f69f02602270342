import { EventEmitter } from 'node:events'

/** Sends to main; a failure to send means that main is gone. @param {object} message */
const send = (message) => void process.send?.(message, undefined, undefined, () => {})

/** A port of a MessageChannelMain that main transferred to this process. */
class TransferredPort extends EventEmitter {
  #id
  #queue
  #started = false

  /** @param {{ id: number, queued: unknown[] }} transferred */
  constructor({ id, queued }) {
    super()
    this.#id = id
    this.#queue = queued
  }
  postMessage(/** @type {unknown} */ data) {
    sendCloned({ kind: 'port-message', id: this.#id, data })
  }
  start() {
    this.#started = true
    for (const data of this.#queue.splice(0)) this.emit('message', { data, ports: [] })
  }
  close() {
    send({ kind: 'port-close', id: this.#id })
  }
  receive(/** @type {unknown} */ data) {
    if (this.#started) this.emit('message', { data, ports: [] })
    else this.#queue.push(data)
  }
}

/** @param {object} message */
function sendCloned(message) {
  try {
    send(message)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

/** `process.parentPort`: messages wait until the module listens. */
export class ParentPort extends EventEmitter {
  /** @type {Array<{ data: unknown, ports: TransferredPort[] }>} */
  #queue = []
  #started = false
  /** @type {Map<number, TransferredPort>} */
  #ports = new Map()

  constructor() {
    super()
    this.on('newListener', (name) => name === 'message' && queueMicrotask(() => this.start()))
    process.on('message', (/** @type {any} */ message) => this.#receive(message))
  }

  #receive({ kind, id, data, ports = [] }) {
    if (kind === 'port-message') this.#ports.get(id)?.receive(data)
    else if (kind === 'port-close') this.#ports.get(id)?.emit('close')
    else {
      const event = { data, ports: ports.map((port) => this.#adopt(port)) }
      if (this.#started) this.emit('message', event)
      else this.#queue.push(event)
    }
  }

  #adopt(transferred) {
    const port = new TransferredPort(transferred)
    this.#ports.set(transferred.id, port)
    return port
  }

  start() {
    this.#started = true
    for (const event of this.#queue.splice(0)) this.emit('message', event)
  }
  pause() {
    this.#started = false
  }
  postMessage(/** @type {unknown} */ data) {
    sendCloned({ kind: 'message', data })
  }
}
