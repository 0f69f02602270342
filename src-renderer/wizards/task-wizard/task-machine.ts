import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { isPlanEvent, isPlanStage, type PlanStage, type PlanStageEvent } from '../host-plan/plan-stage.ts'
import { planTransition } from '../host-plan/plan-transition.ts'
import { typedName } from '../target-step/target-fields.ts'
import {
  targetTransition,
  type FieldComplaint,
  type TargetEvent,
  type TargetState,
} from '../target-step/target-machine.ts'
import type { TestedComputer } from './task-wizard.ts'

/** What every step before the commit carries along, so that Back keeps each input. */
export interface TaskPreparation<F> extends TargetState {
  /** Null until the first computer was accepted. */
  readonly fields: F | null
  /** Whether a person changed a field. */
  readonly touched: boolean
}

export type TaskTargetStep<F> = TaskPreparation<F> & { readonly step: 'target' }
export type TaskOptionsStep<F> = TaskPreparation<F> & {
  readonly step: 'options'
  readonly fields: F
  readonly computer: TestedComputer
  readonly proposing: boolean
  readonly error: AppError | null
}
export type TaskReviewStep<F> = TaskPreparation<F> & {
  readonly step: 'review'
  readonly fields: F
  readonly computer: TestedComputer
  readonly plan: PlanView
  readonly committing: boolean
  readonly error: AppError | null
}

/** A task wizard: one member for each step, with the data that this step needs and nothing else. */
export type TaskState<F> = TaskTargetStep<F> | TaskOptionsStep<F> | TaskReviewStep<F> | PlanStage

export type TaskEvent<F> =
  | Exclude<TargetEvent, { readonly type: 'complained' }>
  | { readonly type: 'complained'; readonly complaint: FieldComplaint }
  /** The wizard takes the tested computer; `fields` are used where none were touched. */
  | { readonly type: 'computer-accepted'; readonly computer: TestedComputer; readonly fields: F }
  | { readonly type: 'edited'; readonly patch: Partial<F> }
  | { readonly type: 'proposing' }
  | { readonly type: 'proposed'; readonly plan: PlanView }
  | { readonly type: 'propose-failed'; readonly error: AppError; readonly complaint: FieldComplaint | null }
  | { readonly type: 'committing' }
  | { readonly type: 'commit-failed'; readonly error: AppError }
  | { readonly type: 'back' }
  | PlanStageEvent

/** The tested computer as the later steps know it; null while no test stands. */
export const testedComputer = ({ target, test }: TargetState): TestedComputer | null => {
  if (test.phase !== 'done') return null
  const { snapshot } = test.result
  const name = snapshot?.computerName ?? typedName(target, '')
  return { target: test.target, name, snapshot, test: test.result, fields: target }
}

/**
 * The next state of a task wizard. Pure. An event that does not belong to the present step is an answer that came too late
 * (the person went back or on), and leaves the state as it is.
 */
export const taskTransition = <F extends object>(state: TaskState<F>, event: TaskEvent<F>): TaskState<F> => {
  if (isPlanStage(state)) return isPlanEvent(event) ? planTransition(state, event) : state
  if (isPlanEvent(event))
    // The commit leads from the review into the plan.
    return event.type === 'plan-opened' ? planTransition({ step: 'opening', error: null }, event) : state
  switch (state.step) {
    case 'target':
      return onTarget(state, event)
    case 'options':
      return onOptions(state, event)
    case 'review':
      return onReview(state, event)
  }
}

type PreparingEvent<F> = Exclude<TaskEvent<F>, PlanStageEvent>

const onTarget = <F>(state: TaskTargetStep<F>, event: PreparingEvent<F>): TaskState<F> => {
  switch (event.type) {
    case 'target-edited':
    case 'test-started':
    case 'test-answered':
    case 'test-failed':
    case 'test-cancelled':
      return { ...state, ...targetTransition(state, event) }
    case 'complained':
      return { ...state, complaint: event.complaint }
    case 'computer-accepted': {
      const fields = state.touched && state.fields !== null ? state.fields : event.fields
      const { computer } = event
      return { ...state, step: 'options', fields, computer, complaint: null, proposing: false, error: null }
    }
    default:
      return state
  }
}

const onOptions = <F extends object>(state: TaskOptionsStep<F>, event: PreparingEvent<F>): TaskState<F> => {
  switch (event.type) {
    case 'edited':
      return {
        ...state,
        fields: { ...state.fields, ...event.patch },
        touched: true,
        // A plan of what stood there before is not shown any more.
        proposing: false,
        complaint: null,
        error: null,
      }
    case 'complained':
      return { ...state, complaint: event.complaint }
    case 'proposing':
      return { ...state, proposing: true, complaint: null, error: null }
    case 'propose-failed':
      return {
        ...state,
        proposing: false,
        complaint: event.complaint,
        error: event.complaint === null ? event.error : null,
      }
    case 'proposed':
      return state.proposing ? reviewOf(state, event.plan) : state
    case 'back': {
      const { target, test, fields, touched } = state
      return { step: 'target', target, test, fields, touched, complaint: null }
    }
    default:
      return state
  }
}

const reviewOf = <F>(state: TaskOptionsStep<F>, plan: PlanView): TaskReviewStep<F> => {
  const { target, test, fields, touched, computer } = state
  return {
    step: 'review',
    target,
    test,
    fields,
    touched,
    computer,
    complaint: null,
    plan,
    committing: false,
    error: null,
  }
}

const onReview = <F>(state: TaskReviewStep<F>, event: PreparingEvent<F>): TaskState<F> => {
  switch (event.type) {
    case 'committing':
      return { ...state, committing: true, error: null }
    case 'commit-failed':
      return { ...state, committing: false, error: event.error }
    case 'back': {
      // Once the commit is on its way it cannot be taken back.
      if (state.committing) return state
      const { target, test, fields, touched, computer } = state
      return {
        step: 'options',
        target,
        test,
        fields,
        touched,
        computer,
        complaint: null,
        proposing: false,
        error: null,
      }
    }
    default:
      return state
  }
}
