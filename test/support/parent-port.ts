import { EventEmitter } from 'node:events'
import type { EnginePort } from '../../src-main/engine/engine-port.ts'

/** What Electron gives a utility process as `process.parentPort`, over the IPC channel of an ordinary child process. */
class ChildPort extends EventEmitter implements EnginePort {
  constructor() {
    super()
    process.on('message', (data) => this.emit('message', { data }))
    process.on('disconnect', () => this.emit('close'))
  }

  postMessage(message: unknown): void {
    process.send?.(message)
  }
}

/** Makes the port of this child process. */
export const childPort = (): EnginePort => new ChildPort()
