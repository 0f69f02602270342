import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { uint } from '../wmi/cim-values.ts'
import { wqlDateTime, wqlString } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'
import { toEvent } from './licensing-events.ts'

/** Which events of a log are wanted: those from `since` on and, where it is given, before `before`. */
export interface EventSpan {
  readonly log: string
  readonly codes: readonly number[]
  readonly since: Date
  readonly before?: Date
}

/** Events of one log in a span of time, newest first; those of one second by their number. Throws WmiError. */
export const readEvents = async (context: ActionContext, span: EventSpan): Promise<readonly LicensingEvent[]> => {
  const session = await context.session('root\\cimv2')
  const code = span.codes.map((id) => `EventCode = ${id}`).join(' OR ')
  const end = span.before === undefined ? '' : ` AND TimeGenerated < ${wqlDateTime(span.before)}`
  const wql = `SELECT EventCode, TimeGenerated, InsertionStrings, Logfile, RecordNumber FROM Win32_NTLogEvent WHERE Logfile = ${wqlString(span.log)} AND (${code}) AND TimeGenerated >= ${wqlDateTime(span.since)}${end}`
  const rows = await session.query(wql, context.signal)
  return rows
    .map((row) => ({ event: toEvent(row, span.log, span.since), record: uint(row, 'RecordNumber') }))
    .toSorted((left, right) => right.event.time.localeCompare(left.event.time) || right.record - left.record)
    .map(({ event }) => event)
}
