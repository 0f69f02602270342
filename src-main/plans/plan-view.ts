import type { BoundAction } from '../actions/bound-action.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { PlanStepView, PlanView } from '../contract/models/plan.ts'
import type { StoredPlan } from '../store/stored-plan.ts'
import { waitingView } from './waiting-view.ts'
import type { FrozenPlan, PlanSecret } from './frozen-plan.ts'

/** What a view is drawn from. */
export interface ViewParts {
  readonly stored: StoredPlan
  readonly frozen: FrozenPlan
  readonly actions: readonly BoundAction[]
  /** What the steps say of themselves, by index. */
  readonly notes?: ReadonlyMap<number, string>
  readonly missing: readonly PlanSecret[]
}

/** A plan as people see it. Nothing in it is secret. */
export const toPlanView = ({ stored, frozen, actions, notes, missing }: ViewParts): PlanView => ({
  planId: stored.planId,
  wizard: stored.wizard,
  title: stored.title,
  target: frozen.target,
  targetName: stored.targetName,
  createdAt: stored.createdAt,
  digest: stored.digest,
  consents: frozen.consents,
  state: stored.state,
  progress: stored.progress,
  findings: stored.findings,
  steps: actions.map((action, index): PlanStepView => {
    const step = stored.steps[index]
    return {
      index,
      kind: action.kind,
      title: action.title,
      equivalent: action.equivalent(frozen.target),
      risk: action.risk,
      undo: action.undo,
      state: step?.state ?? 'pending',
      note: notes?.get(index) ?? step?.outcome ?? null,
      startedAt: step?.startedAt ?? null,
      endedAt: step?.endedAt ?? null,
      error: step?.error ?? null,
    }
  }),
  waiting: waitingView(stored, frozen.target, actions),
  deferred: frozen.deferred ?? [],
  missingSecrets: missing.map(({ name, label, lastFive }) => ({ name, label, lastFive })),
  error: stored.error,
})

/** The record of a plan that was just frozen. */
export const freshRecord = (
  frozen: FrozenPlan,
  digest: string,
  findings: readonly Finding[],
  state: 'proposed' | 'running',
): StoredPlan => ({
  planId: frozen.planId,
  wizard: frozen.wizard,
  title: frozen.title,
  targetName: frozen.targetName,
  createdAt: frozen.createdAt,
  digest,
  frozen,
  findings: [...findings],
  state,
  progress: 0,
  error: null,
  steps: frozen.steps.map((_, step) => ({
    step,
    state: 'pending',
    evidence: null,
    result: null,
    outcome: null,
    error: null,
    startedAt: null,
    endedAt: null,
  })),
})
