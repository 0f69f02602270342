import type { WmiOperation } from './wmi-error.ts'
import { hresults, WmiError } from './wmi-error.ts'

/** The error of a wait that somebody gave up. */
export const cancelledError = (operation: WmiOperation): WmiError =>
  new WmiError(
    operation,
    hresults.cancelled,
    operation === 'call'
      ? 'The wait was cancelled. Windows may still carry the call out.'
      : 'The wait was cancelled. Windows may still finish what was asked.',
  )

/** The error of a wait that took longer than allowed. Milliseconds. */
export const timeoutError = (operation: WmiOperation, milliseconds: number): WmiError =>
  new WmiError(
    operation,
    hresults.timeout,
    `There was no answer within ${Math.ceil(milliseconds / 1000)} seconds. Windows may still carry out what was asked.`,
  )

const reasonOf = (operation: WmiOperation, signal: AbortSignal): WmiError =>
  signal.reason instanceof WmiError ? signal.reason : cancelledError(operation)

/**
 * Waits for `start`, but no longer than the deadline (milliseconds) or until the signal aborts; then rejects with a
 * WmiError of code `timeout` or `cancelled`. What was started goes on and cleans up after itself; `late` gets the
 * result that came when nobody waited any more. The signal that `start` gets aborts in the same moment.
 */
export const withDeadline = <T>(
  operation: WmiOperation,
  milliseconds: number,
  outer: AbortSignal | undefined,
  start: (signal: AbortSignal) => Promise<T>,
  late: (result: T) => void = () => undefined,
): Promise<T> => {
  if (outer?.aborted) return Promise.reject(reasonOf(operation, outer))
  const inner = new AbortController()
  return new Promise((resolve, reject) => {
    const giveUp = (error: WmiError): void => {
      settle()
      inner.abort(error)
      reject(error)
    }
    const cancel = (): void => outer && giveUp(reasonOf(operation, outer))
    const timer = setTimeout(() => giveUp(timeoutError(operation, milliseconds)), milliseconds)
    const settle = (): void => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', cancel)
    }
    outer?.addEventListener('abort', cancel, { once: true })
    const run = async (): Promise<void> => {
      try {
        const result = await start(inner.signal)
        if (inner.signal.aborted) return late(result)
        resolve(result)
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
      settle()
    }
    void run()
  })
}
