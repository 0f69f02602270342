import { eventTime, hexCode } from '../licensing/event-text.ts'
import { kmsFigures, windowsDay } from '../licensing/kms-figures.ts'
import { skusOf, type Sku } from '../licensing/sku-catalogue.ts'
import { applicationLog, kmsLog, licensingSource } from '../machine/event-log.ts'
import type { LogEvent, OsFacts, ProductState } from '../world/state.ts'
import { daysBefore, kmsHost } from './fabrikam-2025-names.ts'

/** A request of a KMS client before the Lab's clock began. */
export interface PastRequest {
  /** Full name of the client. */
  readonly client: string
  readonly cmid: string
  readonly os: OsFacts
  readonly daysAgo: number
  /** Result; 0 for activated. */
  readonly code: number
  /** Count that the host answered. */
  readonly count: number
  /** Host that was asked, "name:port". */
  readonly host: string
}

type PastEvent = Omit<LogEvent, 'record'>

const clientSku = (os: OsFacts): Sku | undefined => skusOf(os).find(({ kind }) => kind === 'kms-client')

const event = (log: string, id: number, source: string, time: number, fields: readonly unknown[]): PastEvent => ({
  log,
  id,
  type: 3,
  source,
  time,
  data: [fields.join(',')],
})

/** Events 12288 and 12289 that a request left at the client (events.json). */
export const clientEvents = (request: PastRequest, start: number): readonly PastEvent[] => {
  const { os, cmid, daysAgo, code, count, host } = request
  const sku = clientSku(os)
  const time = daysBefore(start, daysAgo)
  const asked = ['0x0', '0x00000000', host, cmid, eventTime(time), 0, 1, 259_200, sku?.activationId, sku?.minimum]
  const intervals = [kmsFigures.activationInterval, kmsFigures.renewalInterval]
  const answered = [hexCode(code), '0x00000000', code === 0 ? 1 : 0, 0, count, ...intervals, eventTime(time)]
  return [
    event(applicationLog, 12_288, licensingSource, time, asked),
    event(applicationLog, 12_289, licensingSource, time, answered),
  ]
}

/** Event 12290 that a request left at the host (events.json). */
export const hostEvent = ({ client, os, cmid, daysAgo, code }: PastRequest, start: number): PastEvent => {
  const sku = clientSku(os)
  const time = daysBefore(start, daysAgo)
  const fields = [hexCode(code), sku?.minimum, client, cmid, eventTime(time), 0, 1, 259_200, sku?.activationId]
  return event(kmsLog, 12_290, 'KmsRequests', time, fields)
}

/** State of a product that a KMS host activated some days ago. documented: 180 days, renewed weekly (kms.md 1). */
export const activatedByKms =
  (daysAgo: number, hostPid: string = kmsHost.productKeyId) =>
  (start: number): Partial<ProductState> => ({
    status: 'licensed',
    endsAt: daysBefore(start, daysAgo) + kmsFigures.validity,
    nextAttemptAt: Math.max(start + 60 * 60_000, daysBefore(start, daysAgo) + 7 * windowsDay),
    hostPid,
    lastActivationType: 2,
  })
