import { EventEmitter } from 'node:events'
import type { FrameLike, IpcEventLike, IpcMainLike } from '../../../src-main/ipc/electron-parts.ts'

/** A frame that remembers what it was sent. */
export class FakeFrame implements FrameLike {
  readonly sent: unknown[][] = []
  url = 'app://kit/index.html'
  origin = 'app://kit'
  parent: unknown = null
  processId = 1
  frameToken = 'main'
  destroyed = false
  isDestroyed(): boolean {
    return this.destroyed
  }
  send(...args: unknown[]): void {
    this.sent.push(args)
  }
}

/** Web contents with an id, whose events a test can emit. */
export class FakeContents extends EventEmitter {
  readonly id: number
  constructor(id: number) {
    super()
    this.id = id
  }
}

type Handle = (event: IpcEventLike, ...args: unknown[]) => Promise<unknown>
type Listener = (event: IpcEventLike, ...args: unknown[]) => void

/** ipcMain that a test plays the window against. */
export class FakeIpcMain implements IpcMainLike {
  readonly handlers = new Map<string, Handle>()
  readonly listeners = new Map<string, Listener>()
  handle(channel: string, listener: Handle): void {
    this.handlers.set(channel, listener)
  }
  on(channel: string, listener: Listener): void {
    this.listeners.set(channel, listener)
  }
  invoke(channel: string, event: IpcEventLike, ...args: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`nobody handles ${channel}`)
    return handler(event, ...args)
  }
  send(channel: string, event: IpcEventLike, ...args: unknown[]): void {
    this.listeners.get(channel)?.(event, ...args)
  }
}
