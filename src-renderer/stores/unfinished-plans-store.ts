import { create } from 'zustand'
import type { AppError } from '../../src-main/contract/app-error.ts'
import type { PlanView } from '../../src-main/contract/models/plan.ts'
import { bridge } from '../bridge/bridge.ts'

interface UnfinishedPlans {
  /** Null until main has answered. */
  readonly plans: readonly PlanView[] | null
  readonly error: AppError | null
}

/** Plans that were begun and not finished, as main last listed them. */
export const useUnfinishedPlans = create<UnfinishedPlans>(() => ({ plans: null, error: null }))

const isAtWork = ({ state }: PlanView): boolean => state === 'running' || state === 'stopping'

/** Asks main for the plans that have not ended. */
export const loadUnfinishedPlans = async (): Promise<void> => {
  const result = await bridge.call('plans.unfinished', undefined)
  useUnfinishedPlans.setState(result.ok ? { plans: result.value, error: null } : { error: result.error })
}

/** Keeps a plan at work up to date in the list. Returns what ends it. */
export const followAtWork = (planId: string): (() => void) =>
  bridge.listen('plans.events', { planId }, ({ plan }) => {
    if (!isAtWork(plan)) return void loadUnfinishedPlans()
    useUnfinishedPlans.setState(({ plans }) => ({
      plans: plans?.map((known) => (known.planId === planId ? plan : known)) ?? null,
    }))
  })

/** Drops a plan that will not be continued. What it has changed so far stays changed, and stays in the journal. */
export const discardPlan = async (planId: string): Promise<void> => {
  const result = await bridge.call('plans.discard', { planId })
  if (result.ok) await loadUnfinishedPlans()
  else useUnfinishedPlans.setState({ error: result.error })
}
