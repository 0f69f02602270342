import { AppFailure } from '../contract/app-error.ts'
import type { Clock } from './clock.ts'

/**
 * Runs work with a signal of its own and gives it up after `milliseconds`: the signal aborts, `late` is called, and the
 * promise rejects with AppFailure `timeout` even if the work never settles.
 */
export const withDeadline = async <T>(
  clock: Clock,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => void = () => {},
): Promise<T> => {
  const working = new AbortController()
  const waiting = new AbortController()
  const expiry = clock.wait(milliseconds, waiting.signal).then(
    () => {
      working.abort()
      late()
      throw new AppFailure({
        code: 'timeout',
        message: `No answer came within ${Math.round(milliseconds / 1000)} seconds.`,
        remedy: 'Windows may still carry on. Look at the computer, then check and resume the plan.',
        retryable: true,
      })
    },
    // The wait was given up because the work was done first.
    () => new Promise<never>(() => {}),
  )
  const running = work(working.signal)
  // What a hung call says later, when nobody listens any more, is no unhandled rejection.
  running.catch(() => {})
  try {
    return await Promise.race([running, expiry])
  } finally {
    waiting.abort()
  }
}
