import { z } from 'zod'
import { BatchComputerState, BatchState } from '../contract/models/batch.ts'
import { Finding } from '../contract/models/finding.ts'
import { json, jsonOf, storedError, type NewJournalEntry, type PlanRecord, type StoredPlan } from './stored-plan.ts'

/** A batch's row. `frozen` is the frozen document without its computers (plans/batches/frozen-batch.ts). */
export const StoredBatch = z.object({
  batchId: z.string(),
  wizard: z.string(),
  title: z.string(),
  createdAt: z.string(),
  digest: z.string(),
  frozen: json,
  findings: jsonOf(z.array(Finding)),
  state: BatchState,
  haltedBy: z.enum(['person', 'failures', 'canary']).nullable(),
  /** Whether a person let the batch go on after its first computers. */
  canaryPassed: z.number().transform((value) => value !== 0),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  error: storedError.nullable(),
})
export type StoredBatch = z.output<typeof StoredBatch>

/** One computer's row. `target` is a part of the frozen document. */
export const StoredComputer = z.object({
  position: z.number().int(),
  target: json,
  name: z.string(),
  state: BatchComputerState,
  planId: z.string().nullable(),
  error: storedError.nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})
export type StoredComputer = z.output<typeof StoredComputer>

/** What may change of a batch once it is committed. */
export type BatchChange = Partial<
  Pick<StoredBatch, 'state' | 'haltedBy' | 'canaryPassed' | 'startedAt' | 'endedAt' | 'error'>
>

/** What may change of one of its computers. */
export type ComputerChange = Partial<Pick<StoredComputer, 'state' | 'planId' | 'error' | 'startedAt' | 'endedAt'>>

/** A change of one computer of a batch. */
export interface ComputerRecord {
  readonly batchId: string
  readonly position: number
  readonly change: ComputerChange
}

/** Something to be written about one computer of a batch; the parts of one are written together or not at all. */
export interface BatchWrite {
  readonly plan?: { readonly plan: StoredPlan; readonly entries: readonly NewJournalEntry[]; readonly batchId: string }
  readonly record?: PlanRecord
  readonly computer?: ComputerRecord
  readonly entries?: readonly NewJournalEntry[]
}
