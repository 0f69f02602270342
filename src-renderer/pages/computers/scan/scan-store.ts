import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { ComputerRow, EstatePlace, ScanOutcome } from '../../../../src-main/contract/models/estate.ts'
import type { ScanSelection, ScanState } from '../../../../src-main/contract/models/scan.ts'
import type { Bridge } from '../../../bridge/create-bridge.ts'

/** What of the estate is scanned. */
export type Which = 'all' | 'selection' | 'not-scanned' | 'failed'

export interface ScanBarState {
  /** Null until main has told. */
  readonly scan: ScanState | null
  readonly error: AppError | null
}

/** Computers that were never read, or whose scan was stopped. */
const unread: ScanOutcome[] = ['never-scanned', 'stopped']

/** Outcomes with which nothing could be read. */
export const failures: ScanOutcome[] = [
  'name-not-found',
  'asleep',
  'refused',
  'access-denied',
  'wrong-password',
  'uac-filtered',
  'wmi-broken',
  'unsupported-version',
  'timed-out',
  'engine-lost',
]

/** The selection that main understands. @param selected the computers selected in the table */
export const selectionOf = (which: Which, selected: ReadonlySet<number>): ScanSelection => {
  switch (which) {
    case 'all':
      return { which: 'all' }
    case 'selection':
      return { which: 'computers', ids: [...selected] }
    case 'not-scanned':
      return { which: 'outcomes', outcomes: unread }
    case 'failed':
      return { which: 'outcomes', outcomes: failures }
  }
}

/** The rows that a selection means. */
export const rowsOf = (
  rows: readonly ComputerRow[],
  which: Which,
  selected: ReadonlySet<number>,
): readonly ComputerRow[] => {
  switch (which) {
    case 'all':
      return rows
    case 'selection':
      return rows.filter(({ id }) => selected.has(id))
    case 'not-scanned':
      return rows.filter(({ outcome }) => unread.includes(outcome))
    case 'failed':
      return rows.filter(({ outcome }) => failures.includes(outcome))
  }
}

/**
 * Scanning one place: how it stands, and starting and stopping it. The state is what the events say alone: the answer to a
 * call may come after the event of what happened next.
 */
export const createScanning = (bridge: Bridge, place: EstatePlace) => {
  const store = createStore<ScanBarState>(() => ({ scan: null, error: null }))
  const fail = (error: AppError): void => store.setState({ error })
  return {
    store,
    follow: (): (() => void) => bridge.listen('scan.events', { place }, (scan) => store.setState({ scan }), fail),
    async start(selection: ScanSelection, concurrency: number, deadlineSeconds: number): Promise<void> {
      store.setState({ error: null })
      const answer = await bridge.call('scan.start', { place, selection, concurrency, deadlineSeconds })
      if (!answer.ok) fail(answer.error)
    },
    async stop(): Promise<void> {
      const answer = await bridge.call('scan.stop', { place })
      if (!answer.ok) fail(answer.error)
    },
  }
}

/** The scanning of a shown place. */
export type Scanning = ReturnType<typeof createScanning>
