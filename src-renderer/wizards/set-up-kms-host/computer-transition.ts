import type { LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import { awaits, isUsable, targetTransition, type TargetEvent } from '../target-step/target-machine.ts'
import type { HostKeyStep, Preparation, PreparationEvent, PreparingState, TargetStep } from './machine.ts'
import { withoutFound, withPort } from './draft.ts'

/** Transitions of the step "Computer". Pure. */
export const onTarget = (state: TargetStep, event: PreparationEvent): PreparingState => {
  switch (event.type) {
    case 'target-edited':
    case 'test-started':
      // Whether a key fits depends on the computer's Windows version and on the Lab: it is checked again.
      return { ...withoutHost(sharedStep(state, event)), key: { phase: 'unchecked' }, pairing: { phase: 'unknown' } }
    case 'test-answered':
      return awaits(state.test, event.run) ? answered(sharedStep(state, event), event.result.snapshot) : state
    case 'test-failed':
    case 'test-cancelled':
      return sharedStep(state, event)
    case 'complained':
      return { ...state, complaint: event.complaint }
    case 'target-accepted':
      return isUsable(state.test) ? { ...state, step: 'host-key', complaint: null } : state
    default:
      return state
  }
}

const sharedStep = (state: TargetStep, event: TargetEvent): TargetStep => {
  const { complaint } = state
  const { target, test } = targetTransition({ target: state.draft.target, test: state.test, complaint }, event)
  return { ...state, draft: { ...state.draft, target }, test, complaint: null }
}

/** A computer that listens on a port of its own already is offered this port, unless another one was typed. */
const answered = (state: TargetStep, snapshot: LicenseSnapshot | null): TargetStep => ({
  ...state,
  draft: { ...state.draft, options: withPort(state.draft.options, snapshot?.kmsListeningPort ?? null) },
})

/** What was read of one host does not stand for the next. */
const withoutHost = (state: TargetStep): TargetStep => ({
  ...state,
  found: null,
  draft: { ...state.draft, options: withoutFound(state.draft.options, state.found) },
  options: { ...state.options, current: false },
})

const checks = (state: Preparation, run: number): boolean => state.key.phase === 'checking' && state.key.run === run

/** Transitions of the step "Host key". Pure. */
export const onHostKey = (state: HostKeyStep, event: PreparationEvent): PreparingState => {
  switch (event.type) {
    case 'key-edited':
      if (event.key === state.draft.key) return state
      return {
        ...state,
        draft: { ...state.draft, key: event.key, overruled: [] },
        key: { phase: 'unchecked' },
        complaint: null,
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
    case 'generation-chosen':
      return { ...state, draft: { ...state.draft, generation: event.generation }, complaint: null }
    case 'pairing-known':
      return event.generation === state.draft.generation
        ? { ...state, pairing: { phase: 'known', generation: event.generation, answer: event.answer } }
        : state
    case 'pairing-failed':
      return { ...state, pairing: { phase: 'failed', error: event.error } }
    case 'complained':
      return { ...state, complaint: event.complaint }
    case 'key-accepted':
      return { ...state, step: 'options', complaint: null, proposing: false, error: null }
    case 'back':
      return { ...state, step: 'target', complaint: null }
    default:
      return state
  }
}
