import { assertNever } from '../../../src-main/contract/app-error.ts'
import type { Preparation, WizardEvent, WizardState } from './machine.ts'
import { isUsable } from './machine.ts'
import { planTransition } from './plan-transition.ts'

type PreparingState = Extract<WizardState, Preparation>

/**
 * The wizard's next state. Pure. An event that does not belong to the present step is an answer that came too late
 * (the person went back or on), and leaves the state as it is.
 */
export const transition = (state: WizardState, event: WizardEvent): WizardState => {
  switch (state.step) {
    case 'target':
    case 'host-key':
    case 'review':
      return event.type === 'plan-opened' ? planTransition(state, event) : preparing(state, event)
    case 'opening':
    case 'running':
    case 'result':
      return planTransition(state, event)
    default:
      return assertNever(state)
  }
}

const preparing = (state: PreparingState, event: WizardEvent): WizardState => {
  switch (state.step) {
    case 'target':
      return onTarget(state, event)
    case 'host-key':
      return onHostKey(state, event)
    case 'review':
      return onReview(state, event)
    default:
      return assertNever(state)
  }
}

const onTarget = (state: Extract<WizardState, { step: 'target' }>, event: WizardEvent): WizardState => {
  switch (event.type) {
    case 'target-edited':
      return {
        ...state,
        draft: { ...state.draft, target: { ...state.draft.target, ...event.patch } },
        test: { phase: 'idle' },
        // Whether a key fits depends on the computer's Windows version and on the Lab: it is checked again.
        key: { phase: 'unchecked' },
        complaint: null,
      }
    case 'test-started':
      return {
        ...state,
        test: { phase: 'running', run: event.run, startedAt: event.startedAt },
        key: { phase: 'unchecked' },
        complaint: null,
      }
    case 'test-answered':
      return awaits(state, event.run)
        ? { ...state, test: { phase: 'done', target: event.target, result: event.result } }
        : state
    case 'test-failed':
      return awaits(state, event.run) ? { ...state, test: { phase: 'failed', error: event.error } } : state
    case 'test-cancelled':
      return state.test.phase === 'running' ? { ...state, test: { phase: 'cancelled' } } : state
    case 'complained':
      return { ...state, complaint: event.complaint }
    case 'target-accepted':
      return isUsable(state.test)
        ? { ...state, step: 'host-key', complaint: null, proposing: false, error: null }
        : state
    default:
      return state
  }
}

const awaits = (state: Preparation, run: number): boolean => state.test.phase === 'running' && state.test.run === run

const onHostKey = (state: Extract<WizardState, { step: 'host-key' }>, event: WizardEvent): WizardState => {
  switch (event.type) {
    case 'key-edited':
      if (event.key === state.draft.key) return state
      return {
        ...state,
        draft: { ...state.draft, key: event.key, overruled: [] },
        key: { phase: 'unchecked' },
        complaint: null,
        error: null,
      }
    case 'key-check-started':
      return { ...state, key: { phase: 'checking', run: event.run } }
    case 'key-checked':
      return checks(state, event.run)
        ? { ...state, key: { phase: 'checked', ref: event.ref, check: event.check } }
        : state
    case 'key-check-failed':
      return checks(state, event.run) ? { ...state, key: { phase: 'failed', error: event.error } } : state
    case 'overruled': {
      const others = state.draft.overruled.filter((check) => check !== event.check)
      const overruled = event.on ? [...others, event.check] : others
      return { ...state, draft: { ...state.draft, overruled }, complaint: null }
    }
    case 'firewall-chosen':
      return { ...state, draft: { ...state.draft, openFirewall: event.on } }
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
    case 'back':
      return { step: 'target', draft: state.draft, test: state.test, key: state.key, complaint: null }
    default:
      return state
  }
}

const checks = (state: Preparation, run: number): boolean => state.key.phase === 'checking' && state.key.run === run

const onReview = (state: Extract<WizardState, { step: 'review' }>, event: WizardEvent): WizardState => {
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
      const { draft, test, key } = state
      return { step: 'host-key', draft, test, key, complaint: null, proposing: false, error: null }
    }
    default:
      return state
  }
}
