import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import type { LicenseStatus } from '../contract/models/license-snapshot.ts'
import { kmsEvents } from './event-descriptions.ts'
import { eventFields, plainEventId } from './event-fields.ts'
import { licenseStatus } from './license-status.ts'
import { parseCode } from './result-code.ts'

/** One activation request as a KMS host logged it in event 12290 (events.json). Fields that the event lacks are null. */
export interface KmsRequestRecord {
  /** When the host logged it, ISO 8601 UTC. */
  readonly at: string
  /** 0: taken. Unsigned HRESULT otherwise. */
  readonly resultCode: number
  /** Count that the client needs: 5 for servers and Office, 25 for Windows clients. */
  readonly minimumCount: number | null
  readonly clientName: string | null
  /** Client machine ID, lower case, without braces. */
  readonly cmid: string
  /** The client's own clock, ISO 8601 UTC. */
  readonly clientTime: string | null
  readonly virtualMachine: boolean | null
  readonly status: LicenseStatus
  /** Minutes left in that state. */
  readonly minutesToExpiration: number | null
  /** Activation ID of the product that asked, lower case. */
  readonly activationId: string | null
}

/** The requests of a log, oldest first, and how many events 12290 could not be read. */
export interface ReadKmsRequests {
  readonly requests: readonly KmsRequestRecord[]
  readonly unreadable: number
}

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null

const bareGuid = (text: string): string => text.toLowerCase().replace(/[{}]/g, '')
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** "2010/9/29 21:46", UTC, fields not always padded with zeros (events.json). */
const clientTimeOf = (text: string | undefined): string | null => {
  const parts = /^(\d{4})\/(\d{1,2})\/(\d{1,2}) (\d{1,2}):(\d{2})$/
    .exec(text ?? '')
    ?.slice(1)
    .map(Number)
  if (parts === undefined) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute))
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day ? time.toISOString() : null
}

const readRequest = (event: LicensingEvent): KmsRequestRecord | null => {
  const fields = eventFields(kmsEvents.hostRequest, event.data)
  const cmid = bareGuid(fields.cmid ?? '')
  const resultCode = parseCode(fields.resultCode ?? '')
  const at = Date.parse(event.time)
  if (!guid.test(cmid) || resultCode === null || Number.isNaN(at)) return null
  const status = wholeNumber(fields.licenseStatus)
  return {
    at: new Date(at).toISOString(),
    resultCode,
    minimumCount: wholeNumber(fields.minCountRequired),
    clientName: fields.clientName ?? null,
    cmid,
    clientTime: clientTimeOf(fields.clientTimeUtc),
    virtualMachine: fields.isVm === undefined ? null : fields.isVm !== '0',
    status: status === null ? 'unknown' : licenseStatus(status),
    minutesToExpiration: wholeNumber(fields.minutesToExpiration),
    activationId: fields.activationId === undefined ? null : bareGuid(fields.activationId),
  }
}

/**
 * Takes the activation requests out of a host's events; other events are passed over. An event without a client machine
 * ID, result code or time is counted as unreadable.
 */
export const readKmsRequests = (events: readonly LicensingEvent[]): ReadKmsRequests => {
  const read = events.filter(({ id }) => plainEventId(id) === kmsEvents.hostRequest).map(readRequest)
  const requests = read.filter((request) => request !== null).toSorted((left, right) => left.at.localeCompare(right.at))
  return { requests, unreadable: read.length - requests.length }
}
