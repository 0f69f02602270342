import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { LabLicence } from '../../../src-main/contract/models/lab.ts'
import { hresultText } from '../../format/hresult.ts'
import { timeText } from '../../format/time.ts'
import { askResult, computers as words } from '../../strings/lab/computers.ts'

/** The symbol for a licence state: licensed, in grace, or neither (SoftwareLicensingProduct.LicenseStatus, slmgr.md 7.5). */
export const licenceLevel = ({ status }: LabLicence): Finding['level'] => {
  switch (status) {
    case 1:
      return 'ok'
    case 2:
    case 3:
    case 6:
      return 'warning'
    default:
      return 'problem'
  }
}

/** When grace or activation ends, as a date of the Lab's calendar. @param now ISO 8601, the Lab's clock */
export const licenceEnd = ({ status, minutesLeft }: LabLicence, now: string): string | null => {
  if (minutesLeft === null) return status === 1 ? words.unlimited : null
  if (minutesLeft === 0) return words.ended
  const date = timeText(new Date(Date.parse(now) + minutesLeft * 60_000).toISOString()).slice(0, 10)
  return status === 1 ? words.activatedUntil(date) : words.graceUntil(date)
}

/** Which KMS host a computer uses. */
export const kmsHostText = ({ kind, kmsHost, status }: LabLicence): string => {
  switch (kind) {
    case 'kms-client':
      return kmsHost ?? (status === 1 ? words.notNeeded : words.noHostYet)
    case 'kms-host':
      return words.isHost
    case 'mak':
    case 'retail':
    case 'oem':
    case 'avma':
    case 'time-based':
      return words.notNeeded
  }
}

/** When a KMS client asked last and what came of it; null for others. */
export const askedText = ({ kind, asked, status }: LabLicence): string | null => {
  if (kind !== 'kms-client') return null
  if (asked === null) return status === 1 ? null : words.neverAsked
  return words.asked(timeText(asked.at).slice(0, 16), askResult(asked.hresult, hresultText(asked.hresult)))
}
