import type { Catalogue } from '../../actions/bound-action.ts'
import type { AppError } from '../../contract/app-error.ts'
import type {
  BatchComputerState,
  BatchRow,
  BatchRowStep,
  BatchStepView,
  BatchView,
} from '../../contract/models/batch.ts'
import type { StoredBatch, StoredComputer } from '../../store/stored-batch.ts'
import type { StoredPlan } from '../../store/stored-plan.ts'
import { FrozenPlan, type PlanSecret } from '../frozen-plan.ts'
import { bindSteps } from '../plan-parts.ts'
import { readFrozenTarget, type FrozenBatch, type FrozenTarget } from './frozen-batch.ts'

const noCounts: Readonly<Record<BatchComputerState, number>> = {
  pending: 0,
  running: 0,
  stopped: 0,
  done: 0,
  failed: 0,
  skipped: 0,
  unknown: 0,
  discarded: 0,
}

/** The steps that were confirmed, as people see them; the commands are those of a computer that one sits at. */
export const stepViews = ({ steps }: FrozenBatch, catalogue: Catalogue): BatchStepView[] =>
  bindSteps(
    catalogue,
    steps.map(({ kind, params }) => ({ kind, params })),
  ).map((action, index) => {
    const step = steps[index]
    const isOpen = (step?.open.length ?? 0) > 0
    return {
      index,
      kind: action.kind,
      title: step?.title ?? action.title,
      equivalent: isOpen ? null : action.equivalent({ place: 'this-computer' }),
      risk: action.risk,
      undo: action.undo,
      perComputer: step?.perComputer ?? null,
    }
  })

/** What a batch's view is drawn from. */
export interface BatchViewParts {
  readonly stored: StoredBatch
  readonly frozen: FrozenBatch
  readonly steps: BatchStepView[]
  readonly counts: ReadonlyMap<BatchComputerState, number>
  readonly missing: readonly PlanSecret[]
}

/** A batch as people see it, without its computers. Nothing in it is secret. */
export const toBatchView = ({ stored, frozen, steps, counts, missing }: BatchViewParts): BatchView => ({
  batchId: stored.batchId,
  wizard: stored.wizard,
  title: stored.title,
  createdAt: stored.createdAt,
  digest: stored.digest,
  state: stored.state,
  haltedBy: stored.haltedBy,
  policy: frozen.policy,
  consents: frozen.consents,
  findings: stored.findings,
  steps,
  total: frozen.total,
  counts: { ...noCounts, ...Object.fromEntries(counts) },
  startedAt: stored.startedAt,
  endedAt: stored.endedAt,
  missingSecrets: missing.map(({ name, label, lastFive, kind }) => ({
    name,
    label,
    lastFive,
    kind: kind === 'product-key' ? kind : 'password',
  })),
  error: stored.error,
  retryOf: frozen.retryOf,
})

const rowSteps = (plan: StoredPlan | null, catalogue: Catalogue): BatchRowStep[] => {
  const frozen = plan && FrozenPlan.safeParse(plan.frozen)
  if (!frozen?.success) return []
  return bindSteps(catalogue, frozen.data.steps).map(({ kind, title }, index) => {
    const step = plan?.steps[index]
    return {
      kind,
      title,
      state: step?.state ?? 'pending',
      outcome: step?.outcome ?? null,
      error: step?.error ?? null,
    }
  })
}

const runAgain =
  'Run the failed ones again when the batch has ended: each computer is looked at first, and what took effect is not done again.'

/** A single plan that was cut off is resumed; of a batch, the computer is run again with all that failed. */
const errorInBatch = ({ state, error }: StoredComputer): AppError | null =>
  error !== null && (state === 'unknown' || error.code === 'timeout' || error.code === 'engine-lost')
    ? { ...error, remedy: runAgain }
    : error

/** One computer as people see it, with the steps of its plan where it has one. */
export const toBatchRow = (computer: StoredComputer, plan: StoredPlan | null, catalogue: Catalogue): BatchRow => ({
  position: computer.position,
  target: readFrozenTarget(computer.target).computer,
  name: computer.name,
  state: computer.state,
  steps: rowSteps(plan, catalogue),
  error: errorInBatch(computer),
  startedAt: computer.startedAt,
  endedAt: computer.endedAt,
  planId: computer.planId,
})

/** The row of a computer that has not been written down yet. */
export const freshComputer = (position: number, target: FrozenTarget, name: string): StoredComputer => ({
  position,
  target,
  name,
  state: 'pending',
  planId: null,
  error: null,
  startedAt: null,
  endedAt: null,
})
