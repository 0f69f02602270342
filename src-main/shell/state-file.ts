import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import type { Logger } from '../logging/logger.ts'
import { errorFields } from '../logging/logger.ts'

/** A small JSON file that remembers something between starts and that the app can do without. */
export interface StateFile<T> {
  /** Reads it. Null where it is missing or holds nothing usable; a broken file is kept aside as `<name>.broken`. */
  load(): Promise<T | null>
  /** Remembers a value; it is written once no newer one has come for the delay. */
  save(value: T): void
  /** Writes what is still waiting. Never rejects: a full disk costs the memory, not the app. */
  flush(): Promise<void>
}

/** What a state file is made of. */
export interface StateFileOptions<T> {
  readonly path: string
  readonly schema: z.ZodType<T>
  readonly logger: Logger
  /** Milliseconds between the last change and writing, 500 by default. */
  readonly delay?: number
}

/** Opens a state file; nothing is read or written yet. */
export const createStateFile = <T>({ path, schema, logger, delay = 500 }: StateFileOptions<T>): StateFile<T> => {
  let waiting: { readonly value: T } | null = null
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    clearTimeout(timer)
    if (waiting === null) return
    const { value } = waiting
    waiting = null
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${path}.new`, JSON.stringify(value))
      await rename(`${path}.new`, path)
    } catch (thrown) {
      logger.warn('A state file could not be written', { path, ...errorFields(thrown) })
    }
  }
  const flush = (): Promise<void> => {
    writing = writing.then(write)
    return writing
  }

  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  }

  return {
    async load() {
      const text = await readFile(path, 'utf8').catch(() => null)
      if (text === null) return null
      const parsed = schema.safeParse(parse(text))
      if (parsed.success) return parsed.data
      logger.warn('A state file is broken and was kept aside', { path })
      await rename(path, `${path}.broken`).catch(() => undefined)
      return null
    },
    save(value) {
      waiting = { value }
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), delay)
    },
    flush,
  }
}
