import type { BatchStore } from './batch-store.ts'
import type { BatchWrite } from './stored-batch.ts'

/** Writes what several computers have to write at about the same time in one transaction, and so with one flush. */
export interface GroupCommit {
  /** Resolves when it is on the disk. Rejects with AppFailure `disk-full` or `journal-unavailable`. */
  write(write: BatchWrite): Promise<void>
}

/** Milliseconds in which writes are gathered; a flush to a disk takes about as long. */
const gathering = 3
/** Most writes of one transaction, so that main is never held up for long. */
const mostWrites = 100

interface Waiting {
  readonly write: BatchWrite
  resolve(): void
  reject(reason: unknown): void
}

/** Makes a group commit over a store. */
export const createGroupCommit = (store: Pick<BatchStore, 'writeAll'>): GroupCommit => {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined

  /** One that cannot be written must not take the others with it. */
  const writeEach = (batch: readonly Waiting[]): void => {
    for (const { write, resolve, reject } of batch) {
      try {
        store.writeAll([write])
        resolve()
      } catch (thrown) {
        reject(thrown)
      }
    }
  }
  const flush = (): void => {
    timer = undefined
    const batch = waiting.slice(0, mostWrites)
    waiting = waiting.slice(mostWrites)
    if (waiting.length > 0) timer = setTimeout(flush, 0)
    try {
      store.writeAll(batch.map(({ write }) => write))
    } catch {
      writeEach(batch)
      return
    }
    for (const { resolve } of batch) resolve()
  }
  return {
    write: (write) =>
      new Promise((resolve, reject) => {
        waiting.push({ write, resolve, reject })
        timer ??= setTimeout(flush, gathering)
      }),
  }
}
