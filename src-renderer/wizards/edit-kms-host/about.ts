import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { SettingName } from './edit-fields.ts'

/** What the dialog is about. */
export interface About {
  readonly setting: SettingName
  /** The host's name for people. */
  readonly host: string
  readonly target: TargetRef
}
