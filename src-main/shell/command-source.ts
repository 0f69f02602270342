import type { AppCommand } from '../contract/models/app-command.ts'

/** Passes on what the menu asks of the page. */
export interface CommandSource {
  send(command: AppCommand): void
  /** Returns what ends the subscription. */
  subscribe(listener: (command: AppCommand) => void): () => void
}

/** Creates a source without listeners; a command that nobody listens to is dropped. */
export const createCommandSource = (): CommandSource => {
  const listeners = new Set<(command: AppCommand) => void>()
  return {
    send: (command) => {
      for (const listener of listeners) listener(command)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
