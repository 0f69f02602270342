import { errorFields } from '../logging/logger.ts'
import type { Logger } from '../logging/logger.ts'

/** Work that a closing window would cut off. */
export interface RunningWork {
  isRunning(): boolean
  /** Asks the work to end after its present step; resolves when it has ended. */
  stopAndWait(): Promise<void>
}

/** The part of a window that can be closed. */
export interface ClosableWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  isDestroyed(): boolean
  destroy(): void
}

/** What the guard works with. */
export interface CloseGuardParts {
  readonly work: RunningWork
  readonly logger: Logger
  /** Asks the person: keep the window open, or stop after the running step and close. */
  ask(): Promise<'stay' | 'stop'>
  /** Lets the app go on quitting after the window has gone. */
  quit(): void
}

/**
 * Keeps a window open while a plan runs: closing asks first. "Stop" lets the running step end, so that nothing is cut
 * off half-way, and closes then. Asked once at a time.
 */
export const guardClose = (window: ClosableWindow, { work, logger, ask, quit }: CloseGuardParts): void => {
  let asking = false
  const decide = async (): Promise<void> => {
    try {
      if ((await ask()) === 'stay') return
      await work.stopAndWait()
      if (!window.isDestroyed()) window.destroy()
      quit()
    } catch (thrown) {
      logger.error('The app could not be closed in order', errorFields(thrown))
    } finally {
      asking = false
    }
  }
  window.on('close', (event) => {
    if (!work.isRunning()) return
    event.preventDefault()
    if (asking) return
    asking = true
    void decide()
  })
}
