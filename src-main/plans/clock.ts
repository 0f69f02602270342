import { AppFailure } from '../contract/app-error.ts'

/** Time as the plans see it, so that tests need not wait. */
export interface Clock {
  now(): Date
  /** Waits some milliseconds. Rejects with AppFailure `cancelled` when the signal aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** What a wait that was given up rejects with. */
export const cancelledWait = (): AppFailure =>
  new AppFailure({ code: 'cancelled', message: 'The wait was given up.', retryable: true })

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => new Date(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(cancelledWait())
        return
      }
      const abort = (): void => {
        clearTimeout(timer)
        reject(cancelledWait())
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', abort)
        resolve()
      }, milliseconds)
      signal?.addEventListener('abort', abort, { once: true })
    }),
}
