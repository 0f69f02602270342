import type { AppError } from '../contract/app-error.ts'
import { fail } from '../contract/app-error.ts'
import type { RawBridge } from '../contract/channels.ts'
import { channels, isChannelName, wire } from '../contract/channels.ts'

/** The part of ipcRenderer that the bridge uses. */
export interface IpcRendererLike {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  send(channel: string, ...args: unknown[]): void
  on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown
}

const unknownName: AppError = {
  code: 'invalid-request',
  message: 'The app has no such request.',
  retryable: false,
}
const lost: AppError = {
  code: 'internal',
  message: 'The window lost its connection to the app.',
  remedy: 'Close the window and start the app again.',
  retryable: true,
}

/**
 * Builds what the page sees: call, cancel and listen over the contract's names, and nothing else. Each passes on
 * exactly the arguments it declares, so that an object handed over by accident never reaches main. No promise rejects.
 */
export const createRawBridge = (ipc: IpcRendererLike): RawBridge => {
  const listeners = new Map<string, (event: unknown) => void>()
  ipc.on(wire.event, (_, requestId, event) => {
    if (typeof requestId === 'string') listeners.get(requestId)?.(event)
  })

  const invoke = (channel: string, name: string, requestId: string, input: unknown): Promise<unknown> =>
    ipc.invoke(channel, name, requestId, input).catch(() => fail(lost))

  return {
    call(name, requestId, input) {
      if (!isChannelName(name) || channels[name] !== 'call') return Promise.resolve(fail(unknownName))
      return invoke(wire.call, name, requestId, input)
    },
    cancel(requestId) {
      listeners.delete(requestId)
      ipc.send(wire.cancel, requestId)
    },
    async listen(name, requestId, input, onEvent) {
      if (!isChannelName(name) || channels[name] !== 'listen') return fail(unknownName)
      listeners.set(requestId, onEvent)
      const answer = await invoke(wire.listen, name, requestId, input)
      if (!isSuccess(answer)) listeners.delete(requestId)
      return answer
    },
  }
}

const isSuccess = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
