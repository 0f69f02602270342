import type { ActionContext } from '../actions/action.ts'
import type { KmsRequestCounters } from '../contract/models/kms-host-overview.ts'
import { countOrNull } from '../licensing/record-fields.ts'
import { wqlString } from '../wmi/wql.ts'

/** The eight counters of the host product by their properties (slmgr.md 7.3; the states as slmgr prints them). */
const properties = {
  total: 'KeyManagementServiceTotalRequests',
  failed: 'KeyManagementServiceFailedRequests',
  unlicensed: 'KeyManagementServiceUnlicensedRequests',
  licensed: 'KeyManagementServiceLicensedRequests',
  initialGrace: 'KeyManagementServiceOOBGraceRequests',
  expiredOrOutOfTolerance: 'KeyManagementServiceOOTGraceRequests',
  nonGenuineGrace: 'KeyManagementServiceNonGenuineGraceRequests',
  notification: 'KeyManagementServiceNotificationRequests',
} as const satisfies Record<keyof KmsRequestCounters, string>

/**
 * How many requests a host had since its key was installed, by the state of the client that asked. Null where Windows
 * tells none: slmgr leaves the block out where the total is null. Throws WmiError.
 */
export const readRequestCounters = async (
  context: ActionContext,
  activationId: string,
): Promise<KmsRequestCounters | null> => {
  const session = await context.session('root\\cimv2')
  const wql = `SELECT ID, ${Object.values(properties).join(', ')} FROM SoftwareLicensingProduct WHERE ID = ${wqlString(activationId)}`
  const [row = {}] = await session.query(wql, context.signal)
  if (countOrNull(row, properties.total) === null) return null
  const count = (name: keyof typeof properties): number => countOrNull(row, properties[name]) ?? 0
  return {
    total: count('total'),
    failed: count('failed'),
    unlicensed: count('unlicensed'),
    licensed: count('licensed'),
    initialGrace: count('initialGrace'),
    expiredOrOutOfTolerance: count('expiredOrOutOfTolerance'),
    nonGenuineGrace: count('nonGenuineGrace'),
    notification: count('notification'),
  }
}
