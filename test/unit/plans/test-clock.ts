import { cancelledWait, type Clock } from '../../../src-main/plans/clock.ts'

/** A clock for tests: short waits pass at once and move it on; long ones (deadlines) pass when the test says so. */
export interface TestClock extends Clock {
  /** Moves the clock on and ends every wait that is due. */
  advance(milliseconds: number): void
}

/** `longWait`: milliseconds from which on a wait lasts until the test moves the clock on. */
export const createTestClock = (longWait = 20_000): TestClock => {
  let time = Date.parse('2026-11-22T10:00:00.000Z')
  const waiting = new Set<{ readonly until: number; readonly end: () => void }>()
  return {
    now: () => new Date(time),
    wait: async (milliseconds, signal) => {
      if (signal?.aborted) throw cancelledWait()
      if (milliseconds < longWait) {
        time += milliseconds
        await new Promise((resolve) => setImmediate(resolve))
        return
      }
      await new Promise<void>((resolve, reject) => {
        const entry = { until: time + milliseconds, end: resolve }
        waiting.add(entry)
        signal?.addEventListener('abort', () => {
          waiting.delete(entry)
          reject(cancelledWait())
        })
      })
    },
    advance: (milliseconds) => {
      time += milliseconds
      for (const entry of waiting) {
        if (entry.until > time) continue
        waiting.delete(entry)
        entry.end()
      }
    },
  }
}
