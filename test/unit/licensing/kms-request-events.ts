import type { LicensingEvent } from '../../../src-main/contract/models/kms-host-report.ts'
import { readKmsRequests, type KmsRequestRecord } from '../../../src-main/licensing/kms-requests.ts'

/** The fields of an event 12290 by name, and when it was logged. */
export interface RequestFields {
  readonly at?: string
  readonly code?: string
  readonly minimum?: string
  readonly name?: string
  readonly cmid?: string
  readonly time?: string
  readonly vm?: string
  readonly status?: string
  readonly minutes?: string
  readonly sku?: string
}

/** A client machine ID that ends in a number. */
export const cmidOf = (number: number): string => `36f27b39-2fd5-440b-be67-${String(number).padStart(12, '0')}`

/** An event 12290 as a KMS host logs it: one string with commas (events.json). */
export const requestEvent = (fields: RequestFields = {}): LicensingEvent => ({
  id: 12_290,
  log: 'Key Management Service',
  time: fields.at ?? '2026-03-01T12:00:00.000Z',
  data: [
    [
      fields.code ?? '0x0',
      fields.minimum ?? '25',
      fields.name ?? 'pc12.contoso.com',
      fields.cmid ?? cmidOf(1),
      fields.time ?? '2026/3/1 12:00',
      fields.vm ?? '0',
      fields.status ?? '2',
      fields.minutes ?? '41520',
      fields.sku ?? 'ae2ee509-1b34-41c0-acb7-6d4650168915',
    ].join(','),
  ],
  meaning: '',
})

/** Requests as they are read from such events. */
export const requestsFrom = (...list: readonly RequestFields[]): readonly KmsRequestRecord[] =>
  readKmsRequests(list.map(requestEvent)).requests
