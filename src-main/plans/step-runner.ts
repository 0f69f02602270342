import type { ActionContext, Settlement } from '../actions/action.ts'
import type { ActionResult, BoundAction } from '../actions/bound-action.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { Site } from '../wmi/wmi-session.ts'
import { openContext } from './action-context.ts'
import { cancelledWait, type Clock } from './clock.ts'
import { withDeadline } from './deadline.ts'
import type { SiteProvider } from './site-provider.ts'

/** What carrying out steps needs from outside. */
export interface StepRunnerParts {
  readonly target: TargetRef
  readonly sites: SiteProvider
  readonly secrets: ReadonlyMap<string, SecretRef>
  readonly vault: Pick<SecretVault, 'get'>
  readonly clock: Clock
  readonly elevated: boolean | null
  /** Whether settings are written although they are right already (ActionContext). */
  readonly rewrite?: boolean
  note(step: number, text: string): void
  /** Results of the plan's steps that are done, by kind. */
  earlier?(kind: string): unknown
}

const settleDeadline = 60_000

/** Works with a context on a site; the connections are closed afterwards unless the engine was ended. */
const inContext = async <T>(
  parts: StepRunnerParts,
  step: number,
  site: Site,
  milliseconds: number,
  work: (context: ActionContext) => Promise<T>,
  late?: () => void,
): Promise<T> =>
  withDeadline(
    parts.clock,
    milliseconds,
    async (signal) => {
      const { context, close } = openContext({ ...parts, site, signal, note: (text) => parts.note(step, text) })
      try {
        return await work(context)
      } finally {
        if (!signal.aborted) await close()
      }
    },
    late,
  )

/** Looks on the shared engine whether an interrupted write happened. Throws what the look itself ran into. */
export const settleStep = (
  parts: StepRunnerParts,
  step: number,
  action: BoundAction,
  evidence: unknown,
): Promise<Settlement<unknown>> =>
  inContext(parts, step, parts.sites.shared(parts.target), settleDeadline, (context) =>
    action.settle(context, evidence),
  )

/** Reads on the shared engine what a step sees before it is carried out. Throws what the reading ran into. */
export const gatherEvidence = (parts: StepRunnerParts, step: number, action: BoundAction): Promise<unknown> =>
  inContext(parts, step, parts.sites.shared(parts.target), settleDeadline, (context) => action.before(context))

/** How a step is carried out: what was seen before, then the work itself. */
export interface StepAttempt {
  /** Evidence from before an interruption; where none is known it is gathered. */
  readonly evidence: { readonly known: true; readonly value: unknown } | { readonly known: false }
  /** Called with the evidence when everything is ready and before anything is written. A rejection stops the step. */
  begin(evidence: unknown): Promise<void>
}

/**
 * Carries out one step. A reading step uses the shared engine; a writing one gets an engine to itself, which is ended
 * when the step's deadline passes. Throws what went wrong.
 */
export const runStep = async (
  parts: StepRunnerParts,
  step: number,
  action: BoundAction,
  attempt: StepAttempt,
): Promise<ActionResult> => {
  const carryOut = (site: Site, late?: () => void): Promise<ActionResult> =>
    inContext(
      parts,
      step,
      site,
      action.deadline,
      async (context) => {
        const evidence = attempt.evidence.known ? attempt.evidence.value : await action.before(context)
        // A step that was given up while it gathered evidence must not begin afterwards.
        if (context.signal.aborted) throw cancelledWait()
        await attempt.begin(evidence)
        if (context.signal.aborted) throw cancelledWait()
        return await action.run(context, evidence)
      },
      late,
    )
  if (action.risk === 'read') return carryOut(parts.sites.shared(parts.target))
  const engine = await parts.sites.exclusive(parts.target)
  try {
    return await carryOut(engine.site, () => engine.kill())
  } finally {
    engine.release()
  }
}
