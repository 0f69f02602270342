import { withFound } from './draft.ts'
import type { OptionsStep, PreparationEvent, PreparingState, ReviewStep } from './machine.ts'

/** Transitions of the step "Options". Pure. */
export const onOptions = (state: OptionsStep, event: PreparationEvent): PreparingState => {
  switch (event.type) {
    case 'options-edited':
      return {
        ...state,
        draft: { ...state.draft, options: { ...state.draft.options, ...event.patch } },
        options: { ...state.options, current: false },
        complaint: null,
        error: null,
      }
    case 'host-settings-read':
      return {
        ...state,
        found: event.found,
        draft: { ...state.draft, options: withFound(state.draft.options, event.found) },
        options: { ...state.options, current: false },
      }
    case 'options-checked':
      return event.options === state.draft.options
        ? { ...state, options: { current: event.current, answer: event.answer, error: null } }
        : state
    case 'options-check-failed':
      return event.options === state.draft.options
        ? { ...state, options: { ...state.options, current: false, error: event.error } }
        : state
    case 'complained':
      return { ...state, complaint: event.complaint }
    case 'proposing':
      return { ...state, proposing: true, complaint: null, error: null }
    case 'propose-failed':
      return { ...state, proposing: false, error: event.error }
    case 'proposed': {
      const { proposing: _, ...rest } = state
      return { ...rest, step: 'review', plan: event.plan, warning: { phase: 'closed' }, error: null }
    }
    case 'back': {
      const { proposing: _, error: __, ...rest } = state
      return { ...rest, step: 'host-key', complaint: null }
    }
    default:
      return state
  }
}

/** Transitions of the step "Review" with the warning over it. Pure. */
export const onReview = (state: ReviewStep, event: PreparationEvent): PreparingState => {
  const { warning } = state
  switch (event.type) {
    case 'warning-opened':
      return { ...state, warning: { phase: 'open', hosts: { phase: 'asking' }, committing: false }, error: null }
    case 'warning-closed':
      // Once the commit is on its way it cannot be taken back by closing the dialog.
      return warning.phase === 'open' && !warning.committing ? { ...state, warning: { phase: 'closed' } } : state
    case 'hosts-found':
      return warning.phase === 'open'
        ? { ...state, warning: { ...warning, hosts: { phase: 'answered', lookups: event.lookups } } }
        : state
    case 'hosts-unknown':
      return warning.phase === 'open'
        ? { ...state, warning: { ...warning, hosts: { phase: 'failed', error: event.error } } }
        : state
    case 'committing':
      return warning.phase === 'open' ? { ...state, warning: { ...warning, committing: true } } : state
    case 'commit-failed':
      return { ...state, warning: { phase: 'closed' }, error: event.error }
    case 'back': {
      const { plan: _, warning: __, ...rest } = state
      return { ...rest, step: 'options', complaint: null, proposing: false, error: null }
    }
    default:
      return state
  }
}
