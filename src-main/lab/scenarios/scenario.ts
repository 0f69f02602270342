import type { TsigAlgorithm } from '../../contract/models/dns.ts'
import type { LabKey } from '../fictional-keys.ts'
import type { Computer, NetworkState } from '../world/state.ts'

/** An account of a scenario. Its password is fictional and shown to people. */
export interface LabAccount {
  /** DOMAIN\user, in the spelling shown. */
  readonly user: string
  /** The same account in the form user@domain. */
  readonly principal: string
  readonly password: string
  readonly note: string
}

/** A TSIG key of a scenario's name servers. Its secret is fictional and shown to people. */
export interface LabTsigKey {
  readonly name: string
  readonly algorithm: TsigAlgorithm
  /** Base64 text. */
  readonly secret: string
  readonly note: string
}

/** How long things take in a scenario, in milliseconds of real time. */
export interface LabTimings {
  /** One WMI call. */
  readonly latency: number
  /** Until a WMI connection is made; as long as a call, where absent. */
  readonly connection?: number
  /** Until a connection attempt that nobody answers is given up. */
  readonly noAnswer: number
  readonly serviceStop: number
  readonly serviceStart: number
  /** Until a program such as netsh has done its work. */
  readonly program: number
}

/**
 * A simulated network. Computers come from a pure function of their key and the start of the Lab's clock, so that a
 * large estate needs no storage until something in it changes.
 */
export interface Scenario {
  readonly name: string
  readonly title: string
  readonly description: string
  /** When the Lab's clock starts, ISO 8601; null: with the real clock. */
  readonly startsAt: string | null
  readonly timings: LabTimings
  /** Whether queries and probes are left out of the log of calls, which many computers would fill; not so where absent. */
  readonly logsNoReads?: boolean
  readonly keys: readonly LabKey[]
  readonly accounts: readonly LabAccount[]
  readonly tsigKeys: readonly LabTsigKey[]
  /** Account that is used where no credential is given (lower case). */
  readonly currentUser: string
  /** Key of the computer that the technician sits at. */
  readonly thisComputer: string
  /** Keys of all computers, in the order in which they are shown. */
  readonly hosts: readonly string[]
  /** The initial state of a computer; undefined where there is none. `start` is the Lab's time in milliseconds. */
  computer(host: string, start: number): Computer | undefined
  /** The initial state of what belongs to no computer. */
  network(start: number): Omit<NetworkState, 'clockOffset' | 'loaded'>
  /** Key of a computer by its bare name, full name or address, in lower case; undefined where there is none. */
  locate(name: string): string | undefined
}
