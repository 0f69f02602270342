import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The single-instance lock of one user-data folder: a file with the owner's pid, and an inbox folder in which later
 * instances leave their command line. Everything is synchronous, so a second instance may exit at once.
 * @param {string} userData
 * @param {(message: { argv: string[], cwd: string, additionalData: unknown }) => void} onSecond
 */
export function singleInstance(userData, onSecond) {
  const lock = join(userData, 'SingletonLock')
  const inbox = join(userData, 'SingletonInbox')
  /** @type {import('node:fs').FSWatcher | undefined} */
  let watcher
  let held = false

  const take = () => {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return true
    } catch {
      return false
    }
  }
  const collect = () => {
    for (const name of readdirSync(inbox).filter((entry) => entry.endsWith('.json'))) {
      const path = join(inbox, name)
      const message = JSON.parse(readFileSync(path, 'utf8'))
      rmSync(path, { force: true })
      onSecond(message)
    }
  }

  return {
    /** @param {unknown} additionalData @returns {boolean} */
    request(additionalData) {
      if (held) return true
      mkdirSync(inbox, { recursive: true, mode: 0o700 })
      if (!take()) {
        if (ownerLives(lock)) {
          const name = join(inbox, String(process.pid))
          writeFileSync(`${name}.part`, JSON.stringify({ argv: process.argv, cwd: process.cwd(), additionalData }))
          renameSync(`${name}.part`, `${name}.json`)
          return false
        }
        rmSync(lock, { force: true })
        if (!take()) return false
      }
      held = true
      watcher = watch(inbox, collect)
      watcher.unref()
      return true
    },
    has: () => held,
    release() {
      if (!held) return
      held = false
      watcher?.close()
      rmSync(lock, { force: true })
      rmSync(inbox, { recursive: true, force: true })
    },
  }
}

/** A killed owner leaves its file behind, and its pid may belong to something else by now. @param {string} lock */
function ownerLives(lock) {
  try {
    const pid = readFileSync(lock, 'utf8')
    // A zombie has an empty command line.
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('electron-standin')
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}
