import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import type { KmsClientReport } from '../contract/models/kms-client-report.ts'
import { kmsEvents } from '../licensing/event-descriptions.ts'
import type { ActionContext } from './action.ts'
import { readEvents } from './event-spans.ts'
import { eventsOrError } from './events-or-error.ts'
import { readTargetTime } from './licensing-events.ts'
import { readSnapshot } from './licensing-reader.ts'

const dayInMilliseconds = 86_400_000
/** As many requests and answers as people look through. */
const shown = 12

const clientEvents = async (context: ActionContext): Promise<readonly LicensingEvent[]> => {
  const since = new Date((await readTargetTime(context)).getTime() - dayInMilliseconds)
  const codes = [kmsEvents.clientRequest, kmsEvents.clientAnswer]
  return (await readEvents(context, { log: 'Application', codes, since })).slice(0, shown)
}

/**
 * Looks at a KMS client: its licence, its settings and what its events of the last day, by its own clock, tell. Reads only.
 * Throws WmiError where the computer cannot be read; events that cannot be read are told in their part.
 */
export const readKmsClientReport = async (context: ActionContext): Promise<KmsClientReport> => {
  const snapshot = await readSnapshot(context)
  const { events, error } = await eventsOrError(context, () => clientEvents(context))
  return { snapshot, events: [...events], eventsError: error }
}
