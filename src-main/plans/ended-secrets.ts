import type { SecretRef } from '../contract/models/target.ts'

/** Forgets what a plan was given, once it has ended and its page is left. */
export interface EndedSecrets {
  /** A page watches a plan from now on. Returns what is called when it does so no more. */
  watch(planId: string): () => void
  /** A plan has ended; its page may still ask the computer with the same password. */
  ended(planId: string, refs: readonly SecretRef[]): void
}

/**
 * Keeps the secrets of ended plans for as long as somebody looks at their end. A plan that nobody has looked at yet keeps
 * them, because it may end before its page has begun to watch.
 * @param forget forgets a secret that is in memory
 * @param isNeeded whether a plan that has not ended needs it
 */
export const createEndedSecrets = (
  forget: (ref: SecretRef) => void,
  isNeeded: (ref: SecretRef) => boolean,
): EndedSecrets => {
  const watchers = new Map<string, number>()
  const kept = new Map<string, readonly SecretRef[]>()

  const forgetUnwatched = (planId: string): void => {
    if (watchers.get(planId) !== 0) return
    for (const ref of kept.get(planId) ?? []) if (!isNeeded(ref)) forget(ref)
    kept.delete(planId)
  }
  return {
    watch: (planId) => {
      watchers.set(planId, (watchers.get(planId) ?? 0) + 1)
      return () => {
        watchers.set(planId, (watchers.get(planId) ?? 1) - 1)
        forgetUnwatched(planId)
      }
    },
    ended: (planId, refs) => {
      kept.set(planId, refs)
      forgetUnwatched(planId)
    },
  }
}
