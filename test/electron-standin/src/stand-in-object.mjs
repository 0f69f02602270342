import { EventEmitter } from 'node:events'

/** @param {string} what */
export const unavailable = (what) => new Error(`${what} is not available in the stand-in`)

/**
 * A base class for Electron's objects: an event emitter on which every member that the stand-in lacks throws a clear
 * error instead of being undefined. Names that begin with `_` and symbols stay undefined, because engines probe them.
 * @param {string} name how Electron's documentation calls the object
 */
export function electronClass(name) {
  class ElectronObject extends EventEmitter {
    constructor() {
      super()
      this.setMaxListeners(0)
    }
  }
  Object.setPrototypeOf(
    ElectronObject.prototype,
    new Proxy(EventEmitter.prototype, { get: (target, key, receiver) => missing(name, target, key, receiver) }),
  )
  return ElectronObject
}

/**
 * The same guard for a plain object of functions.
 * @template {object} T
 * @param {string} name
 * @param {T} members
 * @returns {T}
 */
export function electronModule(name, members) {
  const guard = new Proxy(Object.prototype, { get: (target, key, receiver) => missing(name, target, key, receiver) })
  return Object.setPrototypeOf(members, guard)
}

/**
 * A whole module or class of Electron that the stand-in does not have: importing it works, using it throws.
 * @param {string} name
 */
export const missingModule = (name) =>
  new Proxy(function Missing() {}, {
    get: (target, key, receiver) => (key === 'prototype' ? target.prototype : missing(name, {}, key, receiver)),
    construct: () => {
      throw unavailable(`electron.${name}`)
    },
  })

const probed = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'length', 'name', 'domain', 'asymmetricMatch'])

/**
 * @param {string} name
 * @param {object} target
 * @param {string | symbol} key
 * @param {unknown} receiver
 */
function missing(name, target, key, receiver) {
  if (key in target) return Reflect.get(target, key, receiver)
  if (typeof key === 'symbol' || key.startsWith('_') || probed.has(key)) return undefined
  throw unavailable(`electron's ${name}.${key}`)
}
