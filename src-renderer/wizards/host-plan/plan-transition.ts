import { assertNever } from '../../../src-main/contract/app-error.ts'
import type { KmsHostReport } from '../../../src-main/contract/models/kms-host-report.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { StepResult } from '../../../src-main/contract/models/step-result.ts'
import { isEnded } from '../../plan/plan-states.ts'
import type { PlanStage, PlanStageEvent, ResultStep, RunningStep } from './plan-stage.ts'
import { confirmationTransition, emptyConfirmation } from './telephone/confirmation-state.ts'

const shown = (
  plan: PlanView,
  report: KmsHostReport | null,
  results: readonly StepResult[] = [],
): RunningStep | ResultStep =>
  isEnded(plan.state)
    ? { step: 'result', plan, report, results, verify: { phase: 'idle' }, error: null }
    : { step: 'running', plan, request: null, error: null, confirmation: emptyConfirmation }

/** The newer picture of the same plan; its progress never runs back. */
const newer = (before: PlanView, after: PlanView): PlanView => ({
  ...after,
  progress: Math.max(before.progress, after.progress),
})

/** Transitions of the steps in which a plan exists in main: opening, running, result. Pure. */
export const planTransition = (state: PlanStage, event: PlanStageEvent): PlanStage => {
  if (event.type === 'plan-opened') return shown(event.plan, event.report, event.results)
  switch (state.step) {
    case 'opening':
      return event.type === 'open-failed' ? { ...state, error: event.error } : state
    case 'running':
      return onRunning(state, event)
    case 'result':
      return onResult(state, event)
    default:
      return assertNever(state)
  }
}

const onRunning = (state: RunningStep, event: PlanStageEvent): PlanStage => {
  switch (event.type) {
    case 'plan-changed': {
      const plan = newer(state.plan, event.plan)
      return isEnded(plan.state) ? shown(plan, null) : { ...state, plan }
    }
    case 'requested':
      return { ...state, request: event.request, error: null }
    case 'request-answered':
      return { ...state, request: null }
    case 'request-failed':
      return { ...state, request: null, error: event.error }
    case 'confirmation-edited':
    case 'confirmation-looked-at':
    case 'confirmation-refused':
      return { ...state, confirmation: confirmationTransition(state.confirmation, event) }
    default:
      return state
  }
}

const onResult = (state: ResultStep, event: PlanStageEvent): PlanStage => {
  switch (event.type) {
    case 'plan-changed':
      return isEnded(event.plan.state) ? { ...state, plan: newer(state.plan, event.plan) } : shown(event.plan, null)
    case 'report-read':
      return { ...state, report: event.report, verify: { phase: 'idle' } }
    case 'results-read':
      return { ...state, results: event.results }
    case 'verifying':
      return { ...state, verify: { phase: 'running' } }
    case 'verify-failed':
      return { ...state, verify: { phase: 'failed', error: event.error } }
    case 'request-failed':
      return { ...state, error: event.error }
    default:
      return state
  }
}
