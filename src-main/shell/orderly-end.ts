import type { App } from 'electron'
import { errorFields } from '../logging/logger.ts'
import type { Logger } from '../logging/logger.ts'

/** Milliseconds after which the app ends even if a part of it does not. */
const patience = 5_000

/** One thing to do before the process ends. */
export type EndStep = () => Promise<void>

/**
 * Ends the app in order: when it is about to quit, the steps run one after the other, each to its end whatever became of
 * the one before, and the process exits then. A step that hangs holds nothing up for longer than five seconds.
 */
export const endInOrder = (
  app: Pick<App, 'exit'> & { on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown },
  steps: readonly EndStep[],
  logger: Logger,
): void => {
  let ending = false
  const end = async (): Promise<void> => {
    const timer = setTimeout(() => app.exit(0), patience)
    for (const step of steps)
      await step().catch((thrown: unknown) => logger.error('The app did not end in order', errorFields(thrown)))
    clearTimeout(timer)
    app.exit(0)
  }
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (ending) return
    ending = true
    void end()
  })
}
