import type { PlanEvent, PlanView } from '../contract/models/plan.ts'
import type { Clock } from './clock.ts'

/** Told of every state of a plan, in order. */
export type PlanListener = (event: PlanEvent) => void

/** Tells those who watch plans of their changes. */
export interface PlanPublisher {
  /** A new state: delivered at once, never dropped. */
  state(view: PlanView): void
  /** Something said meanwhile: delivered at most ten times a second; only the latest counts. */
  chatter(planId: string, view: () => PlanView): void
  /** Watches a plan, beginning with its present picture. Returns what ends the watching. */
  subscribe(planId: string, present: PlanView, listener: PlanListener): () => void
}

const chatterInterval = 100

/** Makes a publisher. Sequences rise per plan and begin with 1 in each life of the app. */
export const createPlanPublisher = (clock: Clock): PlanPublisher => {
  const listeners = new Map<string, Set<PlanListener>>()
  const sequences = new Map<string, number>()
  const pending = new Map<string, () => PlanView>()

  const next = (planId: string): number => {
    const sequence = (sequences.get(planId) ?? 0) + 1
    sequences.set(planId, sequence)
    return sequence
  }
  const deliver = (plan: PlanView): void => {
    const event: PlanEvent = { sequence: next(plan.planId), plan }
    for (const listener of listeners.get(plan.planId) ?? []) listener(event)
  }
  const flush = (planId: string): void => {
    const view = pending.get(planId)
    pending.delete(planId)
    if (view) deliver(view())
  }
  return {
    state: (view) => {
      pending.delete(view.planId)
      deliver(view)
    },
    chatter: (planId, view) => {
      const waiting = pending.has(planId)
      pending.set(planId, view)
      if (!waiting) void clock.wait(chatterInterval).then(() => flush(planId))
    },
    subscribe: (planId, present, listener) => {
      const watching = listeners.get(planId) ?? new Set()
      listeners.set(planId, watching.add(listener))
      listener({ sequence: next(planId), plan: present })
      return () => {
        watching.delete(listener)
        if (watching.size === 0) listeners.delete(planId)
      }
    },
  }
}
