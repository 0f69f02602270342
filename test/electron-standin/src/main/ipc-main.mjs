import { EventEmitter } from 'node:events'
import { createCodec } from '../renderer/codec.mjs'

const codec = createCodec()

/** Electron's ipcMain, also made for each window as `webContents.ipc`. */
export class IpcMain extends EventEmitter {
  /** Electron keeps its handlers under this name too; hostile-sender tests reach for it. */
  _invokeHandlers = new Map()

  /** @param {string} channel @param {(event: any, ...args: any[]) => unknown} handler */
  handle(channel, handler) {
    if (this._invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    this._invokeHandlers.set(channel, handler)
  }
  /** @param {string} channel @param {(event: any, ...args: any[]) => unknown} handler */
  handleOnce(channel, handler) {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }
  /** @param {string} channel */
  removeHandler(channel) {
    this._invokeHandlers.delete(channel)
  }
}

export const ipcMain = new IpcMain()
// As in Electron: a channel named "error" is a channel, not a failure.
ipcMain.on('error', () => {})

/**
 * One message from a page's preload.
 * @param {import('./web-contents.mjs').WebContents} contents
 * @param {string} payload a header line of JSON (kind, id, channel), then the encoded arguments
 * @param {(kind: 'result' | 'error', id: number, encoded: string) => void} reply
 */
export async function receiveFromPage(contents, payload, reply) {
  const cut = payload.indexOf('\n')
  const [kind, id, channel] = JSON.parse(payload.slice(0, cut))
  const args = codec.decode(payload.slice(cut + 1))
  const frame = contents.mainFrame
  const event = {
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    processId: frame.processId,
    frameId: frame.routingId,
    frameTreeNodeId: frame.frameTreeNodeId,
    ports: [],
    returnValue: undefined,
    preventDefault: () => {},
    defaultPrevented: false,
    reply: (/** @type {string} */ to, /** @type {unknown[]} */ ...values) => contents.send(to, ...values),
  }
  if (kind === 'preload-error') {
    process.stderr.write(`Unable to load preload script: ${contents.preloadPath_}\n${args[0]?.stack || args[0]}\n`)
    contents.emit('preload-error', event, contents.preloadPath_, args[0])
    return
  }
  contents.emit('ipc-message', event, channel, ...args)
  if (kind === 'send') {
    contents.ipc.emit(channel, event, ...args)
    ipcMain.emit(channel, event, ...args)
    return
  }
  const handler = contents.ipc._invokeHandlers.get(channel) ?? ipcMain._invokeHandlers.get(channel)
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    reply('result', id, codec.encode(await handler(event, ...args)))
  } catch (error) {
    process.stderr.write(`Error occurred in handler for '${channel}': ${error?.stack ?? error}\n`)
    reply('error', id, codec.encode(String(error)))
  }
}

/** @param {unknown[]} args */
export const encodeForPage = (args) => codec.encode(args)
