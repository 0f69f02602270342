import type { Finding } from '../contract/models/finding.ts'
import type { Risk } from '../contract/models/plan.ts'
import type { TargetRef } from '../contract/models/target.ts'
import type { AppError } from '../contract/app-error.ts'
import type { Action, ActionContext, CounterStep, InstallationIdTold, Settlement } from './action.ts'

/** What running an action left: plain JSON for the record and a sentence for the journal. */
export interface ActionResult {
  readonly result: unknown
  readonly outcome: string
  /** What is still open although the step is done; null where nothing is. */
  readonly left: AppError | null
}

/** What a step waits for, its evidence unchecked until it is used. */
export interface BoundInput {
  readonly name: string
  readonly kind: 'confirmation-id'
  tell(evidence: unknown): InstallationIdTold
  refuse(typed: string): AppError | null
  isNeeded(evidence: unknown): boolean
  mayTryAnother(error: AppError): boolean
  changed(told: unknown, now: unknown): AppError | null
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
  /** What the step waits for; null where it needs nothing from people. */
  readonly awaits: BoundInput | null
  /** How it can be undone, or why not; null for reads. */
  readonly undo: string | null
  /** Steps that put back what the evidence recorded (Action.counterSteps); null for an action that has none. */
  readonly counterSteps: ((evidence: unknown) => readonly CounterStep[] | null) | null
  equivalent(target: TargetRef): string | null
  check(context: ActionContext): Promise<readonly Finding[]>
  before(context: ActionContext): Promise<unknown>
  /** `evidence` is what `before` returned, possibly in an earlier life of the app. */
  run(context: ActionContext, evidence: unknown): Promise<ActionResult>
  settle(context: ActionContext, evidence: unknown): Promise<Settlement<unknown>>
}

/** Binds parameters to an action. Throws ZodError where the parameters or, later, the evidence have another shape. */
export interface BindAction {
  (params: unknown): BoundAction
  /** The risk of every action of this kind. */
  readonly risk: Risk
}

/** The catalogue: every kind of action with the function that binds its parameters. */
export type Catalogue = ReadonlyMap<string, BindAction>

const bindInput = <P, B, R>({ awaits, evidence }: Action<P, B, R>): BoundInput | null =>
  awaits === undefined
    ? null
    : {
        name: awaits.name,
        kind: awaits.kind,
        tell: (told) => awaits.tell(evidence.parse(told)),
        refuse: (typed) => awaits.refuse(typed),
        isNeeded: (found) => awaits.isNeeded(evidence.parse(found)),
        mayTryAnother: (error) => awaits.mayTryAnother(error),
        changed: (told, now) => awaits.changed(evidence.parse(told), evidence.parse(now)),
      }

/** Erases an action's types at one place, with its own schemas as the guard. */
export const bindable = <P, B, R>(action: Action<P, B, R>): BindAction => {
  const bind = (unchecked: unknown): BoundAction => {
    const params = action.params.parse(unchecked)
    return {
      kind: action.kind,
      risk: action.risk,
      weight: action.weight,
      deadline: action.deadline,
      title: action.title(params),
      secrets: action.secrets?.(params) ?? [],
      awaits: bindInput(action),
      undo: action.undo(params)?.sentence ?? null,
      counterSteps:
        action.counterSteps === undefined
          ? null
          : (evidence) => action.counterSteps?.(params, action.evidence.parse(evidence)) ?? null,
      equivalent: (target) => action.equivalent(params, target),
      check: async (context) => (await action.check?.(context, params)) ?? [],
      before: (context) => action.before(context, params),
      run: async (context, evidence) => {
        const result = await action.run(context, params, action.evidence.parse(evidence))
        return { result, outcome: action.outcome(result), left: action.left?.(result) ?? null }
      },
      settle: (context, evidence) => action.settle(context, params, action.evidence.parse(evidence)),
    }
  }
  return Object.assign(bind, { risk: action.risk })
}

/** Makes a catalogue of actions. */
export const catalogueOf = (actions: readonly (readonly [string, BindAction])[]): Catalogue => new Map(actions)
