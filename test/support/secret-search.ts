import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where a secret was found: a file or a process, and in which spelling. */
export interface SecretHit {
  readonly place: string
  readonly spelling: string
}

/**
 * Every spelling under which a secret could lie about: as typed, without dashes, lower and upper case, in UTF-8 and in
 * UTF-16 little endian (as SQLite, V8 heaps and Windows files may hold it).
 */
export const spellings = (secret: string): ReadonlyMap<string, Buffer> => {
  const texts = new Set([
    secret,
    secret.replaceAll('-', ''),
    secret.toLowerCase(),
    secret.toLowerCase().replaceAll('-', ''),
  ])
  const found = new Map<string, Buffer>()
  for (const text of texts) {
    found.set(
      `utf-8 ${text.length}`.concat(
        text.includes('-') ? ' with dashes' : '',
        text === text.toLowerCase() ? ' lower' : '',
      ),
      Buffer.from(text, 'utf8'),
    )
    found.set(
      `utf-16 ${text.length}`.concat(
        text.includes('-') ? ' with dashes' : '',
        text === text.toLowerCase() ? ' lower' : '',
      ),
      Buffer.from(text, 'utf16le'),
    )
  }
  return found
}

const filesBelow = function* (folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}

const readOrNothing = (path: string): Buffer => {
  try {
    return statSync(path).size > 256 * 1024 * 1024 ? Buffer.alloc(0) : readFileSync(path)
  } catch {
    // A file that vanished between listing and reading (a lock, a socket) holds nothing that outlives the app.
    return Buffer.alloc(0)
  }
}

const hitsIn = (place: string, bytes: Buffer, secret: string): SecretHit[] =>
  [...spellings(secret)].filter(([, needle]) => bytes.includes(needle)).map(([spelling]) => ({ place, spelling }))

/** Searches the raw bytes of every file below the folders, and their names, for a secret. */
export const searchFiles = (folders: readonly string[], secret: string): SecretHit[] =>
  folders.flatMap((folder) =>
    [...filesBelow(folder)].flatMap((path) => [
      ...hitsIn(path, readOrNothing(path), secret),
      ...hitsIn(`name of ${path}`, Buffer.from(path), secret),
    ]),
  )

/** Searches the command line and the environment of every process on this computer for a secret (Linux: /proc). */
export const searchProcesses = (secret: string): SecretHit[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) =>
      ['cmdline', 'environ'].flatMap((file) =>
        hitsIn(`/proc/${pid}/${file}`, readOrNothing(`/proc/${pid}/${file}`), secret),
      ),
    )
