import type { BoundAction } from '../actions/bound-action.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { SecretRef } from '../contract/models/target.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { StoredPlan } from '../store/stored-plan.ts'

/**
 * Checks what people give to a waiting plan, and returns the step that it is for. Throws AppFailure: `already-used` where
 * the plan does not wait, `invalid-input` with the field for another name or something that cannot be tried,
 * `secret-missing` for an unknown reference.
 */
export const stepForInput = (
  stored: StoredPlan,
  actions: readonly BoundAction[],
  input: { readonly name: string; readonly ref: SecretRef },
  vault: Pick<SecretVault, 'get' | 'kindOf'>,
): number => {
  const step = stored.steps.find(({ state }) => state === 'waiting-for-input')
  const awaits = step && actions[step.step]?.awaits
  if (stored.state !== 'waiting-for-input' || !step || !awaits)
    throw new AppFailure({
      code: 'already-used',
      message: 'This plan does not wait for anything now.',
      remedy: 'Look at the plan: it may have gone on already, or it has to be resumed.',
      retryable: false,
    })
  const value = vault.get(input.ref)
  if (awaits.name !== input.name || vault.kindOf(input.ref) !== awaits.kind)
    throw new AppFailure({
      code: 'invalid-input',
      message: 'This is not what the plan waits for.',
      remedy: 'Enter the confirmation ID that you were told on the telephone.',
      field: awaits.name,
      retryable: false,
    })
  const refusal = awaits.refuse(value)
  if (refusal) throw new AppFailure(refusal)
  return step.step
}
