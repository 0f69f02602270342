import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { AppFailure } from '../contract/app-error.ts'
import { migrate, requiredTables, schemaVersion, versionOf } from './schema.ts'
import { isDamage, toStoreFailure } from './sqlite-failure.ts'

/** What happened at opening that people must know about. */
export interface StoreNotice {
  readonly level: 'info' | 'warning' | 'error'
  readonly message: string
  readonly remedy?: string
}

export interface JournalFileOptions {
  /** Where the journal is: a path that ends in `.sqlite`. Its folder is made where it is missing. */
  readonly path: string
  /** The clock, for the name of a damaged file that is moved aside. */
  readonly now: () => Date
  /** Largest size of the file in pages of 4096 bytes; tests use it to fill the "disk". */
  readonly maxPages?: number
}

const companions = ['', '-wal', '-shm'] as const

const moveAside = (path: string, now: Date): string => {
  const stamp = now.toISOString().replaceAll(':', '-')
  const base = join(dirname(path), `journal.damaged-${stamp}`)
  const free = (count: number): string => {
    const name = count === 0 ? `${base}.sqlite` : `${base}-${count}.sqlite`
    return companions.some((suffix) => existsSync(name + suffix)) ? free(count + 1) : name
  }
  const kept = free(0)
  for (const suffix of companions) if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix)
  return kept
}

/** Throws where the file is damaged, or newer than this app. Read-only, so that looking never changes the evidence. */
const inspect = (path: string): 'sound' | 'damaged' => {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, timeout: 1000 })
    const verdict = database.pragma('integrity_check', { simple: true })
    const version = versionOf(database)
    if (verdict !== 'ok') return 'damaged'
    if (version > schemaVersion)
      throw new AppFailure({
        code: 'journal-unavailable',
        message: `The journal was written by a newer version of this app (format ${version}; this one knows ${schemaVersion}).`,
        remedy: 'Install the newer version again. The journal is left as it is.',
        retryable: false,
        detail: path,
      })
    if (version === 0) return 'sound'
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()
    return requiredTables(version).every((table) => tables.includes(table)) ? 'sound' : 'damaged'
  } catch (thrown) {
    if (isDamage(thrown)) return 'damaged'
    throw toStoreFailure(thrown)
  } finally {
    database?.close()
  }
}

/** A file that another program holds is opened at the next start alone, and the remedy says so. */
const startAgain = (failure: AppFailure): AppFailure => {
  const { error } = failure
  if (!error.detail?.startsWith('SQLITE_BUSY')) return failure
  const remedy =
    'Close the other program (a backup, a virus scanner or a second copy of this app), then start this app again.'
  return new AppFailure({ ...error, remedy }, { cause: failure })
}

/**
 * Opens the journal's file, making it where it is missing. A damaged file is moved aside with its `-wal` and `-shm`
 * (never overwritten) and a notice says where it is. Throws AppFailure: `journal-unavailable` where the file is newer
 * than this app, in use or not writable; `disk-full` where there is no room for it.
 */
export const openJournalFile = (
  options: JournalFileOptions,
): { database: Database.Database; notices: readonly StoreNotice[] } => {
  const { path } = options
  const notices: StoreNotice[] = []
  let database: Database.Database | undefined
  try {
    mkdirSync(dirname(path), { recursive: true })
    const orphaned = !existsSync(path) && companions.some((suffix) => existsSync(path + suffix))
    if (orphaned || (existsSync(path) && inspect(path) === 'damaged')) {
      const kept = moveAside(path, options.now())
      notices.push({
        level: 'error',
        message: `The journal was damaged. It is kept as ${kept}, and a new one was begun.`,
        remedy: 'Plans that were not finished are not shown. Check the computers concerned before you repeat a plan.',
      })
    }
    database = new Database(path, { timeout: 1000 })
    if (options.maxPages !== undefined) database.pragma(`max_page_count = ${options.maxPages}`)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    migrate(database)
    // Proves that this process may write, before any plan depends on it.
    database.exec('BEGIN IMMEDIATE; COMMIT')
    return { database, notices }
  } catch (thrown) {
    database?.close()
    throw startAgain(toStoreFailure(thrown))
  }
}
