import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { RemoteTest } from '../../../src-main/contract/models/remote-management.ts'
import type { TargetTest } from '../../../src-main/contract/table.ts'
import type { TargetComplaint } from './target-complaints.ts'
import type { TargetFields } from './target-fields.ts'

/** What a test answered. A wizard with a test of its own may know more than the usual one tells. */
export type TestAnswer = TargetTest & Partial<RemoteTest>

/** The connection test. `run` tells an answer that came too late from the one that is awaited. */
export type TestState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly run: number; readonly startedAt: number }
  | { readonly phase: 'cancelled' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'done'; readonly target: TargetRef; readonly result: TestAnswer }

/** What is wrong with a field, said when Next is pressed. */
export interface FieldComplaint {
  readonly field: string
  readonly message: string
}

/** The step "Computer" of any wizard. */
export interface TargetState {
  readonly target: TargetFields
  readonly test: TestState
  readonly complaint: FieldComplaint | null
}

export type TargetEvent =
  | { readonly type: 'target-edited'; readonly patch: Partial<TargetFields> }
  | { readonly type: 'test-started'; readonly run: number; readonly startedAt: number }
  | { readonly type: 'test-answered'; readonly run: number; readonly target: TargetRef; readonly result: TestAnswer }
  | { readonly type: 'test-failed'; readonly run: number; readonly error: AppError }
  | { readonly type: 'test-cancelled' }
  | { readonly type: 'complained'; readonly complaint: TargetComplaint }
  /** Next was pressed, and the test stands: the wizard goes on where it takes this computer. */
  | { readonly type: 'target-accepted' }

/** Whether the test allows going on: the computer answered and nothing that was checked is a problem. */
export const isUsable = (test: TestState): boolean =>
  test.phase === 'done' && test.result.reachable && test.result.findings.every((finding) => finding.level !== 'problem')

/** Whether an answer of a test belongs to the one that is awaited. */
export const awaits = (test: TestState, run: number): boolean => test.phase === 'running' && test.run === run

/** Transitions of the step "Computer" that every wizard shares; going on is the wizard's own. Pure. */
export const targetTransition = (state: TargetState, event: TargetEvent): TargetState => {
  switch (event.type) {
    case 'target-edited':
      return { target: { ...state.target, ...event.patch }, test: { phase: 'idle' }, complaint: null }
    case 'test-started':
      return { ...state, test: { phase: 'running', run: event.run, startedAt: event.startedAt }, complaint: null }
    case 'test-answered':
      return awaits(state.test, event.run)
        ? { ...state, test: { phase: 'done', target: event.target, result: event.result } }
        : state
    case 'test-failed':
      return awaits(state.test, event.run) ? { ...state, test: { phase: 'failed', error: event.error } } : state
    case 'test-cancelled':
      return state.test.phase === 'running' ? { ...state, test: { phase: 'cancelled' } } : state
    case 'complained':
      return { ...state, complaint: event.complaint }
    case 'target-accepted':
      return state
  }
}
