import type { BoundAction, Catalogue } from '../actions/bound-action.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { FrozenPlan, passwordName, type FrozenStep, type PlanSecret } from './frozen-plan.ts'
import { digestOf } from './freeze.ts'
import type { StoredPlan } from '../store/stored-plan.ts'

/** Binds every step to its action. Throws AppFailure `invalid-input` where a kind or its parameters are unknown. */
export const bindSteps = (catalogue: Catalogue, steps: readonly FrozenStep[]): readonly BoundAction[] =>
  steps.map(({ kind, params }) => {
    const bind = catalogue.get(kind)
    try {
      if (bind) return bind(params)
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown)
      throw new AppFailure({
        code: 'invalid-input',
        message: `The step "${kind}" cannot be carried out with these values.`,
        detail,
        retryable: false,
      })
    }
    throw new AppFailure({ code: 'invalid-input', message: `There is no step "${kind}".`, retryable: false })
  })

const altered = (): AppFailure =>
  new AppFailure({
    code: 'digest-mismatch',
    message: 'This plan is no longer the one that was confirmed: the journal’s file was changed.',
    remedy: 'Discard the plan, check the computer, and plan it anew.',
    retryable: false,
  })

/** Reads a plan back from the journal to show it. Throws AppFailure `digest-mismatch` where it cannot be read at all. */
export const readFrozen = (stored: StoredPlan): FrozenPlan => {
  const frozen = FrozenPlan.safeParse(stored.frozen)
  if (frozen.success) return frozen.data
  throw altered()
}

/**
 * Reads a plan back from the journal to run it, and proves that it is the one that was committed. Throws AppFailure
 * `digest-mismatch` where it was altered on disk.
 */
export const thaw = (stored: StoredPlan): FrozenPlan => {
  const frozen = readFrozen(stored)
  if (digestOf(frozen) !== stored.digest) throw altered()
  return frozen
}

/** The secrets that the steps still to do need, and the target's password. */
export const neededSecrets = (
  frozen: FrozenPlan,
  actions: readonly BoundAction[],
  isOpen: (step: number) => boolean,
): readonly PlanSecret[] => {
  const names = new Set(actions.flatMap((action, step) => (isOpen(step) ? action.secrets : [])))
  if (actions.some((_, step) => isOpen(step))) names.add(passwordName)
  return frozen.secrets.filter(({ name }) => names.has(name))
}

/** One text per computer, whatever the case of its name: two plans must not work on one computer at the same time. */
export const targetKey = (target: TargetRef): string => {
  switch (target.place) {
    case 'this-computer':
      return 'this-computer'
    case 'network':
      return `network ${target.host.toLowerCase()}`
    case 'lab':
      return `lab ${target.scenario} ${target.host.toLowerCase()}`
  }
}
