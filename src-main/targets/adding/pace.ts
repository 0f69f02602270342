import { setImmediate } from 'node:timers/promises'

/** Called between small pieces of work: lets everything else in the process go on when enough time was taken. */
export type Pace = () => Promise<void>

/** Milliseconds of work at a stretch: well below the 50 that a process may be busy. */
const stretch = 12

/** Makes a pace. Rejects where the signal aborts. `now` gives milliseconds. */
export const createPace = (signal: AbortSignal, now: () => number = () => performance.now()): Pace => {
  let began = now()
  return async () => {
    if (now() - began < stretch) return
    signal.throwIfAborted()
    await setImmediate()
    signal.throwIfAborted()
    began = now()
  }
}
