import { wire } from '../contract/channels.ts'
import type { IpcEventLike, IpcMainLike } from './electron-parts.ts'

type Answer = (event: IpcEventLike, ...args: unknown[]) => Promise<unknown>
type Hear = (event: IpcEventLike, ...args: unknown[]) => void

/** The gate. */
export interface RequestGate {
  /** What the router uses as its ipcMain. */
  readonly ipcMain: IpcMainLike
  /** Resolves when the page asks for the first time. */
  readonly asked: Promise<void>
}

/**
 * Stands before the router while the app starts: what the page asks before the router is there waits for it instead of
 * being turned away, so that the window can be painted while the services open. It lets everything through unseen; who may
 * speak, and what, is the router's to say.
 */
export const openRequestGate = (ipcMain: IpcMainLike): RequestGate => {
  const answers = new Map(
    [wire.call, wire.listen].map((channel) => [channel as string, Promise.withResolvers<Answer>()]),
  )
  const asked = Promise.withResolvers<void>()
  const hearing = Promise.withResolvers<Hear>()
  for (const [channel, { promise }] of answers)
    ipcMain.handle(channel, async (event, ...args) => {
      asked.resolve()
      return (await promise)(event, ...args)
    })
  ipcMain.on(wire.cancel, (event, ...args) => void hearing.promise.then((hear) => hear(event, ...args)))
  return {
    ipcMain: {
      handle: (channel, answer) => answers.get(channel)?.resolve(answer),
      on: (_channel, hear) => hearing.resolve(hear),
    },
    asked: asked.promise,
  }
}
