import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppFailure } from '../contract/app-error.ts'

const length = 32

const read = (path: string): Buffer | null => {
  try {
    const key = readFileSync(path)
    return key.length === length ? key : null
  } catch {
    return null
  }
}

/**
 * The random key of this installation with which product keys are compared across restarts. Made at the first call, 32
 * bytes in a file that only the owner may read; a missing or damaged file is made anew, after which keys entered before
 * no longer compare as equal. Throws AppFailure `journal-unavailable` where the file cannot be written.
 */
export const loadComparisonKey = (path: string): Buffer => {
  const found = read(path)
  if (found) return found
  const key = randomBytes(length)
  try {
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(path, 'w', 0o600)
    try {
      writeSync(file, key)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return key
  } catch (thrown) {
    throw new AppFailure(
      {
        code: 'journal-unavailable',
        message: 'The file with which product keys are compared after a restart cannot be written.',
        remedy: 'Check that you may write to the folder of the app’s data and that the disk has room.',
        detail: thrown instanceof Error ? thrown.message : String(thrown),
        retryable: true,
      },
      { cause: thrown },
    )
  }
}
