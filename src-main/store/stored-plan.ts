import { z } from 'zod'
import type { AppError } from '../contract/app-error.ts'
import { AppErrorSchema } from '../contract/models/app-error-schema.ts'
import { Finding } from '../contract/models/finding.ts'
import type { JournalEntry } from '../contract/models/journal.ts'
import { PlanState, StepState } from '../contract/models/plan.ts'

/** A column that holds JSON. */
export const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
})
/** A column that holds JSON of a known shape. */
export const jsonOf = <T extends z.ZodType>(schema: T) => json.pipe(schema)

/** A column that holds an error. JSON has no undefined: what was parsed from it is an AppError in the exact sense. */
export const storedError = jsonOf(AppErrorSchema).transform((error) => error as AppError)

/** A step's row. `evidence` is what was seen before the write; it is what resuming compares the computer with. */
export const StoredStep = z.object({
  step: z.number().int().nonnegative(),
  state: StepState,
  evidence: json.nullable(),
  result: json.nullable(),
  outcome: z.string().nullable(),
  error: storedError.nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})
export type StoredStep = z.output<typeof StoredStep>

/** A plan's row. `frozen` is the frozen plan as JSON; plans/frozen-plan.ts gives it its schema. */
export const StoredPlanRow = z.object({
  planId: z.string(),
  wizard: z.string(),
  title: z.string(),
  targetName: z.string(),
  createdAt: z.string(),
  digest: z.string(),
  frozen: json,
  findings: jsonOf(z.array(Finding)),
  state: PlanState,
  progress: z.number(),
  error: storedError.nullable(),
})

/** A plan with its steps as the journal file keeps them. Nothing in it is secret. */
export type StoredPlan = z.output<typeof StoredPlanRow> & { readonly steps: readonly StoredStep[] }

/** What may change of a plan once it is committed. */
export type PlanChange = Partial<Pick<StoredPlan, 'state' | 'progress' | 'error'>>

/** What may change of a step. */
export type StepChange = Partial<Omit<StoredStep, 'step'>>

/** A journal line before the file has numbered it and said which batch it belongs to. */
export type NewJournalEntry = Omit<JournalEntry, 'sequence' | 'batchId'>

/** One change of a plan: the new states and the journal lines that tell of it, written together or not at all. */
export interface PlanRecord {
  readonly planId: string
  readonly plan?: PlanChange
  readonly steps?: readonly { readonly step: number; readonly change: StepChange }[]
  readonly entries: readonly NewJournalEntry[]
}
