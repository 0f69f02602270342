import { createStore } from 'zustand/vanilla'
import type { AppError, Result } from '../../src-main/contract/app-error.ts'
import type { PlanDraft, PlanView } from '../../src-main/contract/models/plan.ts'
import type { InputOf } from '../../src-main/contract/table.ts'
import type { Bridge } from '../bridge/create-bridge.ts'
import { isEnded } from './plan-states.ts'

/** A person's request to main about a plan that is under way. */
export type PlanRequest = 'stopping' | 'resuming' | 'discarding'

/** A plan from its proposal to its end, as a wizard shows it. */
export type PlanRunState =
  | { readonly phase: 'none' }
  | { readonly phase: 'opening'; readonly error: AppError | null }
  | {
      readonly phase: 'review'
      readonly plan: PlanView
      readonly committing: boolean
      readonly error: AppError | null
    }
  | {
      readonly phase: 'running'
      readonly plan: PlanView
      readonly request: PlanRequest | null
      readonly error: AppError | null
    }
  | { readonly phase: 'ended'; readonly plan: PlanView; readonly error: AppError | null }

/** The kind under which main keeps a secret that a resumed plan asks for again. Main tells the last five characters of keys alone. */
const kindOf = (name: string, lastFive: string | null) =>
  lastFive !== null ? 'product-key' : /tsig/i.test(name) ? 'tsig-secret' : 'password'

/** The newer picture of a plan; its progress never runs back. */
const newer = (before: PlanView, after: PlanView): PlanView => ({
  ...after,
  progress: before.planId === after.planId ? Math.max(before.progress, after.progress) : after.progress,
})

/**
 * One plan that needs no consent: propose, commit, follow, stop, resume, discard. Make it when a wizard opens, and dispose of
 * it when the wizard closes; the plan itself goes on in main.
 */
export const createPlanRun = (bridge: Bridge) => {
  const store = createStore<PlanRunState>(() => ({ phase: 'none' }))
  let unsubscribe: (() => void) | null = null
  let seen = -1

  const show = (plan: PlanView): void => {
    const state = store.getState()
    const picture = 'plan' in state ? newer(state.plan, plan) : plan
    if (isEnded(picture.state)) return store.setState({ phase: 'ended', plan: picture, error: null }, true)
    const request = state.phase === 'running' ? state.request : null
    store.setState({ phase: 'running', plan: picture, request, error: null }, true)
  }

  const refuse = (error: AppError): void => {
    const state = store.getState()
    switch (state.phase) {
      case 'none':
        return
      case 'opening':
        return store.setState({ phase: 'opening', error }, true)
      case 'review':
        return store.setState({ ...state, committing: false, error }, true)
      case 'running':
        return store.setState({ ...state, request: null, error }, true)
      case 'ended':
        return store.setState({ ...state, error }, true)
    }
  }

  const follow = (planId: string): void => {
    unsubscribe?.()
    seen = -1
    const onEvent = ({ sequence, plan }: { readonly sequence: number; readonly plan: PlanView }): void => {
      if (sequence <= seen) return
      seen = sequence
      show(plan)
    }
    unsubscribe = bridge.listen('plans.events', { planId }, onEvent, refuse)
  }

  /** Asks for the picture once, because events between the commit and the subscription are not repeated. */
  const refresh = async (planId: string): Promise<void> => {
    const seenBefore = seen
    const result = await bridge.call('plans.get', { planId })
    if (!result.ok) return refuse(result.error)
    if (seen === seenBefore) show(result.value.plan)
  }

  const request = async (kind: PlanRequest, ask: (planId: string) => Promise<Result<PlanView>>): Promise<void> => {
    const state = store.getState()
    if (state.phase !== 'running') return
    store.setState({ ...state, request: kind, error: null }, true)
    const seenBefore = seen
    const result = await ask(state.plan.planId)
    if (!result.ok) return refuse(result.error)
    if (seen === seenBefore) show(result.value)
    const after = store.getState()
    if (after.phase === 'running') store.setState({ ...after, request: null }, true)
  }

  const review = (proposed: Result<PlanView>): AppError | null => {
    if (!proposed.ok) return proposed.error
    store.setState({ phase: 'review', plan: proposed.value, committing: false, error: null }, true)
    return null
  }

  return {
    store,
    /** Has main make a plan and shows it for review. The error comes back to the caller, which knows the fields. */
    propose: async (draft: PlanDraft): Promise<AppError | null> => review(await bridge.call('plans.propose', draft)),
    /** The same for a plan that undoes another one. */
    proposeUndo: async (input: InputOf<'plans.proposeUndo'>): Promise<AppError | null> =>
      review(await bridge.call('plans.proposeUndo', input)),
    /** Starts the plan that is shown for review. */
    async commit(): Promise<void> {
      const state = store.getState()
      if (state.phase !== 'review' || state.committing) return
      store.setState({ ...state, committing: true, error: null }, true)
      const { planId, digest } = state.plan
      const result = await bridge.call('plans.commit', { planId, digest })
      if (!result.ok) return refuse(result.error)
      show(result.value)
      follow(planId)
      await refresh(planId)
    },
    /** Leaves the review; the proposed plan is forgotten by main in its own time. */
    back(): void {
      if (store.getState().phase === 'review') store.setState({ phase: 'none' }, true)
    },
    /** Shows a plan that exists already, and follows it. */
    async open(planId: string): Promise<void> {
      store.setState({ phase: 'opening', error: null }, true)
      follow(planId)
      await refresh(planId)
    },
    stop: (): Promise<void> => request('stopping', (planId) => bridge.call('plans.stop', { planId })),
    discard: (): Promise<void> => request('discarding', (planId) => bridge.call('plans.discard', { planId })),
    /**
     * Checks what the interrupted step did, and goes on.
     * @param entered the secrets that the plan misses, by their names; they are put into main's memory first
     */
    async resume(entered: Readonly<Record<string, string>>): Promise<void> {
      const state = store.getState()
      if (state.phase !== 'running') return
      store.setState({ ...state, request: 'resuming', error: null }, true)
      const secrets: Record<string, string> = {}
      for (const { name, lastFive } of state.plan.missingSecrets) {
        const put = await bridge.call('secrets.put', { kind: kindOf(name, lastFive), value: entered[name] ?? '' })
        if (!put.ok) return refuse(put.error)
        secrets[name] = put.value.ref
      }
      await request('resuming', (planId) => bridge.call('plans.resume', { planId, secrets }))
    },
    dispose(): void {
      unsubscribe?.()
      unsubscribe = null
    },
  }
}

/** One plan as a wizard holds it. */
export type PlanRun = ReturnType<typeof createPlanRun>
