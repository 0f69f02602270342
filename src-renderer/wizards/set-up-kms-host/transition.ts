import { assertNever } from '../../../src-main/contract/app-error.ts'
import { isPlanEvent, isPlanStage } from '../host-plan/plan-stage.ts'
import { planTransition } from '../host-plan/plan-transition.ts'
import { onHostKey, onTarget } from './computer-transition.ts'
import type { PreparationEvent, PreparingState, WizardEvent, WizardState } from './machine.ts'
import { onOptions, onReview } from './options-transition.ts'

/**
 * The wizard's next state. Pure. An event that does not belong to the present step is an answer that came too late
 * (the person went back or on), and leaves the state as it is.
 */
export const transition = (state: WizardState, event: WizardEvent): WizardState => {
  if (isPlanStage(state)) return isPlanEvent(event) ? planTransition(state, event) : state
  if (!isPlanEvent(event)) return preparing(state, event)
  // The commit leads from the review into the plan.
  return event.type === 'plan-opened' ? planTransition({ step: 'opening', error: null }, event) : state
}

const preparing = (state: PreparingState, event: PreparationEvent): WizardState => {
  switch (state.step) {
    case 'target':
      return onTarget(state, event)
    case 'host-key':
      return onHostKey(state, event)
    case 'options':
      return onOptions(state, event)
    case 'review':
      return onReview(state, event)
    default:
      return assertNever(state)
  }
}
