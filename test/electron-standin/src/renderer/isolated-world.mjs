/**
 * What a sandboxed preload finds: `require('electron')` with ipcRenderer, contextBridge and webUtils, and the few
 * globals Electron gives it. Self-contained: its source is injected into the isolated world of each document.
 * @param {{ encode: Function, decode: Function }} codec
 * @param {{ expose: (key: string, api: unknown) => void }} bridge
 * @param {Record<string, any>} settings
 */
export function createPreloadScope(codec, bridge, settings) {
  class Emitter {
    listeners_ = new Map()
    on(name, listener) {
      this.listeners_.set(name, [...(this.listeners_.get(name) ?? []), listener])
      return this
    }
    once(name, listener) {
      const once = (...args) => {
        this.off(name, once)
        listener.apply(this, args)
      }
      once.listener = listener
      return this.on(name, once)
    }
    off(name, listener) {
      const kept = [...(this.listeners_.get(name) ?? [])]
      const at = kept.findLastIndex((entry) => entry === listener || entry.listener === listener)
      if (at >= 0) kept.splice(at, 1)
      this.listeners_.set(name, kept)
      return this
    }
    addListener = this.on
    removeListener = this.off
    removeAllListeners(name) {
      if (name === undefined) this.listeners_.clear()
      else this.listeners_.delete(name)
      return this
    }
    listenerCount(name) {
      return this.listeners_.get(name)?.length ?? 0
    }
    emit(name, ...args) {
      const called = this.listeners_.get(name) ?? []
      for (const listener of called) listener.apply(this, args)
      return called.length > 0
    }
  }

  const missing = (what) => {
    throw new Error(`${what} is not available in the stand-in`)
  }
  const toMain = globalThis[settings.binding]
  const post = (kind, id, channel, args) => toMain(`${JSON.stringify([kind, id, channel])}\n${codec.encode(args)}`)
  const waiting = new Map()
  let lastInvoke = 0

  const ipcRenderer = Object.assign(new Emitter(), {
    send: (channel, ...args) => post('send', 0, channel, args),
    async invoke(channel, ...args) {
      lastInvoke += 1
      const id = lastInvoke
      post('invoke', id, channel, args)
      const { ok, value } = await new Promise((resolve) => waiting.set(id, resolve))
      if (ok) return value
      throw new Error(`Error invoking remote method '${channel}': ${value}`)
    },
    sendSync: () => missing('ipcRenderer.sendSync'),
    sendToHost: () => missing('ipcRenderer.sendToHost'),
    postMessage: () => missing('ipcRenderer.postMessage'),
  })
  Object.defineProperty(globalThis, settings.deliver, {
    value: (kind, id, text) => {
      const value = codec.decode(text)
      if (kind === 'event') ipcRenderer.emit(id, { sender: ipcRenderer, ports: [] }, ...value)
      else {
        waiting.get(id)?.({ ok: kind === 'result', value })
        waiting.delete(id)
      }
    },
  })

  const exposed = new Set()
  const contextBridge = {
    exposeInMainWorld(key, api) {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(key)
      bridge.expose(key, api)
    },
    exposeInIsolatedWorld: () => missing('contextBridge.exposeInIsolatedWorld'),
    executeInMainWorld: () => missing('contextBridge.executeInMainWorld'),
  }
  const electron = {
    ipcRenderer,
    contextBridge,
    webUtils: { getPathForFile: () => '' },
    webFrame: new Proxy({}, { get: (_, key) => missing(`webFrame.${String(key)}`) }),
  }
  const modules = {
    events: Object.assign(Emitter, { EventEmitter: Emitter }),
    timers: globalThis,
    url: { URL, URLSearchParams },
  }
  const process = Object.assign(new Emitter(), settings.process, {
    uptime: () => performance.now() / 1000,
    nextTick: (task, ...args) => queueMicrotask(() => task(...args)),
    getCreationTime: () => performance.timeOrigin,
  })
  return {
    process,
    require: (name) => {
      const plain = name.replace(/^node:/, '')
      if (plain === 'electron' || plain === 'electron/renderer' || plain === 'electron/common') return electron
      if (Object.hasOwn(modules, plain)) return modules[plain]
      throw new Error(`module not found: ${name}`)
    },
    failed: (error) => post('preload-error', 0, '', [error]),
  }
}
