import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { BatchEvent, BatchRow, BatchView } from '../../../../src-main/contract/models/batch.ts'

/** A person's request to main about a batch that was committed. */
export type BatchRequestKind = 'stopping' | 'resuming' | 'continuing' | 'discarding' | 'retrying'

/** The rows of a batch by their place in the frozen list; null where main has not told one yet. */
export type KnownRows = readonly (BatchRow | null)[]

/** A batch from its proposal to its end, as the page shows it. */
export type BatchRunState =
  | { readonly phase: 'none' }
  | { readonly phase: 'opening'; readonly error: AppError | null }
  | {
      readonly phase: 'review'
      readonly batch: BatchView
      readonly rows: KnownRows
      readonly committing: boolean
      readonly error: AppError | null
    }
  | ShownBatch

/** A batch that was committed. */
export interface ShownBatch {
  readonly phase: 'under-way' | 'ended'
  readonly batch: BatchView
  readonly rows: KnownRows
  readonly request: BatchRequestKind | null
  readonly error: AppError | null
}

/** Whether every computer has had its turn, or never will. */
export const isBatchEnded = ({ state }: Pick<BatchView, 'state'>): boolean => state === 'done' || state === 'discarded'

/** Whether a batch is at work at this moment. */
export const isBatchAtWork = ({ state }: Pick<BatchView, 'state'>): boolean =>
  state === 'running' || state === 'stopping'

/** Puts rows in at their places; the others stay the same objects. */
export const withRows = (known: KnownRows, total: number, rows: readonly BatchRow[]): KnownRows => {
  if (rows.length === 0 && known.length === total) return known
  const next = Array.from({ length: total }, (_, position) => known[position] ?? null)
  for (const row of rows) if (row.position < total) next[row.position] = row
  return next
}

const rowsOf = (state: BatchRunState, batchId: string): KnownRows =>
  'batch' in state && state.batch.batchId === batchId ? state.rows : []

/** The state with the newest picture of a committed batch. Pure. */
export const withPicture = (
  state: BatchRunState,
  { batch, rows }: Pick<BatchEvent, 'batch' | 'rows'>,
): BatchRunState => ({
  phase: isBatchEnded(batch) ? 'ended' : 'under-way',
  batch,
  rows: withRows(rowsOf(state, batch.batchId), batch.total, rows),
  request: 'request' in state ? state.request : null,
  error: 'request' in state ? state.error : null,
})

/** The state with why something was not done. Pure. */
export const withRefusal = (state: BatchRunState, error: AppError): BatchRunState => {
  switch (state.phase) {
    case 'none':
      return state
    case 'opening':
      return { phase: 'opening', error }
    case 'review':
      return { ...state, committing: false, error }
    case 'under-way':
    case 'ended':
      return { ...state, request: null, error }
  }
}
