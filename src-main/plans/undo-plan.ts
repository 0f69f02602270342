import type { BoundAction, Catalogue } from '../actions/bound-action.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import type { StepUndo } from '../contract/models/undo.ts'
import type { StoredPlan } from '../store/stored-plan.ts'
import type { FrozenPlan, FrozenStep } from './frozen-plan.ts'
import { bindSteps } from './plan-parts.ts'
import { verifyStep, watchedRestartStep } from './planners/host-setting-steps.ts'
import type { Draft } from './proposal.ts'

/** A plan that ended, as undoing it looks at it. */
export interface EndedPlan {
  readonly stored: StoredPlan
  readonly frozen: FrozenPlan
  readonly actions: readonly BoundAction[]
}

type Found =
  | { readonly outcome: 'possible'; readonly steps: readonly FrozenStep[] }
  | { readonly outcome: 'impossible'; readonly reason: string }
  | { readonly outcome: 'nothing-changed' }

const notRecorded =
  'What was there before was not recorded, or not in a way that can be written back: look at the step in the journal.'

const counterSteps = (action: BoundAction, evidence: unknown): readonly FrozenStep[] | null => {
  if (evidence === null) return null
  try {
    const steps = action.counterSteps?.(evidence) ?? null
    return steps?.map(({ kind, params }) => ({ kind, params: { ...params } })) ?? null
  } catch {
    // Evidence of an older version of the app has another shape.
    return null
  }
}

const undoOf = (action: BoundAction, evidence: unknown): Found => {
  if (action.counterSteps === null) return { outcome: 'impossible', reason: action.undo ?? notRecorded }
  const steps = counterSteps(action, evidence)
  if (steps === null) return { outcome: 'impossible', reason: notRecorded }
  return steps.length === 0 ? { outcome: 'nothing-changed' } : { outcome: 'possible', steps }
}

/** The steps that are done and say something about undoing, the last one first, because later ones may rest on earlier ones. */
const undos = ({ stored, actions }: EndedPlan): readonly { readonly index: number; readonly found: Found }[] =>
  actions
    .flatMap((action, index) => {
      const step = stored.steps[index]
      if (action.risk === 'read' || step?.state !== 'done' || action.undo === null) return []
      return [{ index, found: undoOf(action, step.evidence) }]
    })
    .toReversed()

/** What of a plan can be undone and what cannot, with the reason. Throws AppFailure `busy` where the plan has not ended. */
export const undoSteps = (plan: EndedPlan, catalogue: Catalogue): StepUndo[] => {
  requireEnd(plan)
  return undos(plan).map(({ index, found }) => {
    const title = plan.actions[index]?.title ?? ''
    return found.outcome === 'possible'
      ? { outcome: found.outcome, index, title, steps: bindSteps(catalogue, found.steps).map((one) => one.title) }
      : { ...found, index, title }
  })
}

const ended: readonly StoredPlan['state'][] = ['done', 'failed', 'discarded']

const requireEnd = ({ stored }: EndedPlan): void => {
  if (ended.includes(stored.state)) return
  throw new AppFailure({
    code: 'busy',
    message: 'This plan has not ended, so that it cannot be undone.',
    remedy: 'Let it come to its end, or discard it, then undo what it did.',
    retryable: true,
  })
}

const overwrites: Finding = {
  check: 'undo-overwrites',
  level: 'info',
  message:
    'The settings become what they were before that plan. What somebody else changed there since is overwritten.',
}

const withPassword = (target: TargetRef, password: SecretRef | null): TargetRef =>
  target.place === 'this-computer' || target.credential === undefined || password === null
    ? target
    : { ...target, credential: { ...target.credential, password } }

/** Settings of a KMS host that Windows reads when the service starts (kms.md 2). */
const needsRestart = ({ kind }: FrozenStep): boolean => kind.startsWith('kms-host.set-')

/**
 * Plans to put back what a plan that ended changed, from what its steps recorded before they ran, the last step first.
 * Throws AppFailure `busy` where it has not ended, `invalid-input` where nothing can be put back.
 * @param password of the plan's account, where it had to be entered again
 */
export const planUndo = (plan: EndedPlan, password: SecretRef | null): Draft => {
  requireEnd(plan)
  const steps = undos(plan).flatMap(({ found }) => (found.outcome === 'possible' ? found.steps : []))
  if (steps.length === 0)
    throw new AppFailure({
      code: 'invalid-input',
      message: 'Nothing of this plan can be put back by the app.',
      remedy: 'The page names the reason for each step.',
      retryable: false,
    })
  return {
    wizard: 'undo',
    title: `Undo: ${plan.frozen.title}`,
    target: withPassword(plan.frozen.target, password),
    steps: [...steps, ...(steps.some(needsRestart) ? [watchedRestartStep, verifyStep] : [])],
    secrets: [],
    consents: [],
    findings: [overwrites],
  }
}
