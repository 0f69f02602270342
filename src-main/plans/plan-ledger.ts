import type { BoundAction } from '../actions/bound-action.ts'
import type { AppError } from '../contract/app-error.ts'
import type { JournalEntry } from '../contract/models/journal.ts'
import type { NewJournalEntry, PlanChange, PlanRecord, StepChange, StoredPlan } from '../store/stored-plan.ts'
import type { FrozenPlan } from './frozen-plan.ts'

/** A line to write: about a step where `step` is a number, about the plan as a whole where it is null. */
export interface LedgerLine {
  readonly event: JournalEntry['event']
  readonly step: number | null
  readonly outcome?: string | null
  readonly error?: AppError | null
  /** ISO 8601; the present time where absent. */
  readonly at?: string
}

/** A change with the lines that tell of it. */
export interface LedgerChange {
  readonly plan?: PlanChange
  readonly step?: { readonly index: number; readonly change: StepChange }
  /** The same change for several steps at once. */
  readonly steps?: readonly { readonly index: number; readonly change: StepChange }[]
  readonly lines: readonly LedgerLine[]
}

/** What a ledger writes to and with. */
export interface LedgerParts {
  /** Durable when it returns, or when what it returns resolves. */
  readonly store: { record(change: PlanRecord): void | Promise<void> }
  readonly frozen: FrozenPlan
  readonly actions: readonly BoundAction[]
  readonly now: () => Date
  readonly who: string
  /** Masks whatever secret a text may hold. */
  readonly redact: (text: string) => string
  /** Told after every change. */
  readonly changed: (plan: StoredPlan) => void
}

/** The one who writes a running plan down: file first, memory after it, watchers last. */
export interface PlanLedger {
  /** The plan as it stands. */
  current(): StoredPlan
  /** Writes a change. Rejects with AppFailure `disk-full` or `journal-unavailable`, and then nothing has changed. */
  write(change: LedgerChange): Promise<void>
  /** Changes what is shown and leaves the file alone, for when the file cannot be written. */
  remember(change: Omit<LedgerChange, 'lines'>): void
}

/** An error whose texts hold no secret. */
export const redactError = (error: AppError, redact: (text: string) => string): AppError => ({
  ...error,
  message: redact(error.message),
  ...(error.remedy === undefined ? {} : { remedy: redact(error.remedy) }),
  ...(error.detail === undefined ? {} : { detail: redact(error.detail) }),
})

/** Makes the journal line of an event: step and plan in words, secrets masked. */
export const journalLine = (parts: Omit<LedgerParts, 'store' | 'changed'>, line: LedgerLine): NewJournalEntry => {
  const action = line.step === null ? undefined : parts.actions[line.step]
  return {
    at: line.at ?? parts.now().toISOString(),
    planId: parts.frozen.planId,
    planTitle: parts.frozen.title,
    step: line.step,
    kind: action?.kind ?? parts.frozen.wizard,
    title: action?.title ?? parts.frozen.title,
    target: parts.frozen.targetName,
    equivalent: action?.equivalent(parts.frozen.target) ?? null,
    event: line.event,
    outcome: line.outcome === null || line.outcome === undefined ? null : parts.redact(line.outcome),
    error: line.error ? redactError(line.error, parts.redact) : null,
    who: parts.who,
  }
}

/** Opens the ledger of a plan. */
export const openLedger = (parts: LedgerParts, start: StoredPlan): PlanLedger => {
  let plan = start
  const clean = (change: StepChange): StepChange => ({
    ...change,
    ...(change.error ? { error: redactError(change.error, parts.redact) } : {}),
    ...(change.outcome ? { outcome: parts.redact(change.outcome) } : {}),
  })
  const stepsOf = (change: Omit<LedgerChange, 'lines'>) =>
    [...(change.step ? [change.step] : []), ...(change.steps ?? [])].map(({ index, change: changes }) => ({
      step: index,
      change: clean(changes),
    }))
  const planOf = (change: Omit<LedgerChange, 'lines'>): PlanChange => ({
    ...change.plan,
    ...(change.plan?.error ? { error: redactError(change.plan.error, parts.redact) } : {}),
    ...(change.plan?.progress === undefined ? {} : { progress: Math.max(plan.progress, change.plan.progress) }),
  })
  const adopt = (changes: PlanChange, steps: readonly { step: number; change: StepChange }[]): void => {
    plan = {
      ...plan,
      ...changes,
      steps: plan.steps.map((step) =>
        steps.filter((one) => one.step === step.step).reduce((all, { change }) => ({ ...all, ...change }), step),
      ),
    }
    parts.changed(plan)
  }
  return {
    current: () => plan,
    write: async (change) => {
      const changes = planOf(change)
      const steps = stepsOf(change)
      const entries = change.lines.map((line) => journalLine(parts, line))
      await parts.store.record({ planId: plan.planId, plan: changes, steps, entries })
      adopt(changes, steps)
    },
    remember: (change) => adopt(planOf(change), stepsOf(change)),
  }
}
