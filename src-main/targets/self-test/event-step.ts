import type { ActionContext } from '../../actions/action.ts'
import { eventQuery, readTargetTime, toEvent } from '../../actions/licensing-events.ts'
import type { LicensingEvent } from '../../contract/models/kms-host-report.ts'
import { kmsEvents } from '../../licensing/event-descriptions.ts'
import { eventFields } from '../../licensing/event-fields.ts'
import { parseCode } from '../../licensing/result-code.ts'
import { isLostConnection } from '../../actions/lost-connection.ts'
import { WmiError } from '../../wmi/wmi-error.ts'
import { finding, type StepWork } from './self-test-state.ts'

const days = 7
const mostEvents = 100
const day = 86_400_000

/** Events that say why an activation failed, and how KMS and its publishing went (events.json). */
const applicationCodes = [
  kmsEvents.clientRequest,
  kmsEvents.clientAnswer,
  kmsEvents.hostFailed,
  kmsEvents.srvFailed,
  kmsEvents.srvPublished,
  8196,
  8198,
  8200,
  8208,
]

const readLog = async (
  context: ActionContext,
  log: string,
  codes: readonly number[],
  now: Date,
): Promise<readonly LicensingEvent[]> => {
  const session = await context.session('root\\cimv2')
  const since = new Date(now.getTime() - days * day)
  const rows = await session.query(eventQuery({ log, codes, since }), context.signal)
  return rows.map((row) => toEvent(row, log, now))
}

/** The log of a KMS host; a computer that never was one may lack it. */
const readHostLog = async (context: ActionContext, now: Date): Promise<readonly LicensingEvent[]> => {
  try {
    return await readLog(context, 'Key Management Service', [kmsEvents.hostRequest], now)
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
    return []
  }
}

const codeIn = (event: LicensingEvent): number | null => {
  const code = parseCode(eventFields(event.id, event.data)['resultCode'] ?? '')
  return code === 0 ? null : code
}

/** What the licensing service logged in the last days; the newest failure of this computer's own activation is told. */
export const eventStep: StepWork = async (context) => {
  const now = await readTargetTime(context)
  const own = await readLog(context, 'Application', applicationCodes, now)
  const asked = await readHostLog(context, now)
  const newestFirst = [...own, ...asked].toSorted((a, b) => b.time.localeCompare(a.time))
  const parts = {
    events: newestFirst.slice(0, mostEvents).map(({ log, id, time, data }) => ({ log, id, time, data: [...data] })),
  }
  const activations = own
    .filter(({ id }) => id === kmsEvents.clientRequest || id === kmsEvents.clientAnswer || id === 8198)
    .toSorted((a, b) => b.time.localeCompare(a.time))
  const [newest] = activations
  const code = newest === undefined ? null : codeIn(newest)
  if (newest !== undefined && code !== null)
    return {
      finding: finding('events', 'warning', `The newest activation failed: ${newest.meaning}`, {
        hresult: code,
        detail: `event ${newest.id}, ${newest.time}`,
        remedy: 'Look the code up: it is the real reason behind what slmgr or a KMS client shows.',
      }),
      parts,
    }
  const found = newestFirst.length === 0 ? 'nothing' : `${newestFirst.length} events, none a failed activation last`
  return {
    finding: finding('events', 'ok', `In the last ${days} days the licensing service logged ${found}.`),
    parts,
  }
}
