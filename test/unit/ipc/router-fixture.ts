import { channels, wire } from '../../../src-main/contract/channels.ts'
import type { CallName } from '../../../src-main/contract/channels.ts'
import type { Handlers, ListenContext } from '../../../src-main/contract/handlers.ts'
import { toAppError } from '../../../src-main/contract/app-error.ts'
import type { Result } from '../../../src-main/contract/app-error.ts'
import { createLogger } from '../../../src-main/logging/logger.ts'
import type { LogLine } from '../../../src-main/logging/logger.ts'
import { startRouter } from '../../../src-main/ipc/router.ts'
import { FakeContents, FakeFrame, FakeIpcMain } from './fake-electron.ts'

/** Ids of the two windows that the app is said to have opened. */
export const ownWindows = [1, 2]

/** A router over fakes; handlers that a test does not give fail loudly. */
export const startTestRouter = (given: Partial<Handlers>) => {
  const lines: LogLine[] = []
  const ipcMain = new FakeIpcMain()
  const missing = Object.fromEntries(
    Object.keys(channels).map((name) => [name, () => Promise.reject(new Error(`${name} was not expected`))]),
  ) as unknown as Handlers
  const router = startRouter({
    ipcMain,
    handlers: { ...missing, ...given },
    trusted: { origin: 'app://kit', isOwnWindow: (id) => ownWindows.includes(id) },
    logger: createLogger((line) => lines.push(line)),
    toError: toAppError,
    redact: (text) => text.replaceAll('canary', '(masked)'),
  })
  const contents = new FakeContents(1)
  const frame = new FakeFrame()
  const event = { sender: contents, senderFrame: frame }
  return {
    lines,
    ipcMain,
    router,
    contents,
    frame,
    event,
    call: (name: CallName, input: unknown, requestId = 'request-1') =>
      ipcMain.invoke(wire.call, event, name, requestId, input) as Promise<Result<unknown>>,
    raw: (channel: string, ...args: unknown[]) => ipcMain.invoke(channel, event, ...args) as Promise<Result<unknown>>,
    cancel: (requestId: unknown, from = event) => ipcMain.send(wire.cancel, from, requestId),
  }
}

/** A subscription handler that hands its context to the test. */
export const captured = () => {
  const contexts: ListenContext<'plans.events'>[] = []
  const handler: Handlers['plans.events'] = async (_, context) => {
    contexts.push(context)
  }
  return { contexts, handler }
}

/** A call that stays open until the test ends it. */
export const pending = () => {
  const signals: AbortSignal[] = []
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  const handler = async (_: unknown, { signal }: { signal: AbortSignal }) => {
    signals.push(signal)
    await done
    return [] as never[]
  }
  return { signals, handler, finish }
}
