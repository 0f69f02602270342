import { assertNever } from '../../../src-main/contract/app-error.ts'
import { isPlanEvent, isPlanStage } from '../host-plan/plan-stage.ts'
import { planTransition } from '../host-plan/plan-transition.ts'
import type { EditEvent, EditState, ReadingStep, ReviewStep, ValueStep } from './machine.ts'

/** The next state of the dialog. Pure; what does not belong to the present step came too late and changes nothing. */
export const transition = (state: EditState, event: EditEvent): EditState => {
  if (isPlanStage(state)) return isPlanEvent(event) ? planTransition(state, event) : state
  if (event.type === 'plan-opened') return planTransition({ step: 'opening', error: null }, event)
  switch (state.step) {
    case 'reading':
      return onReading(state, event)
    case 'value':
      return onValue(state, event)
    case 'review':
      return onReview(state, event)
    default:
      return assertNever(state)
  }
}

const onReading = (state: ReadingStep, event: EditEvent): EditState => {
  switch (event.type) {
    case 'settings-read': {
      const { settings, fields } = event
      return {
        step: 'value',
        settings,
        initial: fields,
        fields,
        answer: null,
        complaint: null,
        proposing: false,
        error: null,
      }
    }
    case 'read-failed':
      return { ...state, error: event.error }
    default:
      return state
  }
}

const onValue = (state: ValueStep, event: EditEvent): EditState => {
  switch (event.type) {
    case 'edited':
      return { ...state, fields: { ...state.fields, ...event.patch }, complaint: null, error: null }
    case 'checked':
      return event.fields === state.fields ? { ...state, answer: event.answer, error: null } : state
    case 'failed':
      return { ...state, proposing: false, error: event.error }
    case 'complained':
      return { ...state, complaint: event.complaint }
    case 'proposing':
      return { ...state, proposing: true, complaint: null, error: null }
    case 'proposed': {
      const { complaint: _, proposing: __, ...rest } = state
      return { ...rest, step: 'review', change: event.change, plan: event.plan, committing: false, error: null }
    }
    default:
      return state
  }
}

const onReview = (state: ReviewStep, event: EditEvent): EditState => {
  switch (event.type) {
    case 'committing':
      return { ...state, committing: true, error: null }
    case 'failed':
      return { ...state, committing: false, error: event.error }
    case 'back': {
      const { change: _, plan: __, committing: ___, ...rest } = state
      return { ...rest, step: 'value', complaint: null, proposing: false, error: null }
    }
    default:
      return state
  }
}
