import { closeSync, fdatasyncSync, fstatSync, mkdirSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { CallLog } from './call-log.ts'
import { withWriteLock } from './write-lock.ts'

/** Name of the log in the Lab's folder. */
export const callLogName = 'calls.jsonl'

/** Ends a line that a kill tore, so that it can never be taken for a whole one. */
const tearMark = '#\n'
const chunkSize = 1 << 18

/**
 * A log in a folder, shared by several processes of which any may be killed at any moment. Each line is appended by one
 * write. A last line without its end is a torn one: readers leave it alone, and the next to append marks it as void.
 */
export const createFileLog = (folder: string): CallLog => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, callLogName)
  let file = openSync(path, 'a+')
  let { ino } = fstatSync(file)
  let offset = 0
  let rest: Buffer = Buffer.alloc(0)

  const reopen = (): void => {
    closeSync(file)
    mkdirSync(folder, { recursive: true })
    file = openSync(path, 'a+')
    ino = fstatSync(file).ino
    offset = 0
    rest = Buffer.alloc(0)
  }

  const readLines = (from: number, take: (line: string) => void): { end: number; rest: Buffer } => {
    let position = from
    let tail: Buffer = from === offset ? rest : Buffer.alloc(0)
    const size = fstatSync(file).size
    while (position < size) {
      const chunk = Buffer.allocUnsafe(Math.min(chunkSize, size - position))
      const read = readSync(file, chunk, 0, chunk.length, position)
      if (read === 0) break
      position += read
      tail = tail.length === 0 ? chunk.subarray(0, read) : Buffer.concat([tail, chunk.subarray(0, read)])
      let start = 0
      for (let end = tail.indexOf(10); end >= 0; end = tail.indexOf(10, start)) {
        take(tail.toString('utf8', start, end))
        start = end + 1
      }
      tail = tail.subarray(start)
    }
    return { end: position, rest: tail }
  }

  return {
    catchUp: (take, restart) => {
      const named = statSync(path, { throwIfNoEntry: false })
      if (named === undefined || named.ino !== ino || named.size < offset) {
        reopen()
        restart()
      } else if (named.size === offset) return
      const read = readLines(offset, take)
      offset = read.end
      rest = read.rest
    },
    append: (line, durable) => {
      const bytes = Buffer.from(`${rest.length > 0 ? tearMark : ''}${line}\n`)
      // A short write leaves a torn line, which the next one marks as void.
      if (writeSync(file, bytes) < bytes.length) throw new Error(`${path} could not be written: the disk is full.`)
      if (durable) fdatasyncSync(file)
    },
    all: () => {
      const lines: string[] = []
      const kept = { offset, rest }
      offset = 0
      rest = Buffer.alloc(0)
      readLines(0, (line) => lines.push(line))
      offset = kept.offset
      rest = kept.rest
      return lines
    },
    exclusively: (run) => withWriteLock(join(folder, 'calls.lock'), run),
    close: () => closeSync(file),
  }
}
