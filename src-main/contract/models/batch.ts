import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import { BatchDraft } from './batch-draft.ts'
import { ComputerId, EstatePlace } from './estate.ts'
import { Finding } from './finding.ts'
import { ConsentKind, Risk, StepState } from './plan.ts'
import { SecretRef, TargetRef } from './target.ts'

/** Most computers of one batch. */
export const mostBatchComputers = 10_000

/** How a batch goes through its computers. */
export const BatchPolicy = z
  .object({
    /** A computer that fails, or whose outcome is not known, counts. One that is skipped does not. */
    onFailure: z
      .union([
        z.literal('continue'),
        z.literal('stop-at-first'),
        z.object({ stopAfter: z.number().int().min(1).max(mostBatchComputers) }).strict(),
      ])
      .default('continue'),
    /** How many computers go first; the batch then waits until a person lets it go on. Null: all at once. */
    canary: z.number().int().min(1).max(mostBatchComputers).nullable().default(null),
    /** Computers worked on at the same time. */
    concurrency: z.number().int().min(1).max(128).default(16),
  })
  .strict()
export type BatchPolicy = z.infer<typeof BatchPolicy>

/** Computers of an estate by their numbers. */
export const BatchSelection = z
  .object({ place: EstatePlace, ids: z.array(ComputerId).min(1).max(mostBatchComputers) })
  .strict()
export type BatchSelection = z.infer<typeof BatchSelection>

/**
 * What is proposed: one draft for many computers. A computer that stands in the list twice is taken once. One without a
 * credential gets the account that it has in the estate, its own or else its group's.
 */
export const BatchRequest = z
  .object({
    draft: BatchDraft,
    targets: z.union([z.array(TargetRef).min(1).max(mostBatchComputers), BatchSelection]),
    policy: BatchPolicy.default({ onFailure: 'continue', canary: null, concurrency: 16 }),
  })
  .strict()
/** The request as a window writes it. */
export type BatchRequest = z.input<typeof BatchRequest>
/** The request after validation. */
export type CheckedBatchRequest = z.output<typeof BatchRequest>

/**
 * `waiting`: the first computers are done and the rest waits for a person. `stopped`: by a person or by the policy
 * (`haltedBy`). `interrupted`: the app ended, or the journal could not be written. `done`: every computer has had its turn,
 * whatever became of it.
 */
export const BatchState = z.enum([
  'proposed',
  'running',
  'stopping',
  'stopped',
  'waiting',
  'interrupted',
  'done',
  'discarded',
])
export type BatchState = z.infer<typeof BatchState>

/**
 * `skipped`: nothing was done because the plan does not fit the computer, or because it is set like this already; `error`
 * holds the reason. `stopped`: begun, and resting since the batch was stopped. `unknown`: the connection was lost during a
 * write. `discarded`: given up with the batch.
 */
export const BatchComputerState = z.enum([
  'pending',
  'running',
  'stopped',
  'done',
  'failed',
  'skipped',
  'unknown',
  'discarded',
])
export type BatchComputerState = z.infer<typeof BatchComputerState>

/** A step as it was frozen for all computers. */
export const BatchStepView = z
  .object({
    index: z.number().int().nonnegative(),
    kind: z.string(),
    title: z.string(),
    /** The command that a technician would have typed; null where there is none, or where it differs per computer. */
    equivalent: z.string().nullable(),
    risk: Risk,
    undo: z.string().nullable(),
    /** What is decided at each computer ("the client setup key by its edition"), in one sentence; null where nothing is. */
    perComputer: z.string().nullable(),
  })
  .strict()
export type BatchStepView = z.infer<typeof BatchStepView>

/** How many computers are in each state. */
export const BatchCounts = z.record(BatchComputerState, z.number().int().nonnegative())
export type BatchCounts = z.infer<typeof BatchCounts>

/** A batch without its computers. */
export const BatchView = z
  .object({
    batchId: z.string(),
    wizard: z.string(),
    title: z.string(),
    createdAt: z.string(),
    /** SHA-256 over the frozen document, computers included; consent and commit must quote it. */
    digest: z.string(),
    state: BatchState,
    /** Why it rests; null while it runs and when it is done. */
    haltedBy: z.enum(['person', 'failures', 'canary']).nullable(),
    policy: BatchPolicy,
    consents: z.array(ConsentKind),
    findings: z.array(Finding),
    steps: z.array(BatchStepView),
    total: z.number().int().positive(),
    counts: BatchCounts,
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    /** Secrets that must be entered again before the batch can go on, after a restart of the app. */
    missingSecrets: z.array(
      z
        .object({
          name: z.string(),
          label: z.string(),
          lastFive: z.string().nullable(),
          kind: z.enum(['product-key', 'password']),
        })
        .strict(),
    ),
    error: AppErrorSchema.nullable(),
    /** The batch whose failed computers this one takes up; null for one of its own. */
    retryOf: z.string().nullable(),
  })
  .strict()
export type BatchView = z.infer<typeof BatchView>

/** A step of one computer, with the title that it has there. */
export const BatchRowStep = z
  .object({
    kind: z.string(),
    title: z.string(),
    state: StepState,
    /** What came back, in one sentence. */
    outcome: z.string().nullable(),
    /** Why it failed; of a step that is done, what is still open (`activation-pending`). */
    error: AppErrorSchema.nullable(),
  })
  .strict()
export type BatchRowStep = z.infer<typeof BatchRowStep>

/** One computer of a batch. `steps` is empty until its turn has come. */
export const BatchRow = z
  .object({
    /** Its place in the frozen list, from 0. */
    position: z.number().int().nonnegative(),
    target: TargetRef,
    name: z.string(),
    state: BatchComputerState,
    steps: z.array(BatchRowStep),
    /** Why it failed or was skipped, explained. */
    error: AppErrorSchema.nullable(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    /** The plan of this computer in the journal; null until it is written down. */
    planId: z.string().nullable(),
  })
  .strict()
export type BatchRow = z.infer<typeof BatchRow>

/** Which rows are asked for: by their place in the list, or those in some states alone. */
export const BatchRowsQuestion = z
  .object({
    batchId: z.uuid(),
    /** Null for all. */
    states: z.array(BatchComputerState).max(8).nullable().default(null),
    offset: z.number().int().nonnegative(),
    limit: z.number().int().min(1).max(500),
  })
  .strict()

/** A page of rows in the order of the list, and how many there are in all. */
export const BatchRows = z.object({ total: z.number().int().nonnegative(), rows: z.array(BatchRow) }).strict()
export type BatchRows = z.infer<typeof BatchRows>

/** What changed: the header, and the rows that are different now. At most ten a second; the first one has no rows. */
export const BatchEvent = z.object({ sequence: z.number().int(), batch: BatchView, rows: z.array(BatchRow) }).strict()
export type BatchEvent = z.infer<typeof BatchEvent>

/** Secrets entered again, by the names in `missingSecrets`. */
export const BatchSecrets = z.record(z.string().max(64), SecretRef)
