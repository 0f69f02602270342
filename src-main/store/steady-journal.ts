import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppFailure } from '../contract/app-error.ts'
import type { JournalFileOptions } from './journal-file.ts'
import { openJournal, type JournalStore } from './journal-store.ts'
import { sqliteCode } from './sqlite-failure.ts'

/** Which file stands at a path: a medium that was put back has another one, or the same behind a dead handle. */
const fileAt = (path: string): string | null => {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev} ${ino}`
  } catch {
    return null
  }
}

const gone = (path: string): AppFailure =>
  new AppFailure({
    code: 'journal-unavailable',
    message: `The folder of the app’s data is gone: ${dirname(path)}.`,
    remedy: 'Put the stick back in, or connect the drive again, then try again. What was written before is kept.',
    retryable: true,
    detail: path,
  })

/** Whether what was thrown says that the open file can no longer be used. */
const isDead = (thrown: unknown): boolean => {
  const code = sqliteCode(thrown instanceof AppFailure ? thrown.cause : thrown) ?? ''
  return code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_READONLY_DBMOVED'
}

/** An object of the shape of another, each of whose methods is looked up anew in what `current` answers then. */
const following = <T extends object>(shape: T, current: () => T, use: (work: () => unknown) => unknown): T =>
  new Proxy(shape, {
    get: (_, key) => {
      const part: unknown = Reflect.get(shape, key)
      if (typeof part === 'function')
        return (...parameters: readonly unknown[]) =>
          use(() => {
            const method: unknown = Reflect.get(current(), key)
            return typeof method === 'function' ? (Reflect.apply(method, undefined, parameters) as unknown) : undefined
          })
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
      return following<object>(part, () => Reflect.get(current(), key) as object, use)
    },
  })

/**
 * The journal of a file whose medium may be taken out and put back (a stick, a network drive). While it is away every method
 * throws AppFailure `journal-unavailable` and nothing is made in its place; when it is back the file is opened anew. So it is
 * after a failure by which the system gave up the open file. Throws AppFailure as openJournal does.
 */
export const openSteadyJournal = (
  options: JournalFileOptions,
  open: (options: JournalFileOptions) => JournalStore = openJournal,
): JournalStore => {
  const { path } = options
  const first = open(options)
  let store: JournalStore | null = first
  let opened = fileAt(path)
  let closed = false

  const letGo = (): void => {
    const dead = store
    store = null
    try {
      dead?.close()
    } catch {
      // A file that is gone cannot be closed in order; its medium holds all that was committed.
    }
  }
  const current = (): JournalStore => {
    const present = fileAt(path)
    if (present === null) throw gone(path)
    if (store !== null && present === opened) return store
    if (closed) throw gone(path)
    letGo()
    store = open(options)
    opened = fileAt(path)
    return store
  }
  const use = (work: () => unknown): unknown => {
    try {
      return work()
    } catch (thrown) {
      if (isDead(thrown)) letGo()
      throw thrown
    }
  }
  return {
    ...following(first, current, use),
    close: () => {
      closed = true
      letGo()
    },
  }
}
