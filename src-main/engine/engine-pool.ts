import type { SystemKeyAnswer } from '../contract/models/product-key-check.ts'
import type { Site } from '../wmi/wmi-session.ts'
import { engineBackedSite } from './engine-backed-site.ts'
import type { EngineClient } from './engine-client.ts'
import { engineNotStarted } from './engine-lost.ts'
import type { EngineStarterOptions } from './engine-starter.ts'
import { EngineStarter } from './engine-starter.ts'
import type { EngineSite } from './protocol.ts'
import { ReadingEngines } from './reading-engines.ts'

/** Settings of the pool; milliseconds. */
export interface EnginePoolOptions extends EngineStarterOptions {
  /** Engines kept ready for the next writing step. */
  readonly spares?: number
  /** How long unused spares are kept. */
  readonly idle?: number
}

/** An engine that belongs to one writing step. */
export interface ExclusiveEngine {
  readonly site: Site
  /** Whether its process still runs. */
  readonly alive: boolean
  /** Ends the engine at once, for a call that hangs: what it was asked is then unknown, not undone. Never throws. */
  kill(): void
  /** Gives the engine back. One with a given-up call in it is ended instead of used again. Never throws. */
  release(): void
}

const defaultIdle = 300_000

/** The engine processes of the app: one shared by all reads, one for each writing step, spares kept warm. */
export class EnginePool {
  readonly #starter: EngineStarter
  readonly #wantedSpares: number
  readonly #idle: number
  /** Engines that look at many computers, apart from those that everything else depends on. */
  readonly readers: ReadingEngines
  #shared: Promise<EngineClient> | undefined
  #spares: EngineClient[] = []
  #warming = 0
  readonly #inUse = new Set<EngineClient>()
  #idleTimer: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: EnginePoolOptions) {
    this.#starter = new EngineStarter(options)
    this.#wantedSpares = options.spares ?? 1
    this.#idle = options.idle ?? defaultIdle
    this.readers = new ReadingEngines(() => this.#start())
  }

  /** A place through the shared engine, which is started when it is first needed and again when it has died. */
  site(place: EngineSite): Site {
    return engineBackedSite(place, () => this.#sharedEngine())
  }

  /**
   * What this computer's own Windows says of a product key, through an engine of its own that ends with the question: a
   * native library that is not documented gets no process that anything else depends on. Rejects like any request.
   */
  async identifyKey(key: string, signal: AbortSignal): Promise<SystemKeyAnswer> {
    const client = await this.#start()
    this.#inUse.add(client)
    try {
      return await client.request({ op: 'identify-key', key }, signal)
    } finally {
      this.#inUse.delete(client)
      client.kill()
    }
  }

  /** The same place through an engine of one's own. Throws AppFailure `engine-lost` where none starts. */
  async exclusive(place: EngineSite): Promise<ExclusiveEngine> {
    const client = this.#takeSpare() ?? (await this.#start())
    this.#inUse.add(client)
    this.warmUp()
    const giveBack = (): void => {
      if (!this.#inUse.delete(client)) return
      if (!this.#closed && client.reusable && this.#spares.length < this.#wantedSpares) this.#spares.push(client)
      else client.kill()
      this.#restartIdleTimer()
    }
    return {
      site: engineBackedSite(place, () => Promise.resolve(client)),
      get alive() {
        return client.alive
      },
      kill: () => client.kill(),
      release: giveBack,
    }
  }

  /** Starts spares in the background, so that the next writing step need not wait for one. */
  warmUp(): void {
    this.#restartIdleTimer()
    while (!this.#closed && this.#spares.length + this.#warming < this.#wantedSpares) {
      this.#warming += 1
      void this.#warmOne()
    }
  }

  /** Ends all engines. Nothing can be started afterwards. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#idleTimer)
    this.#starter.stop()
    this.readers.close()
    const shared = await this.#shared?.catch(() => undefined)
    for (const client of [...this.#spares, ...this.#inUse, ...(shared ? [shared] : [])]) client.kill()
    this.#spares = []
  }

  async #sharedEngine(): Promise<EngineClient> {
    const seen = this.#shared
    const current = await seen?.catch(() => undefined)
    if (current?.alive) return current
    // Several readers may find the engine dead at the same time: the first starts a new one, the others wait for it.
    if (this.#shared === seen) this.#shared = this.#start()
    return this.#shared ?? this.#start()
  }

  async #start(): Promise<EngineClient> {
    if (this.#closed) throw engineNotStarted()
    const client = await this.#starter.start()
    if (!this.#closed) return client
    client.kill()
    throw engineNotStarted()
  }

  #takeSpare(): EngineClient | undefined {
    this.#spares = this.#spares.filter((spare) => spare.alive)
    return this.#spares.shift()
  }

  async #warmOne(): Promise<void> {
    try {
      const spare = await this.#start()
      // A step may have given its engine back in the meantime.
      if (this.#spares.length < this.#wantedSpares) this.#spares.push(spare)
      else spare.kill()
    } catch {
      // A spare is a convenience: the step that needs one starts it itself and says what fails.
    } finally {
      this.#warming -= 1
    }
  }

  #restartIdleTimer(): void {
    clearTimeout(this.#idleTimer)
    if (this.#closed) return
    this.#idleTimer = setTimeout(() => {
      for (const spare of this.#spares.splice(0)) spare.kill()
    }, this.#idle)
    this.#idleTimer.unref?.()
  }
}
