import type { Draft, Patch } from 'immer'
import { nextRandom } from '../random.ts'
import { exactDrafting, type Drafting } from './drafting.ts'
import type { Computer, NetworkState } from './state.ts'

/** Patches to one computer (its key) or to the network (empty key). */
export interface PatchGroup {
  readonly on: string
  readonly patches: readonly Patch[]
}

/** What a transaction starts from. */
export interface WorldView {
  readonly network: NetworkState
  /** A computer by its key; undefined where there is none. */
  computer(host: string): Computer | undefined
}

/**
 * One change of the world. Handlers alter drafts; nothing is seen by others before the patches are on the log. A
 * transaction that is dropped has changed nothing. It may be run again from a newer state, so it must depend on
 * nothing but the state and `now`.
 */
export class Transaction {
  readonly #view: WorldView
  readonly #drafting: Drafting
  readonly #computers = new Map<string, Draft<Computer>>()
  #network: Draft<NetworkState> | null = null
  #now: number

  constructor(view: WorldView, now: number, drafting: Drafting = exactDrafting) {
    this.#view = view
    this.#drafting = drafting
    this.#now = now
  }

  /** The Lab's time in milliseconds. */
  get now(): number {
    return this.#now
  }

  /** Moves the Lab's clock on to a time; never back. */
  moveTo(time: number): void {
    if (time <= this.#now) return
    this.network.clockOffset += time - this.#now
    this.#now = time
  }

  /** The network as it stands, for reading. */
  get readNetwork(): NetworkState {
    return (this.#network ?? this.#view.network) as NetworkState
  }

  /** The network, for changing. */
  get network(): Draft<NetworkState> {
    this.#network ??= this.#drafting.open(this.#view.network)
    return this.#network
  }

  /** A computer as it stands in this transaction, for reading. */
  read(host: string): Computer | undefined {
    return (this.#computers.get(host) as Computer | undefined) ?? this.#view.computer(host)
  }

  /** A computer, for changing. Throws where there is none: callers look it up first. */
  computer(host: string): Draft<Computer> {
    const known = this.#computers.get(host)
    if (known) return known
    const base = this.#view.computer(host)
    if (!base) throw new Error(`There is no computer ${host} in this Lab.`)
    const draft = this.#drafting.open(base)
    this.#computers.set(host, draft)
    return draft
  }

  /** A pseudo-random number of 32 bits, the same at each replay. */
  random(): number {
    const [value, state] = nextRandom(this.readNetwork.random)
    this.network.random = state
    return value
  }

  /** Ends the transaction and returns what changed. */
  finish(): readonly PatchGroup[] {
    const groups = [...this.#computers].map(([host, draft]) => {
      const base = this.#view.computer(host)
      return { on: host, patches: base ? this.#drafting.close(base, draft) : [] }
    })
    const network = this.#network ? this.#drafting.close(this.#view.network, this.#network) : []
    return [...groups, { on: '', patches: network }].filter(({ patches }) => patches.length > 0)
  }
}
