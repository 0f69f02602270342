import type { Draft } from 'immer'
import type { Scenario } from '../scenarios/scenario.ts'
import type { Computer } from './state.ts'
import type { Transaction } from './transaction.ts'

/** One computer of the Lab within a transaction: what handlers work on. */
export interface Scene {
  readonly transaction: Transaction
  readonly scenario: Scenario
  readonly host: string
  /** The Lab's true time in milliseconds. The computer's own clock may be off: `clockOf`. */
  readonly now: number
  /** Account (lower case) that asks for what happens; null for what computers do by themselves. */
  readonly user: string | null
  /** The computer as it stands, for reading. */
  computer(): Computer
  /** The computer, for changing. */
  change(): Draft<Computer>
  /** Another computer. */
  at(host: string): Scene
}

/** Opens a scene. Throws where the Lab has no such computer. */
export const sceneAt = (
  transaction: Transaction,
  scenario: Scenario,
  host: string,
  user: string | null = null,
): Scene => ({
  transaction,
  scenario,
  host,
  now: transaction.now,
  user,
  computer: () => {
    const computer = transaction.read(host)
    if (!computer) throw new Error(`There is no computer ${host} in this Lab.`)
    return computer
  },
  change: () => transaction.computer(host),
  at: (other) => sceneAt(transaction, scenario, other),
})

/** What the computer's own clock says, in milliseconds. */
export const clockOf = (scene: Scene): number => scene.now + scene.computer().clockSkew * 60_000

/** Full name of a computer: with its domain, or bare in a workgroup. */
export const fullNameOf = ({ name, domain }: Computer): string => (domain === null ? name : `${name}.${domain}`)
