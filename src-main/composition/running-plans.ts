import type { BatchService } from '../plans/batches/batch-service.ts'
import type { PlanService } from '../plans/plan-service.ts'
import type { JournalStore } from '../store/journal-store.ts'

/** The plans that run at this moment, for whoever wants to close the window. */
export interface RunningPlans {
  isRunning(): boolean
  /** Lets every running step end and starts none after it; resolves when nothing runs any more. */
  stopAndWait(): Promise<void>
}

const alive = ['running', 'stopping'] as const

const noBatches: Pick<BatchService, 'isRunning' | 'stopAll'> = { isRunning: () => false, stopAll: async () => {} }

/** Watches over the plans and the batches. A journal that cannot be read holds nothing up. */
export const createRunningPlans = (
  plans: Pick<PlanService, 'get' | 'stop' | 'idle'>,
  store: Pick<JournalStore, 'plansIn'>,
  batches: Pick<BatchService, 'isRunning' | 'stopAll'> = noBatches,
): RunningPlans => {
  const running = (): readonly string[] => {
    try {
      return store
        .plansIn(alive)
        .map(({ planId }) => planId)
        .filter((planId) => alive.some((state) => state === plans.get(planId).plan.state))
    } catch {
      return []
    }
  }
  return {
    isRunning: () => batches.isRunning() || running().length > 0,
    async stopAndWait() {
      for (const planId of running()) plans.stop(planId)
      await Promise.all([plans.idle(), batches.stopAll()])
    },
  }
}
