import type { PlanState, Risk, StepState } from '../../src-main/contract/models/plan.ts'

export const riskNames: Record<Risk, string> = {
  read: 'Reads only',
  change: 'Changes',
  irreversible: 'Cannot be undone',
}

export const stepStateNames: Record<StepState, string> = {
  pending: 'Not started',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Skipped',
  unknown: 'Outcome unknown',
  'waiting-for-input': 'Waiting for you',
}

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
