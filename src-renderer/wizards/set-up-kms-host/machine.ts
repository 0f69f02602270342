import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { ProductKeyCheck } from '../../../src-main/contract/models/product-key-check.ts'
import type { KmsHostReport, SrvLookup } from '../../../src-main/contract/models/kms-host-report.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { TargetTest } from '../../../src-main/contract/table.ts'
import type { Complaint } from './complaints.ts'
import type { Draft } from './draft.ts'

/** The connection test. `run` tells an answer that came too late from the one that is awaited. */
export type TestState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly run: number; readonly startedAt: number }
  | { readonly phase: 'cancelled' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'done'; readonly target: TargetRef; readonly result: TargetTest }

/** The check of the typed key. */
export type KeyState =
  | { readonly phase: 'unchecked' }
  | { readonly phase: 'checking'; readonly run: number }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'checked'; readonly ref: string; readonly check: ProductKeyCheck }

/** What DNS shows, for the warning. */
export type HostsInDns =
  | { readonly phase: 'asking' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'answered'; readonly lookups: readonly SrvLookup[] }

export type WarningState =
  { readonly phase: 'closed' } | { readonly phase: 'open'; readonly hosts: HostsInDns; readonly committing: boolean }

export type VerifyState =
  { readonly phase: 'idle' } | { readonly phase: 'running' } | { readonly phase: 'failed'; readonly error: AppError }

/** What every step before the commit carries along, so that Back keeps each input. */
export interface Preparation {
  readonly draft: Draft
  readonly test: TestState
  readonly key: KeyState
  readonly complaint: Complaint | null
}

/** A person's request to main about a plan that is under way. */
export type PlanRequest = 'stopping' | 'resuming' | 'discarding'

export type TargetStep = Preparation & { readonly step: 'target' }
export type HostKeyStep = Preparation & {
  readonly step: 'host-key'
  readonly proposing: boolean
  readonly error: AppError | null
}
export type ReviewStep = Preparation & {
  readonly step: 'review'
  readonly plan: PlanView
  readonly warning: WarningState
  readonly error: AppError | null
}
export interface OpeningStep {
  readonly step: 'opening'
  readonly error: AppError | null
}
export interface RunningStep {
  readonly step: 'running'
  readonly plan: PlanView
  readonly request: PlanRequest | null
  readonly error: AppError | null
}
export interface ResultStep {
  readonly step: 'result'
  readonly plan: PlanView
  readonly report: KmsHostReport | null
  readonly verify: VerifyState
  readonly error: AppError | null
}

/** The wizard: one member for each step, with the data that this step needs and nothing else. */
export type WizardState = TargetStep | HostKeyStep | ReviewStep | OpeningStep | RunningStep | ResultStep

export type WizardEvent =
  | { readonly type: 'target-edited'; readonly patch: Partial<Draft['target']> }
  | { readonly type: 'test-started'; readonly run: number; readonly startedAt: number }
  | { readonly type: 'test-answered'; readonly run: number; readonly target: TargetRef; readonly result: TargetTest }
  | { readonly type: 'test-failed'; readonly run: number; readonly error: AppError }
  | { readonly type: 'test-cancelled' }
  | { readonly type: 'complained'; readonly complaint: Complaint }
  | { readonly type: 'target-accepted' }
  | { readonly type: 'key-edited'; readonly key: string }
  | { readonly type: 'key-check-started'; readonly run: number }
  | { readonly type: 'key-checked'; readonly run: number; readonly ref: string; readonly check: ProductKeyCheck }
  | { readonly type: 'key-check-failed'; readonly run: number; readonly error: AppError }
  | { readonly type: 'overruled'; readonly check: string; readonly on: boolean }
  | { readonly type: 'firewall-chosen'; readonly on: boolean }
  | { readonly type: 'proposing' }
  | { readonly type: 'proposed'; readonly plan: PlanView }
  | { readonly type: 'propose-failed'; readonly error: AppError }
  | { readonly type: 'back' }
  | { readonly type: 'warning-opened' }
  | { readonly type: 'warning-closed' }
  | { readonly type: 'hosts-found'; readonly lookups: readonly SrvLookup[] }
  | { readonly type: 'hosts-unknown'; readonly error: AppError }
  | { readonly type: 'committing' }
  | { readonly type: 'commit-failed'; readonly error: AppError }
  | { readonly type: 'plan-opened'; readonly plan: PlanView; readonly report: KmsHostReport | null }
  | { readonly type: 'open-failed'; readonly error: AppError }
  | { readonly type: 'plan-changed'; readonly plan: PlanView }
  | { readonly type: 'requested'; readonly request: PlanRequest }
  | { readonly type: 'request-answered' }
  | { readonly type: 'request-failed'; readonly error: AppError }
  | { readonly type: 'report-read'; readonly report: KmsHostReport }
  | { readonly type: 'verifying' }
  | { readonly type: 'verify-failed'; readonly error: AppError }

/** Whether the test allows going on: the computer answered and nothing that was checked is a problem. */
export const isUsable = (test: TestState): boolean =>
  test.phase === 'done' && test.result.reachable && test.result.findings.every((finding) => finding.level !== 'problem')
