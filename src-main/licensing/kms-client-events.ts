import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { kmsEvents } from './event-descriptions.ts'
import { eventFields, plainEventId } from './event-fields.ts'
import { parseCode } from './result-code.ts'

/** One request that a KMS client sent, or could not send: event 12288 (events.json). Fields that the event lacks are null. */
export interface KmsClientRequest {
  /** 0: sent and answered. Unsigned HRESULT otherwise. */
  readonly resultCode: number
  /** Name and port of the KMS host that was tried; null where none was found. */
  readonly host: string | null
  /** Time that the request carried, "2010/9/29 17:52", UTC. */
  readonly clientTime: string | null
  readonly activationId: string | null
  /** Count that the product needs: 25 or 5. */
  readonly minimumCount: number | null
}

/** What a KMS client made of the answer of its host: event 12289 (events.json). */
export interface KmsClientAnswer {
  readonly resultCode: number
  readonly activated: boolean
  /** The host's count at that moment. */
  readonly count: number | null
}

/** What the events of one activation say, newest first. */
export interface KmsClientEvents {
  readonly requests: readonly KmsClientRequest[]
  readonly answers: readonly KmsClientAnswer[]
}

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null

const isOf = (id: number) => (event: LicensingEvent) => plainEventId(event.id) === id

/** Takes the requests and answers out of a client's events, in their order; other events are passed over. */
export const readKmsClientEvents = (events: readonly LicensingEvent[]): KmsClientEvents => ({
  requests: events.filter(isOf(kmsEvents.clientRequest)).map(({ data }) => {
    const fields = eventFields(kmsEvents.clientRequest, data)
    return {
      resultCode: parseCode(fields.resultCode ?? '') ?? 0,
      host: fields.hostPort ?? null,
      clientTime: fields.clientTimeUtc ?? null,
      activationId: fields.activationId?.toLowerCase() ?? null,
      minimumCount: wholeNumber(fields.minCountRequired),
    }
  }),
  answers: events.filter(isOf(kmsEvents.clientAnswer)).map(({ data }) => {
    const fields = eventFields(kmsEvents.clientAnswer, data)
    return {
      resultCode: parseCode(fields.resultCode ?? '') ?? 0,
      activated: fields.activated === '1',
      count: wholeNumber(fields.currentCount),
    }
  }),
})
