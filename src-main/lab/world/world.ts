import { applyPatches, enablePatches } from 'immer'
import type { Scenario } from '../scenarios/scenario.ts'
import { parseLine, type CallFacts, type CallLog, type LabCall, type LogLine } from '../storage/call-log.ts'
import { bulkDrafting, exactDrafting, type Drafting } from './drafting.ts'
import type { Computer, LabState, NetworkState } from './state.ts'
import { Transaction, type PatchGroup, type WorldView } from './transaction.ts'

enablePatches()

/** What a recipe made of a transaction, and what the log shall say of it. */
export interface Recorded<T> {
  readonly facts: CallFacts
  readonly value: T
}

export interface WorldOptions {
  readonly wallClock?: () => number
  /** Whether writes wait until they are on the disk. */
  readonly durable?: boolean
}

/** How many computers that never changed are kept at hand; more are built anew when they are looked at. */
const keptInitial = 512

/**
 * The Lab's world in one process: the scenario's initial state folded with the writes on the log. Several processes may
 * have a World on the same log; each catches up before it does anything.
 */
export class World implements WorldView {
  readonly scenario: Scenario
  readonly #log: CallLog
  readonly #wallClock: () => number
  readonly #durable: boolean
  readonly #changed = new Map<string, Computer>()
  readonly #initial = new Map<string, Computer>()
  #network: NetworkState
  #start: number
  #writes = 0
  #lines = 0
  #lastAccepted = ''
  #isFresh = false

  constructor(scenario: Scenario, log: CallLog, { wallClock = Date.now, durable = true }: WorldOptions = {}) {
    this.scenario = scenario
    this.#log = log
    this.#wallClock = wallClock
    this.#durable = durable
    this.#start = wallClock()
    this.#network = { ...scenario.network(this.#start), clockOffset: 0, loaded: {} }
    this.catchUp()
  }

  get network(): NetworkState {
    return this.#network
  }

  /** The Lab's time in milliseconds. It runs with the real clock. */
  get now(): number {
    return this.#wallClock() + this.#network.clockOffset
  }

  /** Keys of all computers: the scenario's, then those that came from reports. */
  get hosts(): readonly string[] {
    const loaded = Object.keys(this.#network.loaded)
    return loaded.length === 0 ? this.scenario.hosts : [...this.scenario.hosts, ...loaded]
  }

  computer(host: string): Computer | undefined {
    const known = this.#changed.get(host) ?? this.#initial.get(host)
    if (known) return known
    const initial = this.scenario.computer(host, this.#start) ?? this.#network.loaded[host]
    if (!initial) return undefined
    if (this.#initial.size >= keptInitial) this.#initial.clear()
    this.#initial.set(host, initial)
    return initial
  }

  /** Computers on which Windows was busy with something that is due by now. */
  unsettled(): readonly string[] {
    const { now } = this
    return [...this.#changed.values()]
      .filter(({ effects }) => effects.some(({ dueAt }) => dueAt <= now))
      .map(({ host }) => host)
  }

  /** Takes in what other processes did meanwhile. */
  catchUp(): void {
    this.#log.catchUp(
      (text) => {
        if (text.startsWith('{"write":true')) this.#fold(text)
      },
      () => {
        this.#forget(this.#wallClock(), 0)
        this.#writes = 0
      },
    )
    if (this.#writes === 0) this.#begin('open')
  }

  /** Catches up unless that was done right before: nobody who waited for anything meanwhile can know of newer things. */
  glance(): void {
    if (this.#isFresh) return
    this.catchUp()
    this.#isFresh = true
    queueMicrotask(() => {
      this.#isFresh = false
    })
  }

  /**
   * Runs a recipe and logs it. A recipe that changes nothing is logged as a read, without waiting for other processes.
   * A recipe may run more than once (see Transaction). `bulk` is for recipes that change
   * much at once.
   */
  async run<T>(recipe: (transaction: Transaction) => Recorded<T>, { bulk = false } = {}): Promise<T> {
    this.glance()
    const drafting = bulk ? bulkDrafting : exactDrafting
    if (!bulk) {
      const glance = this.#attempt(recipe)
      if (glance.patches.length === 0) {
        if (!this.#isLeftOut(glance.facts)) this.#append(glance.facts, null)
        return glance.value
      }
    }
    for (;;) {
      const outcome = await this.#log.exclusively(() => {
        this.catchUp()
        const attempt = this.#attempt(recipe, drafting)
        const name = this.#append(attempt.facts, attempt.patches.length > 0 ? attempt.patches : null)
        if (attempt.patches.length === 0) return attempt
        this.catchUp()
        return this.#lastAccepted === name ? attempt : null
      })
      if (outcome) return outcome.value
    }
  }

  /** Adds a line that changes nothing. */
  note(facts: CallFacts): void {
    this.catchUp()
    this.#append(facts, null)
  }

  /** Puts everything back to the beginning of the scenario. The log is kept. */
  async reset(): Promise<void> {
    await this.#log.exclusively(() => {
      this.catchUp()
      this.#begin('reset')
    })
  }

  /** The whole state as plain JSON, or with some of its computers alone. */
  state(only?: readonly string[]): LabState {
    this.catchUp()
    const computers = (only ?? this.hosts).flatMap((host) => {
      const computer = this.computer(host)
      return computer ? [[host, computer] as const] : []
    })
    return {
      scenario: this.scenario.name,
      now: new Date(this.now).toISOString(),
      network: this.#network,
      computers: Object.fromEntries(computers),
    }
  }

  /** Every call on the log, oldest first. Torn lines and writes that lost a race are not in it. */
  calls(): readonly LabCall[] {
    const calls: LabCall[] = []
    let writes = 0
    for (const text of this.#log.all()) {
      const line = parseLine(text)
      if (!line || (line.write && line.after !== writes)) continue
      if (line.write) writes += 1
      const { after: _after, n: _n, patches: _patches, ...call } = line
      calls.push({ seq: calls.length + 1, ...call })
    }
    return calls
  }

  close(): void {
    this.#log.close()
  }

  #attempt<T>(
    recipe: (transaction: Transaction) => Recorded<T>,
    drafting: Drafting = exactDrafting,
  ): Recorded<T> & { patches: readonly PatchGroup[] } {
    const transaction = new Transaction(this, this.now, drafting)
    const { facts, value } = recipe(transaction)
    return { facts, value, patches: transaction.finish() }
  }

  #begin(op: 'open' | 'reset'): void {
    this.#append({ op }, [])
    this.catchUp()
  }

  #isLeftOut({ op }: CallFacts): boolean {
    return this.scenario.logsNoReads === true && (op === 'query' || op === 'probe')
  }

  #append(facts: CallFacts, patches: readonly PatchGroup[] | null): string {
    this.#lines += 1
    const wall = this.#wallClock()
    const line: LogLine = {
      write: patches !== null,
      ...(patches === null ? {} : { after: this.#writes }),
      at: new Date(wall + this.#network.clockOffset).toISOString(),
      wallAt: new Date(wall).toISOString(),
      pid: process.pid,
      n: this.#lines,
      ...(facts.op === 'open' ? { scenario: this.scenario.name } : {}),
      ...facts,
      ...(patches === null || patches.length === 0 ? {} : { patches }),
    }
    this.#log.append(JSON.stringify(line), patches !== null && this.#durable)
    return `${process.pid}:${this.#lines}`
  }

  #fold(text: string): void {
    const line = parseLine(text)
    if (!line || line.after !== this.#writes) return
    if (line.scenario !== undefined && line.scenario !== this.scenario.name) {
      throw new Error(`This folder holds the Lab scenario ${line.scenario}, not ${this.scenario.name}.`)
    }
    this.#writes += 1
    this.#lastAccepted = `${line.pid}:${line.n}`
    if (line.op === 'open' || line.op === 'reset') {
      const wall = Date.parse(line.wallAt)
      const start = this.scenario.startsAt === null ? wall : Date.parse(this.scenario.startsAt)
      this.#forget(start, start - wall)
    }
    for (const { on, patches } of line.patches ?? []) this.#apply(on, patches)
  }

  #apply(on: string, patches: PatchGroup['patches']): void {
    if (on === '') {
      const before = this.#network.loaded
      this.#network = applyPatches(this.#network, patches)
      for (const [host, computer] of Object.entries(this.#network.loaded)) {
        if (before[host] === computer) continue
        this.#changed.delete(host)
        this.#initial.delete(host)
      }
      return
    }
    const base = this.computer(on)
    if (base) this.#changed.set(on, applyPatches(base, patches))
  }

  #forget(start: number, clockOffset: number): void {
    this.#start = start
    this.#changed.clear()
    this.#initial.clear()
    this.#network = { ...this.scenario.network(start), clockOffset, loaded: {} }
  }
}
