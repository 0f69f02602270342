import type { Finding } from '../contract/models/finding.ts'
import type { Risk } from '../contract/models/plan.ts'
import type { TargetRef } from '../contract/models/target.ts'
import type { Action, ActionContext, Settlement } from './action.ts'

/** What running an action left: plain JSON for the record and a sentence for the journal. */
export interface ActionResult {
  readonly result: unknown
  readonly outcome: string
}

/** An action with its parameters, all types erased: what the plans see of every kind alike. */
export interface BoundAction {
  readonly kind: string
  readonly risk: Risk
  readonly weight: number
  readonly deadline: number
  readonly title: string
  /** Names of the plan's secrets that it needs. */
  readonly secrets: readonly string[]
  /** How it can be undone, or why not; null for reads. */
  readonly undo: string | null
  equivalent(target: TargetRef): string | null
  check(context: ActionContext): Promise<readonly Finding[]>
  before(context: ActionContext): Promise<unknown>
  /** `evidence` is what `before` returned, possibly in an earlier life of the app. */
  run(context: ActionContext, evidence: unknown): Promise<ActionResult>
  settle(context: ActionContext, evidence: unknown): Promise<Settlement<unknown>>
}

/** Binds parameters to an action. Throws ZodError where the parameters or, later, the evidence have another shape. */
export type BindAction = (params: unknown) => BoundAction

/** The catalogue: every kind of action with the function that binds its parameters. */
export type Catalogue = ReadonlyMap<string, BindAction>

/** Erases an action's types at one place, with its own schemas as the guard. */
export const bindable =
  <P, B, R>(action: Action<P, B, R>): BindAction =>
  (unchecked) => {
    const params = action.params.parse(unchecked)
    return {
      kind: action.kind,
      risk: action.risk,
      weight: action.weight,
      deadline: action.deadline,
      title: action.title(params),
      secrets: action.secrets?.(params) ?? [],
      undo: action.undo(params)?.sentence ?? null,
      equivalent: (target) => action.equivalent(params, target),
      check: async (context) => (await action.check?.(context, params)) ?? [],
      before: (context) => action.before(context, params),
      run: async (context, evidence) => {
        const result = await action.run(context, params, action.evidence.parse(evidence))
        return { result, outcome: action.outcome(result) }
      },
      settle: (context, evidence) => action.settle(context, params, action.evidence.parse(evidence)),
    }
  }

/** Makes a catalogue of actions. */
export const catalogueOf = (actions: readonly (readonly [string, BindAction])[]): Catalogue => new Map(actions)
