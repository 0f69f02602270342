import type { BoundAction } from '../../actions/bound-action.ts'
import { AppFailure } from '../../contract/app-error.ts'
import { BatchDraft } from '../../contract/models/batch-draft.ts'
import { PlanDraft } from '../../contract/models/plan.ts'
import type { SecretRef, TargetRef } from '../../contract/models/target.ts'
import type { StoredComputer } from '../../store/stored-batch.ts'
import type { StoredPlan } from '../../store/stored-plan.ts'
import { passwordName, type FrozenPlan } from '../frozen-plan.ts'
import { journalLine } from '../plan-ledger.ts'
import { bindSteps, targetKey, thaw } from '../plan-parts.ts'
import { freshRecord } from '../plan-view.ts'
import { planDraft } from '../planners/plan-draft.ts'
import { askActions } from '../precheck.ts'
import { freeze } from '../proposal.ts'
import type { ComputerParts } from './batch-parts.ts'
import { withReferences } from './batch-secrets.ts'
import { placesInTemplate } from './fits-template.ts'
import type { FrozenTarget } from './frozen-batch.ts'

/** The plan of one computer of a batch, ready to run. */
export interface ComputerPlan {
  readonly stored: StoredPlan
  readonly frozen: FrozenPlan
  readonly actions: readonly BoundAction[]
  readonly secrets: ReadonlyMap<string, SecretRef>
}

const decidedHere = (parts: ComputerParts, frozen: FrozenPlan, actions: readonly BoundAction[]): string => {
  const places = placesInTemplate(frozen.steps, parts.frozen.steps)
  const decided = places.flatMap((place, step) =>
    (parts.frozen.steps[place]?.open.length ?? 0) > 0 ? [actions[step]?.title ?? ''] : [],
  )
  const begun = `Its turn in a batch of ${parts.frozen.total}.`
  return decided.length === 0 ? begun : `${begun} Decided here: ${decided.join('; ')}.`
}

/**
 * Plans one computer when its turn comes: the wizard's own planner looks at it, its steps are held against those that were
 * confirmed, its actions are asked whether they can work, and the plan is on the disk before anything is written. Throws
 * AppFailure or WmiError; `invalid-input` and `unsupported-version` mean that the plan does not fit this computer.
 */
export const planComputer = async (
  parts: ComputerParts,
  computer: StoredComputer,
  target: TargetRef,
): Promise<ComputerPlan> => {
  const draft = BatchDraft.parse(withReferences(parts.frozen.draft, parts.secrets))
  const planned = await planDraft(PlanDraft.parse({ ...draft, target }), parts)
  const { catalogue, vault, computerName, clock } = parts
  const proposal = freeze(planned, { catalogue, vault, now: clock.now(), lifetime: 0, computerName })
  const { frozen, digest, actions, secrets } = proposal
  placesInTemplate(frozen.steps, parts.frozen.steps)
  const found = await askActions(parts, target, secrets, actions)
  const problem = found.find(({ level }) => level === 'problem')
  if (problem)
    throw new AppFailure({
      code: problem.check === 'needs-version' ? 'unsupported-version' : 'licensing-refused',
      message: problem.message,
      ...(problem.remedy === undefined ? {} : { remedy: problem.remedy }),
      ...(problem.hresult === undefined ? {} : { hresult: problem.hresult }),
      ...(problem.detail === undefined ? {} : { detail: problem.detail }),
      retryable: false,
    })
  const stored = freshRecord(frozen, digest, [...planned.findings, ...found], 'running')
  const outcome = decidedHere(parts, frozen, actions)
  const line = journalLine(
    { ...parts, frozen, actions, now: () => clock.now() },
    { event: 'committed', step: null, outcome },
  )
  await parts.commit.write({
    plan: { plan: stored, entries: [line], batchId: parts.frozen.planId },
    computer: {
      batchId: parts.frozen.planId,
      position: computer.position,
      change: { state: 'running', planId: frozen.planId, startedAt: stored.createdAt, error: null },
    },
  })
  return { stored, frozen, actions, secrets }
}

/**
 * Takes up the plan that a computer was given in an earlier life of the app, proven to be the one that was written down, of
 * this computer, and of confirmed steps. Throws AppFailure `digest-mismatch` otherwise, `secret-missing`.
 */
export const resumeComputer = (
  parts: ComputerParts,
  stored: StoredPlan,
  target: TargetRef,
  { password }: FrozenTarget,
): ComputerPlan => {
  const frozen = thaw(stored)
  placesInTemplate(frozen.steps, parts.frozen.steps)
  if (targetKey(frozen.target) !== targetKey(target))
    throw new AppFailure({
      code: 'digest-mismatch',
      message: 'The plan of this computer belongs to another one: the journal’s file was changed.',
      remedy: 'Check the computer, and plan it anew.',
      retryable: false,
    })
  const refs = frozen.secrets.flatMap(({ name }) => {
    const ref = parts.secrets.get(name === passwordName && password !== null ? password : name)
    return ref === undefined ? [] : [[name, ref] as const]
  })
  return { stored, frozen, actions: bindSteps(parts.catalogue, frozen.steps), secrets: new Map(refs) }
}
