import type { ComputerId, ComputerRow, EstatePlace } from '../contract/models/estate.ts'
import type { ScanResult, ScanSelection } from '../contract/models/scan.ts'
import type { TargetRef } from '../contract/models/target.ts'
import type { ScanNotes } from '../store/scan-notes.ts'

/** One computer of an estate as something to connect to. */
export interface EstateTarget {
  readonly id: ComputerId
  /** With the credential of the computer or else of its group, where the password is in memory. */
  readonly target: TargetRef
  /** The account whose password has to be entered first; null where none is missing. */
  readonly passwordNeededFor: string | null
}

/** The estate as scans, batches, maps and reports see it. All throw AppFailure `disk-full` or `journal-unavailable`. */
export interface EstateRegister {
  /** The computers of a selection, in the order of their ids. */
  targets(place: EstatePlace, selection: Exclude<ScanSelection, { which: 'unfinished' }>): readonly EstateTarget[]
  /** Which computers the last scan of a place has left. */
  readonly scanNotes: ScanNotes
  /** The computers of some names, as far as the estate has them, in the order of their ids. */
  targetsOf(place: EstatePlace, hosts: readonly string[]): readonly EstateTarget[]
  /** Writes results in one transaction and tells those who watch; results of computers that are gone are left out. */
  record(place: EstatePlace, results: readonly ScanResult[]): void
  /** At most `limit` rows with ids above `after` (0: from the beginning), in the order of ids. */
  rows(place: EstatePlace, after: number, limit: number): readonly ComputerRow[]
  /** The rows of these ids that there are. */
  rowsOf(place: EstatePlace, ids: readonly ComputerId[]): readonly ComputerRow[]
}
