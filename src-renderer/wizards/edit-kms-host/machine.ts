import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { HostSettingsCheck, PublishListCheck } from '../../../src-main/contract/models/host-input-checks.ts'
import type { HostChange, HostSettings } from '../../../src-main/contract/models/kms-host-settings.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { PlanStage, PlanStageEvent } from '../host-plan/plan-stage.ts'
import type { EditFields } from './edit-fields.ts'

/** What main says of the fields. */
export interface EditAnswer {
  readonly settings: HostSettingsCheck | null
  readonly list: PublishListCheck | null
}

/** A field that Next found wrong. */
export interface EditComplaint {
  readonly field: string
  readonly message: string
}

export interface ReadingStep {
  readonly step: 'reading'
  readonly error: AppError | null
}
interface Editing {
  readonly settings: HostSettings
  /** The fields as they were before anything was typed. */
  readonly initial: EditFields
  readonly fields: EditFields
  /** What main said of the fields last; stays shown until the next answer. */
  readonly answer: EditAnswer | null
  readonly error: AppError | null
}
export type ValueStep = Editing & {
  readonly step: 'value'
  readonly complaint: EditComplaint | null
  readonly proposing: boolean
}
export type ReviewStep = Editing & {
  readonly step: 'review'
  readonly change: HostChange
  readonly plan: PlanView
  readonly committing: boolean
}

/** The dialog that changes one setting of a KMS host. */
export type EditState = ReadingStep | ValueStep | ReviewStep | PlanStage

export type EditEvent =
  | { readonly type: 'settings-read'; readonly settings: HostSettings; readonly fields: EditFields }
  | { readonly type: 'read-failed'; readonly error: AppError }
  | { readonly type: 'edited'; readonly patch: Partial<EditFields> }
  /** `fields` are those that were looked at: an answer about older ones is dropped. */
  | { readonly type: 'checked'; readonly fields: EditFields; readonly answer: EditAnswer }
  | { readonly type: 'failed'; readonly error: AppError }
  | { readonly type: 'complained'; readonly complaint: EditComplaint }
  | { readonly type: 'proposing' }
  | { readonly type: 'proposed'; readonly change: HostChange; readonly plan: PlanView }
  | { readonly type: 'back' }
  | { readonly type: 'committing' }
  | PlanStageEvent
