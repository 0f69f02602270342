import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { kmsEvents, licensingSources, toLicensingEvent } from '../licensing/event-descriptions.ts'
import { property, text, uint, type CimObject } from '../wmi/cim-values.ts'
import { wqlDateTime, wqlString } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'

/** Which events tell about a KMS host, and in which log each stands (events.json). */
const logs = [
  { log: 'Key Management Service', codes: [kmsEvents.hostRequest] },
  { log: 'Application', codes: [kmsEvents.srvFailed, kmsEvents.srvPublished] },
] as const

/** Which events of a log are wanted: those from `since` on and, where it is given, before `before`. */
export interface EventSpan {
  readonly log: string
  readonly codes: readonly number[]
  readonly since: Date
  readonly before?: Date
}

const anyOf = (property: string, literals: readonly (string | number)[]): string =>
  `(${literals.map((literal) => `${property} = ${literal}`).join(' OR ')})`

/**
 * The query for events, with what toEvent needs. The Application log is everybody's: the Volume Shadow Copy Service (VSS)
 * logs errors as 12293 there as well, so that events of the licensing service alone are asked for. The log of the Key
 * Management Service holds nothing else.
 */
export const eventQuery = ({ log, codes, since, before }: EventSpan): string =>
  [
    'SELECT EventCode, TimeGenerated, InsertionStrings, Logfile, RecordNumber FROM Win32_NTLogEvent',
    `WHERE Logfile = ${wqlString(log)}`,
    `AND ${anyOf('EventCode', codes)}`,
    ...(log === 'Application' ? [`AND ${anyOf('SourceName', licensingSources.map(wqlString))}`] : []),
    `AND TimeGenerated >= ${wqlDateTime(since)}`,
    ...(before === undefined ? [] : [`AND TimeGenerated < ${wqlDateTime(before)}`]),
  ].join(' ')

/** Bounds of a read of events, so that a busy host's log is not fetched whole. */
export interface EventBounds {
  readonly days: number
  /** At most so many events in all, the newest. */
  readonly limit: number
}

const dayInMilliseconds = 86_400_000

/** The target's own clock, which its events are stamped with; the app's where it cannot be read. Throws WmiError. */
export const readTargetTime = async (context: ActionContext): Promise<Date> => {
  const session = await context.session('root\\cimv2')
  const [row = {}] = await session.query('SELECT LocalDateTime FROM Win32_OperatingSystem', context.signal)
  const time = property(row, 'LocalDateTime')
  return time instanceof Date ? time : context.now()
}

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** A row of Win32_NTLogEvent as an event; `fallback` is its time where the row has none. */
export const toEvent = (row: CimObject, log: string, fallback: Date): LicensingEvent => {
  const time = property(row, 'TimeGenerated')
  return toLicensingEvent({
    id: uint(row, 'EventCode'),
    log: text(row, 'Logfile') || log,
    time: time instanceof Date ? time : fallback,
    data: [...strings(property(row, 'InsertionStrings'))],
  })
}

/**
 * Events of a KMS host and its clients, newest first, bounded by log, code, source, time and number. Data comes by position, never
 * from the localised message. Throws WmiError.
 */
export const readKmsEvents = async (
  context: ActionContext,
  bounds: EventBounds = { days: 7, limit: 50 },
): Promise<readonly LicensingEvent[]> => {
  const session = await context.session('root\\cimv2')
  const now = await readTargetTime(context)
  const since = new Date(now.getTime() - bounds.days * dayInMilliseconds)
  const found: { readonly event: LicensingEvent; readonly record: number }[] = []
  for (const { log, codes } of logs) {
    const rows = await session.query(eventQuery({ log, codes, since }), context.signal)
    found.push(...rows.map((row) => ({ event: toEvent(row, log, now), record: uint(row, 'RecordNumber') })))
  }
  return found
    .toSorted((left, right) => right.event.time.localeCompare(left.event.time) || right.record - left.record)
    .slice(0, bounds.limit)
    .map(({ event }) => event)
}
