import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { KmsHostReport } from '../../../src-main/contract/models/kms-host-report.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { StepResult } from '../../../src-main/contract/models/step-result.ts'
import type { ConfirmationEvent, ConfirmationState } from './telephone/confirmation-state.ts'

export type VerifyState =
  { readonly phase: 'idle' } | { readonly phase: 'running' } | { readonly phase: 'failed'; readonly error: AppError }

/** A person's request to main about a plan that is under way. */
export type PlanRequest = 'stopping' | 'resuming' | 'discarding' | 'providing'

export interface OpeningStep {
  readonly step: 'opening'
  readonly error: AppError | null
}
export interface RunningStep {
  readonly step: 'running'
  readonly plan: PlanView
  readonly request: PlanRequest | null
  readonly error: AppError | null
  /** What was typed of the confirmation ID. It outlives a try that Windows refused. */
  readonly confirmation: ConfirmationState
}
export interface ResultStep {
  readonly step: 'result'
  readonly plan: PlanView
  readonly report: KmsHostReport | null
  /** What the steps brought back; empty until main was asked. */
  readonly results: readonly StepResult[]
  readonly verify: VerifyState
  readonly error: AppError | null
}

/** What a wizard shows once its plan exists in main: the same for every wizard. */
export type PlanStage = OpeningStep | RunningStep | ResultStep

export type PlanStageEvent =
  | {
      readonly type: 'plan-opened'
      readonly plan: PlanView
      readonly report: KmsHostReport | null
      readonly results?: readonly StepResult[]
    }
  | { readonly type: 'results-read'; readonly results: readonly StepResult[] }
  | { readonly type: 'open-failed'; readonly error: AppError }
  | { readonly type: 'plan-changed'; readonly plan: PlanView }
  | { readonly type: 'requested'; readonly request: PlanRequest }
  | { readonly type: 'request-answered' }
  | { readonly type: 'request-failed'; readonly error: AppError }
  | { readonly type: 'report-read'; readonly report: KmsHostReport }
  | { readonly type: 'verifying' }
  | { readonly type: 'verify-failed'; readonly error: AppError }
  | ConfirmationEvent

const planEvents: Record<PlanStageEvent['type'], true> = {
  'plan-opened': true,
  'open-failed': true,
  'results-read': true,
  'plan-changed': true,
  requested: true,
  'request-answered': true,
  'request-failed': true,
  'report-read': true,
  verifying: true,
  'verify-failed': true,
  'confirmation-edited': true,
  'confirmation-looked-at': true,
  'confirmation-refused': true,
}

/** Whether an event of a wizard is about a plan that exists in main. */
export const isPlanEvent = <T extends { readonly type: string }>(event: T | PlanStageEvent): event is PlanStageEvent =>
  Object.hasOwn(planEvents, event.type)

/** Whether a wizard's state is one of those in which its plan exists in main. */
export const isPlanStage = <T extends { readonly step: string }>(state: T | PlanStage): state is PlanStage =>
  state.step === 'opening' || state.step === 'running' || state.step === 'result'

/** The name of a wizard with its steps, as its frame shows them. */
export interface PlanFrame {
  readonly title: string
  readonly stepNames: readonly string[]
  /** Index of the last step, in which the plan runs. */
  readonly step: number
}
