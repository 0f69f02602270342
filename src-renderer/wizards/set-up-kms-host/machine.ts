import type { AppError } from '../../../src-main/contract/app-error.ts'
import type {
  HostKeyCompatibility,
  HostSettingsCheck,
  PublishListCheck,
} from '../../../src-main/contract/models/host-input-checks.ts'
import type { HostSettings } from '../../../src-main/contract/models/kms-host-settings.ts'
import type { SrvLookup } from '../../../src-main/contract/models/kms-host-report.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { ProductKeyCheck } from '../../../src-main/contract/models/product-key-check.ts'
import type { PlanStage, PlanStageEvent } from '../host-plan/plan-stage.ts'
import type { TargetEvent, TestState } from '../target-step/target-machine.ts'
import type { Complaint } from './complaints.ts'
import type { Draft, OptionFields } from './draft.ts'

/** The check of the typed key. */
export type KeyState =
  | { readonly phase: 'unchecked' }
  | { readonly phase: 'checking'; readonly run: number }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'checked'; readonly ref: string; readonly check: ProductKeyCheck }

/** Which host keys fit the tested computer, and what is to be thought of the generation that was chosen. */
export type PairingState =
  | { readonly phase: 'unknown' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'known'; readonly generation: string | null; readonly answer: HostKeyCompatibility }

/** What main says of the typed options. */
export interface OptionsAnswer {
  readonly settings: HostSettingsCheck
  /** Null where no domains are listed. */
  readonly list: PublishListCheck | null
}

/** The check of the typed options. The last answer stays shown until the next one has come. */
export interface OptionsCheck {
  /** True where `answer` is about what is typed now. */
  readonly current: boolean
  readonly answer: OptionsAnswer | null
  readonly error: AppError | null
}

/** What DNS shows, for the warning. */
export type HostsInDns =
  | { readonly phase: 'asking' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'answered'; readonly lookups: readonly SrvLookup[] }

export type WarningState =
  { readonly phase: 'closed' } | { readonly phase: 'open'; readonly hosts: HostsInDns; readonly committing: boolean }

/** What every step before the commit carries along, so that Back keeps each input. */
export interface Preparation {
  readonly draft: Draft
  readonly test: TestState
  readonly key: KeyState
  readonly pairing: PairingState
  readonly options: OptionsCheck
  /** What a computer that is a KMS host already is set to; null for a new one, and until it was read. */
  readonly found: HostSettings | null
  readonly complaint: Complaint | null
}

export type TargetStep = Preparation & { readonly step: 'target' }
export type HostKeyStep = Preparation & { readonly step: 'host-key' }
export type OptionsStep = Preparation & {
  readonly step: 'options'
  readonly proposing: boolean
  readonly error: AppError | null
}
export type ReviewStep = Preparation & {
  readonly step: 'review'
  readonly plan: PlanView
  readonly warning: WarningState
  readonly error: AppError | null
}

/** The steps before the commit. */
export type PreparingState = TargetStep | HostKeyStep | OptionsStep | ReviewStep

/** The wizard: one member for each step, with the data that this step needs and nothing else. */
export type WizardState = PreparingState | PlanStage

export type PreparationEvent =
  | Exclude<TargetEvent, { readonly type: 'complained' }>
  | { readonly type: 'complained'; readonly complaint: Complaint }
  | { readonly type: 'key-edited'; readonly key: string }
  | { readonly type: 'key-check-started'; readonly run: number }
  | { readonly type: 'key-checked'; readonly run: number; readonly ref: string; readonly check: ProductKeyCheck }
  | { readonly type: 'key-check-failed'; readonly run: number; readonly error: AppError }
  | { readonly type: 'overruled'; readonly check: string; readonly on: boolean }
  | { readonly type: 'generation-chosen'; readonly generation: string | null }
  | { readonly type: 'pairing-known'; readonly generation: string | null; readonly answer: HostKeyCompatibility }
  | { readonly type: 'pairing-failed'; readonly error: AppError }
  | { readonly type: 'key-accepted' }
  | { readonly type: 'host-settings-read'; readonly found: HostSettings }
  | { readonly type: 'options-edited'; readonly patch: Partial<OptionFields> }
  /** `options` are those that were looked at: an answer about older ones is dropped. */
  | {
      readonly type: 'options-checked'
      readonly options: OptionFields
      readonly answer: OptionsAnswer
      /** False for an answer about a pasted text, whose rows are still to be checked. */
      readonly current: boolean
    }
  | { readonly type: 'options-check-failed'; readonly options: OptionFields; readonly error: AppError }
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

export type WizardEvent = PreparationEvent | PlanStageEvent
