import Database from 'better-sqlite3'
import { AppFailure, type AppError } from '../contract/app-error.ts'

/** SQLite's result code of anything thrown ("SQLITE_FULL", "SQLITE_IOERR_WRITE"), or null where it is no SQLite error. */
export const sqliteCode = (thrown: unknown): string | null =>
  thrown instanceof Database.SqliteError ? thrown.code : null

/** Whether a file is no database or a broken one, as opposed to one that cannot be reached right now. */
export const isDamage = (thrown: unknown): boolean => {
  const code = sqliteCode(thrown) ?? ''
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
}

const explain = (code: string): Pick<AppError, 'code' | 'message' | 'remedy' | 'retryable'> => {
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR'))
    return {
      code: 'disk-full',
      message: 'The journal could not be written: the disk is full or does not take writes.',
      remedy:
        'Free some space on the disk that holds the journal. Nothing is done to a computer that is not written down first.',
      retryable: true,
    }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED')
    return {
      code: 'journal-unavailable',
      message: 'The journal is in use by another program.',
      remedy: 'Close the other program (a backup, a virus scanner or a second copy of this app), then try again.',
      retryable: true,
    }
  return {
    code: 'journal-unavailable',
    message: 'The journal cannot be opened or written.',
    remedy: 'Check that you may write to the folder that holds the journal, then start the app again.',
    retryable: false,
  }
}

/**
 * Turns anything that the database threw into an AppFailure: `disk-full` where there is no room or the disk refuses
 * writes, `journal-unavailable` for the rest. An AppFailure comes back as it is.
 */
export const toStoreFailure = (thrown: unknown): AppFailure => {
  if (thrown instanceof AppFailure) return thrown
  const code = sqliteCode(thrown)
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return new AppFailure(
    { ...explain(code ?? ''), detail: code === null ? detail : `${code}: ${detail}` },
    { cause: thrown },
  )
}

/** Runs database work; whatever it throws leaves as an AppFailure (see toStoreFailure). */
export const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (thrown) {
    throw toStoreFailure(thrown)
  }
}
