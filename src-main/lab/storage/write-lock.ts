import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

const take = (path: string): boolean => {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    const code = codeOf(error)
    // EPERM and EBUSY: Windows, while another process is just deleting the file.
    if (code === 'EEXIST' || code === 'EPERM' || code === 'EBUSY') return false
    throw error
  }
}

const remove = (path: string): void => {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** The owner of a lock: its process id, null where the file is gone, NaN where nothing is written in it. */
const ownerOf = (path: string): number | null => {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10)
  } catch {
    return null
  }
}

/** How long a lock may stand without an owner in it before it is held to be left by a kill, in milliseconds. */
const namelessPatience = 200
const ownWaiters = new Map<string, Promise<unknown>>()

const acquire = async (path: string): Promise<void> => {
  let namelessSince: number | null = null
  for (let pause = 0; !take(path); pause = Math.min(pause + 1, 8)) {
    const owner = ownerOf(path)
    if (owner !== null && Number.isNaN(owner)) {
      namelessSince ??= Date.now()
      if (Date.now() - namelessSince > namelessPatience) remove(path)
    } else {
      namelessSince = null
      if (owner !== null && !isAlive(owner)) remove(path)
    }
    await delay(pause)
  }
}

/**
 * Runs `run`, which must not wait, while no other process does the same. The lock of a process that died is broken. Two
 * processes that break the same lock in the same instant could both go on; the log itself tells which of their writes
 * counts (call-log.ts, `after`), so that the lock saves races but nothing rests on it.
 */
export const withWriteLock = async <T>(path: string, run: () => T): Promise<T> => {
  const before = ownWaiters.get(path) ?? Promise.resolve()
  const turn = before.then(async () => {
    await acquire(path)
    try {
      return run()
    } finally {
      remove(path)
    }
  })
  const settled = turn.then(
    () => undefined,
    () => undefined,
  )
  ownWaiters.set(path, settled)
  return turn
}
