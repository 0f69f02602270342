import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { uint } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'
import { eventQuery, toEvent, type EventSpan } from './licensing-events.ts'

/** Events of one log in a span of time, newest first; those of one second by their number. Throws WmiError. */
export const readEvents = async (context: ActionContext, span: EventSpan): Promise<readonly LicensingEvent[]> => {
  const session = await context.session('root\\cimv2')
  const rows = await session.query(eventQuery(span), context.signal)
  return rows
    .map((row) => ({ event: toEvent(row, span.log, span.since), record: uint(row, 'RecordNumber') }))
    .toSorted((left, right) => right.event.time.localeCompare(left.event.time) || right.record - left.record)
    .map(({ event }) => event)
}
