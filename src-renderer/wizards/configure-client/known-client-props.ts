import type { LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ClientFields } from './client-fields.ts'

/** What the parts of the page "Settings" are given. */
export interface KnownClientProps extends Omit<OptionsProps<ClientFields>, 'computer'> {
  /** What was read of the computer; null for many computers. */
  readonly snapshot: LicenseSnapshot | null
}
