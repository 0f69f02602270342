import type { PlanState } from '../../src-main/contract/models/plan.ts'

/** Whether a plan has come to its end, so that its result is shown. */
export const isEnded = (state: PlanState): boolean => {
  switch (state) {
    case 'done':
    case 'failed':
    case 'discarded':
      return true
    case 'proposed':
    case 'running':
    case 'stopping':
    case 'stopped':
    case 'interrupted':
    case 'waiting-for-input':
      return false
  }
}

/** Whether a plan is at work at this moment. */
export const isAtWork = (state: PlanState): boolean => state === 'running' || state === 'stopping'
