import { create } from 'zustand'
import type { AppError } from '../../src-main/contract/app-error.ts'
import type { BatchView } from '../../src-main/contract/models/batch.ts'
import { bridge } from '../bridge/bridge.ts'

interface UnfinishedBatches {
  /** Null until main has answered. */
  readonly batches: readonly BatchView[] | null
  readonly error: AppError | null
}

/** Batches that were begun and not finished, as main last listed them. */
export const useUnfinishedBatches = create<UnfinishedBatches>(() => ({ batches: null, error: null }))

/** Asks main for the batches that have not ended. */
export const loadUnfinishedBatches = async (): Promise<void> => {
  const answer = await bridge.call('batches.unfinished', undefined)
  useUnfinishedBatches.setState(answer.ok ? { batches: answer.value, error: null } : { error: answer.error })
}

/** Keeps a batch at work up to date in the list. Returns what ends it. */
export const followBatchAtWork = (batchId: string): (() => void) =>
  bridge.listen('batches.events', { batchId }, ({ batch }) => {
    if (batch.state !== 'running' && batch.state !== 'stopping') return void loadUnfinishedBatches()
    useUnfinishedBatches.setState(({ batches }) => ({
      batches: batches?.map((known) => (known.batchId === batchId ? batch : known)) ?? null,
    }))
  })

/** Gives up what a batch has not done yet. What was done stays done, and stays in the journal. */
export const discardBatch = async (batchId: string): Promise<void> => {
  const answer = await bridge.call('batches.discard', { batchId })
  if (answer.ok) await loadUnfinishedBatches()
  else useUnfinishedBatches.setState({ error: answer.error })
}
