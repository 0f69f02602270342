/**
 * One end of the passage between a page's two worlds, by events with a secret name on `document`. Functions and promises
 * cross as references, everything else as a copy; errors keep their message only, as in Electron's contextBridge.
 * Self-contained: its source is injected into both worlds.
 * @param {{ encode: Function, decode: Function }} codec
 * @param {string} secret
 * @param {'main' | 'isolated'} side
 */
export function createBridge(codec, secret, side) {
  const outward = secret + (side === 'main' ? '-to-isolated' : '-to-main')
  const inward = secret + (side === 'main' ? '-to-main' : '-to-isolated')
  const { CustomEvent, Error, Promise, JSON, Map, WeakMap, Reflect, Object } = globalThis
  const target = document
  const dispatch = target.dispatchEvent.bind(target)

  const functions = new Map()
  const functionIds = new WeakMap()
  const proxies = new WeakMap()
  const promises = new Map()
  let lastId = 0
  let lastReply
  /** @type {Record<string, (message: Record<string, any>) => void>} */
  const handlers = {}

  const post = (message) => dispatch(new CustomEvent(outward, { detail: JSON.stringify(message) }))
  const settle = (id, ok, value) => {
    try {
      post({ kind: 'settle', id, ok, value: pass(value) })
    } catch (error) {
      post({ kind: 'settle', id, ok: false, value: pass(error) })
    }
  }
  const special = (value) => {
    if (typeof value === 'function') {
      if (proxies.has(value)) return ['own', proxies.get(value)]
      if (!functionIds.has(value)) {
        lastId += 1
        functionIds.set(value, lastId)
        functions.set(lastId, value)
      }
      return ['function', functionIds.get(value)]
    }
    if (value instanceof Promise) {
      lastId += 1
      const id = lastId
      value.then(
        (result) => settle(id, true, result),
        (error) => settle(id, false, error),
      )
      return ['promise', id]
    }
    if (value instanceof Error) return ['error', String(value.message)]
    return undefined
  }
  const unspecial = ([tag, id]) => {
    if (tag === 'own') return functions.get(id)
    if (tag === 'error') return new Error(id)
    if (tag === 'promise') return new Promise((resolve, reject) => promises.set(id, { resolve, reject }))
    const proxy = (...args) => call(id, args)
    proxies.set(proxy, id)
    return proxy
  }
  const pass = (value) => codec.encode(value, special)
  const take = (text) => codec.decode(text, unspecial)

  /** The answer is dispatched before dispatchEvent returns, so a call across worlds is synchronous. */
  const call = (id, args) => {
    post({ kind: 'call', id, args: pass(args) })
    const { ok, value } = lastReply
    const result = take(value)
    if (ok) return result
    throw result
  }
  handlers.call = ({ id, args }) => {
    let reply
    try {
      reply = { kind: 'reply', ok: true, value: pass(Reflect.apply(functions.get(id), undefined, take(args))) }
    } catch (error) {
      const message = error !== null && typeof error === 'object' ? String(error.message) : String(error)
      reply = { kind: 'reply', ok: false, value: pass(new Error(message)) }
    }
    post(reply)
  }
  handlers.reply = (message) => {
    lastReply = message
  }
  handlers.settle = ({ id, ok, value }) => {
    const promise = promises.get(id)
    promises.delete(id)
    if (ok) promise.resolve(take(value))
    else promise.reject(take(value))
  }
  const freeze = (value) => {
    if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
      Object.freeze(value)
      Object.values(value).forEach(freeze)
    }
    return value
  }
  handlers.expose = ({ key, value }) => {
    const exposed = freeze(take(value))
    Object.defineProperty(globalThis, key, { value: exposed, enumerable: true })
  }
  target.addEventListener(inward, (event) => {
    const message = JSON.parse(event.detail)
    handlers[message.kind](message)
  })

  return {
    /**
     * @param {string} key
     * @param {unknown} api
     */
    expose(key, api) {
      post({ kind: 'expose', key, value: pass(api) })
    },
  }
}
