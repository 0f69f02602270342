import type { AppError } from '../contract/app-error.ts'
import type { ComputerId, EstatePlace } from '../contract/models/estate.ts'
import type { PortProbe } from '../contract/models/kms-host-report.ts'
import type { ScanResult, ScanSelection } from '../contract/models/scan.ts'
import type { TargetRef } from '../contract/models/target.ts'
import type { CimObject } from '../wmi/cim-values.ts'
import type { Credential } from '../wmi/wmi-session.ts'
import type { ScanNotes } from '../store/scan-notes.ts'
import type { SecretVault } from '../store/secret-vault.ts'

/** A computer that is to be looked at. */
export interface ScanSubject {
  readonly id: ComputerId
  readonly target: TargetRef
  /** The account whose password is not in memory; null where none is missing. */
  readonly passwordNeededFor: string | null
}

/** A selection that says by itself which computers it means. */
export type PlainSelection = Exclude<ScanSelection, { which: 'unfinished' }>

/** What a scan needs of the estate. All throw AppFailure `disk-full` or `journal-unavailable`. */
export interface ScanBook {
  targets(place: EstatePlace, selection: PlainSelection): readonly ScanSubject[]
  /** Which computers the last scan left, also before a kill. */
  readonly scanNotes: ScanNotes
  /** Writes results in one transaction. */
  record(place: EstatePlace, results: readonly ScanResult[]): void
}

/** One computer to be read, with everything that the reading needs. */
export interface ReadingQuestion {
  readonly place: EstatePlace
  /** Null: the computer that the app runs on. */
  readonly host: string | null
  readonly credential?: Credential
  readonly questions: readonly (readonly string[])[]
  /** Milliseconds. */
  readonly deadline: number
  /** How many computers are read at the same time. */
  readonly concurrency: number
}

/** What a reading tells: the port, the connection, and the rows of each question. */
export interface ReadingAnswer {
  readonly probe: PortProbe | null
  readonly error: AppError | null
  readonly answers: readonly (
    | { readonly ok: true; readonly at: number; readonly rows: readonly CimObject[] }
    | { readonly ok: false; readonly error: AppError }
  )[]
}

/** What scans are made of. */
export interface ScanParts {
  readonly book: ScanBook
  readonly vault: Pick<SecretVault, 'get'>
  /** Reads one computer. Rejects with WmiError or AppFailure. */
  read(question: ReadingQuestion, signal: AbortSignal): Promise<ReadingAnswer>
  /** How many readings may be handed over beyond those that are under way: they wait there for a place; none where absent. */
  ahead?(concurrency: number): number
  /** Lets go of what readings needed; called when nothing is scanned any more. */
  rest(): void
  readonly now: () => Date
  /** Calls back once after some milliseconds; returns what calls it off. */
  later(milliseconds: number, run: () => void): () => void
}
