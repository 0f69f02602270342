import { labError, labHresults } from './lab-error.ts'
import type { WmiOperation } from '../wmi/wmi-error.ts'

const cancelled = (operation: WmiOperation): Error =>
  labError(operation, labHresults.cancelled, 'The wait was abandoned. Windows may still carry the call out.')

/** Waits some milliseconds; with `null` for ever. Rejects with WmiError `cancelled` as soon as the signal aborts. */
export const wait = (milliseconds: number | null, operation: WmiOperation, signal?: AbortSignal): Promise<void> => {
  if (signal?.aborted) return Promise.reject(cancelled(operation))
  if (milliseconds !== null && milliseconds <= 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer)
      reject(cancelled(operation))
    }
    // A timer without end keeps a hanging call as alive as a real one would be.
    const timer =
      milliseconds === null
        ? setInterval(() => undefined, 2 ** 30)
        : setTimeout(() => {
            signal?.removeEventListener('abort', abort)
            resolve()
          }, milliseconds)
    signal?.addEventListener('abort', abort, { once: true })
  })
}
