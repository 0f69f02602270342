import { electronClass, unavailable } from '../stand-in-object.mjs'

/**
 * One end of a channel: held by a port in this process, or by a utility process that the port was transferred to.
 * @typedef {{ id: number, other: End, port: MessagePortMain, carrier: Carrier | undefined, closed: boolean }} End
 * @typedef {{ send: (message: Record<string, unknown>) => void }} Carrier
 */

/** @type {Map<number, End>} ends that a utility process holds, by the id it knows */
const carried = new Map()
let lastId = 0

export const cloned = (value) => {
  try {
    return structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

export class MessagePortMain extends electronClass('MessagePortMain') {
  constructor() {
    super()
    /** @type {unknown[]} */
    this.queue_ = []
    this.started_ = false
    this.transferred_ = false
    /** @type {End | undefined} */
    this.end_ = undefined
  }
  postMessage(/** @type {unknown} */ message, /** @type {unknown[]} */ transfer = []) {
    if (transfer.length > 0) throw unavailable('transferring a port through a MessagePortMain')
    const other = this.end_?.other
    if (this.transferred_ || !other || other.closed) return
    const data = cloned(message)
    if (other.carrier) other.carrier.send({ kind: 'port-message', id: other.id, data })
    else other.port.receive_(data)
  }
  start() {
    this.started_ = true
    for (const data of this.queue_.splice(0)) this.receive_(data)
  }
  receive_(/** @type {unknown} */ data) {
    if (this.started_) setImmediate(() => this.emit('message', { data, ports: [] }))
    else this.queue_.push(data)
  }
  close() {
    if (this.end_) closeEnd(this.end_)
  }
}

export class MessageChannelMain {
  port1 = new MessagePortMain()
  port2 = new MessagePortMain()

  constructor() {
    const ends = [this.port1, this.port2].map((port) => {
      lastId += 1
      return (port.end_ = /** @type {End} */ ({ id: lastId, port, carrier: undefined, closed: false }))
    })
    ends[0].other = ends[1]
    ends[1].other = ends[0]
  }
}

/** @param {End} end */
function closeEnd(end) {
  for (const each of [end, end.other]) {
    if (each.closed) continue
    each.closed = true
    carried.delete(each.id)
    if (each.carrier) each.carrier.send({ kind: 'port-close', id: each.id })
    else setImmediate(() => each.port.emit('close'))
  }
}

/**
 * Hands ports over to a utility process.
 * @param {readonly unknown[]} ports
 * @param {Carrier} carrier
 * @returns {Array<{ id: number, queued: unknown[] }>} what the child needs to make its ports
 */
export function transferPorts(ports, carrier) {
  return ports.map((port) => {
    if (!(port instanceof MessagePortMain) || !port.end_ || port.transferred_)
      throw new TypeError('Port at index 0 is not a valid port')
    port.transferred_ = true
    port.end_.carrier = carrier
    carried.set(port.end_.id, port.end_)
    return { id: port.end_.id, queued: port.queue_.splice(0) }
  })
}

/**
 * What a utility process says about a port that it holds.
 * @param {{ kind: string, id: number, data?: unknown }} message
 */
export function receiveFromCarrier({ kind, id, data }) {
  const end = carried.get(id)
  if (!end) return
  if (kind === 'port-close') closeEnd(end)
  else if (end.other.carrier) end.other.carrier.send({ kind, id: end.other.id, data })
  else end.other.port.receive_(data)
}

/** Closes the ports of a utility process that is gone. @param {Carrier} carrier */
export function dropCarrier(carrier) {
  for (const end of Array.from(carried.values())) if (end.carrier === carrier) closeEnd(end)
}
