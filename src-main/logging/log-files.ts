import { appendFileSync } from 'node:fs'
import { appendFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogLine } from './logger.ts'

/** Limits of the log folder. */
export interface LogLimits {
  /** Number of files kept, the newest ones. */
  readonly files: number
  /** Size of one file in bytes, after which the day goes on in a second part. */
  readonly bytesPerFile: number
}

/** 14 files of at most 10 MB. */
export const defaultLimits: LogLimits = { files: 14, bytesPerFile: 10 * 1024 * 1024 }

/** A sink that keeps JSON lines in one file per day. */
export interface LogFiles {
  /** Queues a line. Failures to write are swallowed: a full disk must not stop the app. */
  write(line: LogLine): void
  /** Writes a line before it returns, for the moment in which the process dies. */
  writeNow(line: LogLine): void
  /** Resolves when everything queued so far is on disk, or could not be written. */
  flush(): Promise<void>
  readonly folder: string
}

const namePattern = /^kit-\d{4}-\d{2}-\d{2}(\.\d+)?\.jsonl$/
const fileName = (day: string, part: number): string => `kit-${day}${part > 1 ? `.${part}` : ''}.jsonl`
const order = (name: string): string =>
  name.replace(/^kit-(.{10})(?:\.(\d+))?\.jsonl$/, (_, day, part) => `${day}.${String(part ?? 1).padStart(6, '0')}`)
const size = (path: string): Promise<number> =>
  stat(path)
    .then((found) => found.size)
    .catch(() => 0)

/**
 * Opens the log folder.
 * @param folder made on the first line
 * @param redact masks every string of a line (see redaction.ts); its answer is what is stored
 */
export const createLogFiles = (
  folder: string,
  redact: (value: unknown) => unknown,
  limits: LogLimits = defaultLimits,
): LogFiles => {
  let queue: Promise<void> = Promise.resolve()
  let open: { day: string; part: number; bytes: number } | null = null
  let current = ''

  const encode = (line: LogLine): string => `${JSON.stringify(redact(line))}\n`

  const prune = async (): Promise<void> => {
    const names = (await readdir(folder)).filter((name) => namePattern.test(name))
    const oldest = names.toSorted((a, b) => order(b).localeCompare(order(a))).slice(limits.files)
    await Promise.all(oldest.map((name) => rm(join(folder, name), { force: true })))
  }

  const place = async (day: string, length: number): Promise<string> => {
    if (open?.day !== day) {
      await mkdir(folder, { recursive: true })
      open = { day, part: 1, bytes: await size(join(folder, fileName(day, 1))) }
    }
    while (open.bytes > 0 && open.bytes + length > limits.bytesPerFile) {
      const part: number = open.part + 1
      open = { day, part, bytes: await size(join(folder, fileName(day, part))) }
    }
    open.bytes += length
    return join(folder, fileName(day, open.part))
  }

  const store = async (day: string, text: string): Promise<void> => {
    try {
      const path = await place(day, Buffer.byteLength(text))
      await appendFile(path, text)
      if (path !== current) {
        current = path
        await prune()
      }
    } catch {
      // The next line tries to open the folder afresh.
      open = null
    }
  }

  return {
    folder,
    write(line) {
      const text = encode(line)
      queue = queue.then(() => store(line.at.slice(0, 10), text))
    },
    writeNow(line) {
      try {
        appendFileSync(join(folder, fileName(line.at.slice(0, 10), open?.part ?? 1)), encode(line))
      } catch {
        // The process is dying; there is nowhere left to say so.
      }
    },
    flush: () => queue,
  }
}
