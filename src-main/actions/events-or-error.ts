import type { AppError } from '../contract/app-error.ts'
import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { targetLabel } from '../contract/models/target.ts'
import { withExplanation } from '../licensing/error-explanations.ts'
import { WmiError, wmiErrorToValue } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { isLostConnection } from './lost-connection.ts'

/** Events, or why they could not be read. */
export interface EventsOrError {
  readonly events: readonly LicensingEvent[]
  readonly error: AppError | null
}

/**
 * Reads events for a report: a log that cannot be read does not spoil the rest. Throws WmiError where the connection was
 * lost.
 */
export const eventsOrError = async (
  context: ActionContext,
  read: () => Promise<readonly LicensingEvent[]>,
): Promise<EventsOrError> => {
  try {
    return { events: await read(), error: null }
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
    return { events: [], error: withExplanation(wmiErrorToValue(thrown, targetLabel(context.target))) }
  }
}
