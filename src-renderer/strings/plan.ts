import type { PlanState, PlanStepView, Risk, StepState } from '../../src-main/contract/models/plan.ts'

export const riskNames: Record<Risk, string> = {
  read: 'Reads only',
  change: 'Changes',
  irreversible: 'Cannot be undone',
}

const stepStateNames: Record<StepState, string> = {
  pending: 'Not started',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Skipped',
  unknown: 'Outcome unknown',
  'waiting-for-input': 'Waiting for you',
}

/** While a plan that exists already is read. */
export const openedPlan = {
  opening: 'Reading the plan',
  openFailed: 'The plan could not be read',
} as const

/** A step, a computer or a journal line that is done but for the activation, for which Windows goes on asking. */
export const notActivatedYet = 'Done, not activated yet'

/** The state of a step in words. */
export const stepStateName = ({ state, error }: Pick<PlanStepView, 'state' | 'error'>): string =>
  state === 'done' && error?.code === 'activation-pending' ? notActivatedYet : stepStateNames[state]

export const planStateNames: Record<PlanState, string> = {
  proposed: 'Proposed',
  running: 'Running',
  stopping: 'Stopping after this step',
  stopped: 'Stopped',
  done: 'Done',
  failed: 'Failed',
  interrupted: 'Interrupted',
  'waiting-for-input': 'Waiting for you',
  discarded: 'Discarded',
}
