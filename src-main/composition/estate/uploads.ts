import { randomUUID } from 'node:crypto'
import { AppFailure } from '../../contract/app-error.ts'
import type { Uploaded } from '../../contract/models/estate-adding.ts'

/** Largest file in bytes: room for 100,000 lines of 160 characters. */
export const largestUpload = 16 * 1024 * 1024
/** Files that are kept at a time. */
const keptUploads = 2

/** Files that the window hands over in pieces. Held in memory until newer ones push them out. */
export interface Uploads {
  /** Takes a piece; null begins a file. Throws AppFailure `invalid-input` where it grows too large, `not-found`. */
  add(upload: string | null, bytes: Uint8Array): Uploaded
  /** All of a file. Throws AppFailure `not-found`. */
  bytesOf(upload: string): Uint8Array
}

const failure = (code: 'invalid-input' | 'not-found', message: string, remedy: string): AppFailure =>
  new AppFailure({ code, field: 'file', message, remedy, retryable: false })

/** Makes an empty place for files. */
export const createUploads = (): Uploads => {
  const uploads = new Map<string, readonly Uint8Array[]>()
  const piecesOf = (upload: string): readonly Uint8Array[] => {
    const pieces = uploads.get(upload)
    if (!pieces) throw failure('not-found', 'The file is no longer kept.', 'Choose it again.')
    return pieces
  }
  return {
    add: (upload, bytes) => {
      const pieces = [...(upload === null ? [] : piecesOf(upload)), bytes]
      const size = pieces.reduce((sum, { length }) => sum + length, 0)
      const id = upload ?? randomUUID()
      if (size > largestUpload) {
        uploads.delete(id)
        throw failure('invalid-input', 'The file is larger than 16 MiB.', 'Split it into several files.')
      }
      uploads.set(id, pieces)
      for (const oldest of [...uploads.keys()].slice(0, -keptUploads)) uploads.delete(oldest)
      return { upload: id, size }
    },
    bytesOf: (upload) => {
      const joined = Buffer.concat(piecesOf(upload))
      uploads.set(upload, [joined])
      return joined
    },
  }
}
