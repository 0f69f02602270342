import type { LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ClientFields } from './client-fields.ts'

/** What the parts of the page "Settings" are given: the computer was read. */
export interface KnownClientProps extends Omit<OptionsProps<ClientFields>, 'computer'> {
  readonly snapshot: LicenseSnapshot
}
