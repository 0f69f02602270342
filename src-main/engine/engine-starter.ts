import type { EngineClientOptions } from './engine-client.ts'
import { EngineClient } from './engine-client.ts'
import { engineNotStarted } from './engine-lost.ts'
import type { EngineProcess } from './engine-port.ts'

/** How engines are started; milliseconds. */
export interface EngineStarterOptions extends EngineClientOptions {
  /** Forks an engine process. */
  readonly fork: () => EngineProcess
  /** How long an engine may take until it is ready. */
  readonly startDeadline?: number
  /** An engine that ends by itself before this age counts as a failed start. */
  readonly settledAfter?: number
  /** Waits; replaced in tests. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

const defaultStartDeadline = 30_000
const defaultSettledAfter = 10_000
const firstPause = 100
const longestPause = 5_000

const waitUnreferenced = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref?.()
  })

/** Starts engine processes; after early deaths it waits, 100 ms at first and 5 s at most, before it starts the next. */
export class EngineStarter {
  readonly #options: EngineStarterOptions
  readonly #wait: (milliseconds: number) => Promise<void>
  readonly #starting = new Set<EngineClient>()
  #earlyDeaths = 0

  constructor(options: EngineStarterOptions) {
    this.#options = options
    this.#wait = options.wait ?? waitUnreferenced
  }

  /** Starts an engine and waits until it is ready. Throws AppFailure `engine-lost` where that fails. */
  async start(): Promise<EngineClient> {
    if (this.#earlyDeaths > 0) await this.#wait(Math.min(longestPause, firstPause * 2 ** (this.#earlyDeaths - 1)))
    const client = new EngineClient(this.#fork(), this.#options)
    this.#starting.add(client)
    this.#watch(client)
    const timer = setTimeout(() => client.kill(), this.#options.startDeadline ?? defaultStartDeadline)
    timer.unref?.()
    try {
      await client.started
      return client
    } catch {
      this.#earlyDeaths += 1
      throw engineNotStarted()
    } finally {
      this.#starting.delete(client)
      clearTimeout(timer)
    }
  }

  /** Ends the engines that are not ready yet; whoever waits for one is told that it was not started. */
  stop(): void {
    for (const client of this.#starting) client.kill()
  }

  #fork(): EngineProcess {
    try {
      return this.#options.fork()
    } catch {
      this.#earlyDeaths += 1
      throw engineNotStarted()
    }
  }

  /** Counts deaths soon after the start that nobody asked for; an engine that settles clears the account. */
  #watch(client: EngineClient): void {
    let young = true
    const settled = setTimeout(() => {
      young = false
      this.#earlyDeaths = 0
    }, this.#options.settledAfter ?? defaultSettledAfter)
    settled.unref?.()
    const follow = async (): Promise<void> => {
      await client.started
      const code = await client.ended
      clearTimeout(settled)
      if (code !== null && young) this.#earlyDeaths += 1
    }
    // One that never became ready has been counted by start().
    follow().catch(() => clearTimeout(settled))
  }
}
