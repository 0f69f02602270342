import { AppFailure } from '../contract/app-error.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { EngineClient } from './engine-client.ts'
import type { ReadManyOperation, ReadManyValue } from './read-many.ts'

/** How a reading is to be made. */
export interface ReadingOptions {
  /** How many engines share the readings. */
  readonly engines: number
  /** How many computers they look at together; a reading beyond that waits in its engine. */
  readonly concurrency: number
  /** Milliseconds for the one computer. */
  readonly deadline: number
  readonly signal?: AbortSignal
}

interface Reader {
  readonly client: Promise<EngineClient>
  /** Readings under way. */
  busy: number
  /** Readings that were given up: on Windows each of them may hold a thread until the computer answers after all. */
  givenUp: number
}

/** After so many given-up readings an engine gets no more, and ends when those under way have their answer. */
const wornAfter = 24

/** What falls to one of some engines, so that all together make the whole. */
const shareOf = (whole: number, engines: number, index: number): number =>
  Math.max(1, Math.floor(whole / engines) + (index < whole % engines ? 1 : 0))

const isGivenUp = (thrown: unknown): boolean =>
  (thrown instanceof WmiError || thrown instanceof AppFailure) &&
  ['timeout', 'cancelled'].includes(thrown instanceof AppFailure ? thrown.error.code : thrown.code)

/**
 * Engine processes that share the reading of many computers. Each is started when it is first needed. One that dies loses
 * the readings that it had under way, which reject with `engine-lost`; the next reading starts another.
 */
export class ReadingEngines {
  readonly #start: () => Promise<EngineClient>
  #readers: Reader[] = []
  #closed = false

  constructor(start: () => Promise<EngineClient>) {
    this.#start = start
  }

  /** Looks at one computer. Rejects with WmiError or AppFailure, as requests to an engine do. */
  async readMany(
    operation: Omit<ReadManyOperation, 'atOnce'>,
    { engines, concurrency, deadline, signal }: ReadingOptions,
  ): Promise<ReadManyValue> {
    const reader = this.#idlest(engines)
    const atOnce = shareOf(concurrency, engines, this.#readers.indexOf(reader))
    reader.busy += 1
    try {
      const client = await reader.client
      return await client.request({ ...operation, atOnce }, signal, deadline)
    } catch (thrown) {
      if (isGivenUp(thrown)) this.#wear(reader)
      throw thrown
    } finally {
      reader.busy -= 1
      if (reader.busy === 0 && !this.#readers.includes(reader)) void this.#end(reader)
    }
  }

  /** Ends the engines that read nothing. */
  rest(): void {
    for (const reader of this.#readers.filter(({ busy }) => busy === 0)) this.#drop(reader)
  }

  /** Ends all of them; what is under way rejects. */
  close(): void {
    this.#closed = true
    for (const reader of this.#readers.splice(0)) void this.#end(reader)
  }

  #idlest(engines: number): Reader {
    const [first, ...others] = this.#readers
    if (first === undefined || this.#readers.length < engines) return this.#another()
    return others.reduce((least, reader) => (reader.busy < least.busy ? reader : least), first)
  }

  #another(): Reader {
    const reader: Reader = { client: this.#start(), busy: 0, givenUp: 0 }
    if (!this.#closed) this.#readers.push(reader)
    const leave = (): void => {
      this.#readers = this.#readers.filter((other) => other !== reader)
    }
    reader.client.then((client) => client.ended).then(leave, leave)
    return reader
  }

  #wear(reader: Reader): void {
    reader.givenUp += 1
    if (reader.givenUp >= wornAfter) this.#readers = this.#readers.filter((other) => other !== reader)
  }

  #drop(reader: Reader): void {
    this.#readers = this.#readers.filter((other) => other !== reader)
    void this.#end(reader)
  }

  async #end(reader: Reader): Promise<void> {
    const client = await reader.client.catch(() => undefined)
    client?.kill()
  }
}
