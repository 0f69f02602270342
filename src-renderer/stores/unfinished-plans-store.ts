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

const begunHere = new Set<string>()

/** Remembers a plan that this window committed, so that Home can lead back to it while it runs. */
export const rememberBegun = (planId: string): void => {
  begunHere.add(planId)
}

const isAtWork = ({ state }: PlanView): boolean => state === 'running' || state === 'stopping'

/** Plans that this window began and that are still at work: main's list holds only those that wait for a person. */
const plansAtWork = async (): Promise<readonly PlanView[]> => {
  const answers = await Promise.all([...begunHere].map((planId) => bridge.call('plans.get', { planId })))
  const plans = answers.flatMap((answer) => (answer.ok ? [answer.value.plan] : []))
  for (const plan of plans) if (!isAtWork(plan)) begunHere.delete(plan.planId)
  return plans.filter(isAtWork)
}

/** Asks main for the plans that wait, and looks after those that are at work. */
export const loadUnfinishedPlans = async (): Promise<void> => {
  const [waiting, atWork] = await Promise.all([bridge.call('plans.unfinished', undefined), plansAtWork()])
  if (!waiting.ok) return useUnfinishedPlans.setState({ error: waiting.error })
  const others = atWork.filter(({ planId }) => waiting.value.every((plan) => plan.planId !== planId))
  useUnfinishedPlans.setState({ plans: [...others, ...waiting.value], error: null })
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
