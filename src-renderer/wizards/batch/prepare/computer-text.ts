import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import { outcomeNames } from '../../../strings/computers/outcomes.ts'
import { batchPrepare as words } from '../../../strings/batch/prepare.ts'

/** The Windows of a computer, or that it was not read yet. */
export const systemText = ({ os }: ComputerRow): string => os?.caption ?? words.unknownSystem

/** The kind of licence of a computer as it was read last. */
export const licenceText = ({ licence, os }: ComputerRow): string => {
  if (licence !== null) return words.kinds[licence.kind]
  return os === null ? words.unknownLicence : words.noKey
}

/** The state of a computer's licence as it was read last; what the last scan came to where there is none. */
export const statusText = ({ licence, outcome }: ComputerRow): string =>
  licence === null ? outcomeNames[outcome] : words.statuses[licence.status]

/** Names in one sentence: the first ones, then how many more there are. */
export const someNames = (names: readonly string[], most = 8): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} ${words.andMore(names.length - most)}`
