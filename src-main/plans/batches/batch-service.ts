import type { BatchEvent, BatchRows, BatchView, CheckedBatchRequest } from '../../contract/models/batch.ts'
import type { BatchComputerState } from '../../contract/models/batch.ts'
import type { ConsentKind } from '../../contract/models/plan.ts'
import type { SecretRef } from '../../contract/models/target.ts'
import { AppFailure } from '../../contract/app-error.ts'

/** Which rows of a batch are asked for. */
export interface RowsQuestion {
  readonly batchId: string
  /** Null for all. */
  readonly states: readonly BatchComputerState[] | null
  readonly offset: number
  readonly limit: number
}

/** A batch with the secrets that were entered again, by name. */
export interface BatchGoOn {
  readonly batchId: string
  readonly secrets: Readonly<Record<string, SecretRef>>
}

/**
 * Batches from draft to result: one frozen document for many computers. Every method throws AppFailure for what a person
 * can mend. What becomes of one computer is that computer's and never thrown.
 */
export interface BatchService {
  /** Freezes a draft for many computers; none of them is asked. Codes: `invalid-input` with the field, `secret-missing`. */
  propose(request: CheckedBatchRequest, signal?: AbortSignal): Promise<BatchView>
  /** Records that a person read and confirmed a warning of this batch. */
  consent(input: { readonly batchId: string; readonly digest: string; readonly consent: ConsentKind }): void
  /** Writes the batch down and starts it. Codes as with a plan: `digest-mismatch`, `consent-missing`, `disk-full` … */
  commit(input: { readonly batchId: string; readonly digest: string }): Promise<BatchView>
  /** Lets running steps end and starts none after them. */
  stop(batchId: string): BatchView
  /** Goes on with a stopped or interrupted batch. Codes: `digest-mismatch`, `secret-missing`, `secret-mismatch`, `busy`. */
  resume(input: BatchGoOn): Promise<BatchView>
  /** Lets a batch go on that waits after its first computers. Codes as `resume`, and `already-used` where it does not wait. */
  continueAfterCanary(input: BatchGoOn): Promise<BatchView>
  /** Gives up what has not been done yet. Throws AppFailure `busy` while it runs. */
  discard(batchId: string): Promise<BatchView>
  /** Proposes a new batch of the computers that failed or whose outcome is not known. */
  retryFailed(input: BatchGoOn): Promise<BatchView>
  get(batchId: string): BatchView
  rows(question: RowsQuestion): BatchRows
  /** Committed batches, newest first. */
  list(limit: number): readonly BatchView[]
  /** Batches that have not ended, oldest first. */
  unfinished(): readonly BatchView[]
  /** Watches a batch, beginning with its present picture. Returns what ends the watching. */
  subscribe(batchId: string, listener: (event: BatchEvent) => void): () => void
  isRunning(): boolean
  /** Stops all that run; resolves when nothing runs any more. */
  stopAll(): Promise<void>
  /** Resolves when no batch runs any more. */
  idle(): Promise<void>
}

const notFound = (): never => {
  throw new AppFailure({
    code: 'not-found',
    message: 'There is no such batch.',
    remedy: 'Make the batch again.',
    retryable: false,
  })
}

/** Opens the batches. */
export const createBatchService = (): BatchService => ({
  propose: async () => notFound(),
  consent: notFound,
  commit: async () => notFound(),
  stop: notFound,
  resume: async () => notFound(),
  continueAfterCanary: async () => notFound(),
  discard: async () => notFound(),
  retryFailed: async () => notFound(),
  get: notFound,
  rows: notFound,
  list: () => [],
  unfinished: () => [],
  subscribe: notFound,
  isRunning: () => false,
  stopAll: async () => {},
  idle: async () => {},
})
