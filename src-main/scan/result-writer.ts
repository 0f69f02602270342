import type { ScanResult } from '../contract/models/scan.ts'

/** How many results go into one transaction: many for the disk, few so that main does not stand still. */
const most = 100
/** How long a result waits for others, in milliseconds. */
const patience = 150

/** Writes results in transactions of many. */
export interface ResultWriter {
  add(result: ScanResult): void
  /** Writes what waits. */
  flush(): void
}

/**
 * Collects results and writes them together. What `write` throws is handed to `failed` once, and nothing is written after
 * that: the place for results is gone.
 */
export const createResultWriter = (
  write: (results: readonly ScanResult[]) => void,
  later: (milliseconds: number, run: () => void) => () => void,
  failed: (thrown: unknown) => void,
): ResultWriter => {
  let waiting: ScanResult[] = []
  let callOff: (() => void) | null = null
  let broken = false

  const flush = (): void => {
    callOff?.()
    callOff = null
    const results = waiting
    waiting = []
    if (results.length === 0 || broken) return
    try {
      write(results)
    } catch (thrown) {
      broken = true
      failed(thrown)
    }
  }
  return {
    add: (result) => {
      waiting.push(result)
      if (waiting.length >= most) flush()
      else callOff ??= later(patience, flush)
    },
    flush,
  }
}
