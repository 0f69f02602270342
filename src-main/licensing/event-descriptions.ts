import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { codeSentence } from './error-explanations.ts'
import { eventFields, eventMeaning, plainEventId } from './event-fields.ts'
import { parseCode } from './result-code.ts'

type Fields = Readonly<Partial<Record<string, string>>>

/** The event IDs that tell about a KMS host and its clients (events.json). */
export const kmsEvents = {
  clientRequest: 12288,
  clientAnswer: 12289,
  hostRequest: 12290,
  hostFailed: 12291,
  hostTimerFailed: 12292,
  srvFailed: 12293,
  srvPublished: 12294,
} as const

/** Under which names the licensing service logs in the Application log since Windows 7 (events.json, reader notes). */
export const licensingSources = ['Microsoft-Windows-Security-SPP', 'Software Protection Platform Service'] as const

const failure = (fields: Fields): string | null => {
  const code = parseCode(fields.resultCode ?? '')
  return code === null || code === 0 ? null : codeSentence(code).replace(/\.$/, '')
}

const because = (fields: Fields): string => {
  const reason = failure(fields)
  return reason === null ? '.' : ` (${reason}).`
}

const clientRequest = (fields: Fields): string => {
  const host = fields.hostPort ?? 'a KMS host'
  return failure(fields) === null
    ? `This computer asked ${host} for activation.`
    : `This computer could not ask ${host} for activation${because(fields)}`
}

const clientAnswer = (fields: Fields): string => {
  const count = fields.currentCount === undefined ? '' : ` The host's count was ${fields.currentCount}.`
  return fields.activated === '1'
    ? `The KMS host activated this computer.${count}`
    : `The KMS host answered, but this computer was not activated${because(fields)}${count}`
}

const hostRequest = (fields: Fields): string => {
  const client = fields.clientName ?? 'A computer'
  const needs = fields.minCountRequired === undefined ? '' : ` It needs a count of ${fields.minCountRequired}.`
  return failure(fields) === null
    ? `${client} asked for activation and the request was accepted.${needs}`
    : `${client} asked for activation and was refused${because(fields)}${needs}`
}

const sentence = (id: number, fields: Fields): string | null => {
  const domain = fields.dnsDomain ?? 'a DNS domain'
  switch (id) {
    case kmsEvents.clientRequest:
      return clientRequest(fields)
    case kmsEvents.clientAnswer:
      return clientAnswer(fields)
    case kmsEvents.hostRequest:
      return hostRequest(fields)
    case kmsEvents.hostFailed:
      return `The Key Management Service could not start${because(fields)}`
    case kmsEvents.hostTimerFailed:
      return `The Key Management Service could not start its renewal timer${because(fields)}`
    case kmsEvents.srvFailed:
      return `The SRV record could not be published in ${domain}${because(fields)}`
    case kmsEvents.srvPublished:
      return `The SRV record was published in ${domain}.`
    default:
      return eventMeaning(id)
  }
}

/**
 * What an event of the licensing service says, in plain words. `id` may carry qualifiers; `data` are its insertion strings
 * by position. An event that is not known is said to be so.
 */
export const describeEvent = (id: number, data: readonly string[]): string => {
  const plain = plainEventId(id)
  return (
    sentence(plain, eventFields(plain, data)) ??
    `Event ${plain} of the licensing service, which this app does not know.`
  )
}

/** An event as it was read, its ID perhaps with qualifiers. */
export type RawLicensingEvent = Omit<LicensingEvent, 'meaning' | 'time'> & { readonly time: Date }

/** An event as the contract has it: ID without qualifiers, time in ISO 8601 UTC, with its meaning. */
export const toLicensingEvent = (event: RawLicensingEvent): LicensingEvent => ({
  id: plainEventId(event.id),
  log: event.log,
  time: event.time.toISOString(),
  data: [...event.data],
  meaning: describeEvent(event.id, event.data),
})
