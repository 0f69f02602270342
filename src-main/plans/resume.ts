import { AppFailure } from '../contract/app-error.ts'
import type { SecretRef } from '../contract/models/target.ts'
import type { JournalStore } from '../store/journal-store.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { StoredPlan } from '../store/stored-plan.ts'
import type { PlanSecret } from './frozen-plan.ts'

/** The states in which a plan waits for a person to resume or discard it. */
export const unfinishedStates = ['interrupted', 'stopped', 'waiting-for-input'] as const

/** How a plan that the app left behind running looks: interrupted, its running step of unknown outcome. */
export const asInterrupted = (plan: StoredPlan): StoredPlan => ({
  ...plan,
  state: 'interrupted',
  steps: plan.steps.map((step) => (step.state === 'running' ? { ...step, state: 'unknown' } : step)),
})

/**
 * At start: plans that were running when the app ended become interrupted, and the journal says which step it was in.
 * Throws AppFailure `disk-full` or `journal-unavailable`.
 */
export const markInterruptedPlans = (store: JournalStore, now: () => Date, who: string): void => {
  for (const plan of store.plansIn(['running', 'stopping'])) {
    const open = plan.steps.filter(({ state }) => state === 'running')
    store.record({
      planId: plan.planId,
      plan: { state: 'interrupted' },
      steps: open.map(({ step }) => ({ step, change: { state: 'unknown' } })),
      entries: open.map(({ step }) => ({
        at: now().toISOString(),
        planId: plan.planId,
        planTitle: plan.title,
        step,
        kind: plan.wizard,
        title: plan.title,
        target: plan.targetName,
        equivalent: null,
        event: 'unknown',
        outcome: `The app ended while step ${step + 1} ran.`,
        error: null,
        who,
      })),
    })
  }
}

/**
 * Takes the secrets that a person entered again, by name. Throws AppFailure `secret-missing` for one that is not there,
 * `secret-mismatch` for one that is not the one the plan was made with; `field` holds the name.
 */
export const acceptSecrets = (
  needed: readonly PlanSecret[],
  given: Readonly<Record<string, SecretRef>>,
  held: ReadonlyMap<string, SecretRef>,
  vault: Pick<SecretVault, 'kindOf' | 'matches'>,
): ReadonlyMap<string, SecretRef> => {
  const accepted = new Map(held)
  for (const secret of needed) {
    const ref = given[secret.name] ?? held.get(secret.name)
    if (ref === undefined || vault.kindOf(ref) !== secret.kind)
      throw new AppFailure({
        code: 'secret-missing',
        message: `The plan needs this again: ${secret.label}.`,
        remedy: 'Enter it again. Secrets are never kept on disk.',
        field: secret.name,
        retryable: false,
      })
    if (secret.fingerprint !== null && !vault.matches(ref, secret.fingerprint))
      throw new AppFailure({
        code: 'secret-mismatch',
        message: `This is not what the plan was made with: ${secret.label}${secret.lastFive === null ? '' : ` ending in ${secret.lastFive}`}.`,
        remedy: 'Enter the same one again, or discard this plan and make a new one.',
        field: secret.name,
        retryable: false,
      })
    accepted.set(secret.name, ref)
  }
  return accepted
}
