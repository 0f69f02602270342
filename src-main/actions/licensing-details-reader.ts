import type { DetailsScope, LicensingDetails } from '../contract/models/licensing-details.ts'
import { detailsQueries } from '../licensing/details-columns.ts'
import { toLicensingDetails } from '../licensing/licensing-details.ts'
import { keyedOnly } from '../licensing/snapshot-queries.ts'
import { flag, text, type CimObject } from '../wmi/cim-values.ts'
import { wqlString } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'
import { readLicensingClasses } from './licensing-classes.ts'
import { readTargetClock } from './target-clock.ts'

/** Only what is asked for is read: the list of all products takes long on a Windows that knows a hundred of them. */
const whereOf = (scope: DetailsScope): string => {
  if (scope === 'all') return ''
  return scope === 'default' ? keyedOnly : `WHERE ID = ${wqlString(scope.toLowerCase().replace(/[{}]/g, ''))}`
}

const fullNameOf = (row: CimObject): string => {
  const name = text(row, 'DNSHostName') || text(row, 'Name')
  const domain = flag(row, 'PartOfDomain') ? text(row, 'Domain').toLowerCase() : ''
  return domain === '' ? name : `${name}.${domain}`
}

/**
 * Reads what `slmgr /dli`, `/dlv` and `/xpr` show of the target. `default` reads every product with a key, `all` those
 * without one too, an activation ID that product alone. Reads only; the key in the firmware is never asked for. Throws
 * WmiError; AppFailure `wmi-invalid-class` where the Windows has no licensing classes.
 */
export const readLicensingDetails = async (context: ActionContext, scope: DetailsScope): Promise<LicensingDetails> => {
  const session = await context.session('root\\cimv2')
  const first = async (wql: string): Promise<CimObject> => (await session.query(wql, context.signal))[0] ?? {}
  const operatingSystem = await first('SELECT Caption, Version, BuildNumber FROM Win32_OperatingSystem')
  const computer = await first('SELECT Name, DNSHostName, Domain, PartOfDomain FROM Win32_ComputerSystem')
  const classes = await readLicensingClasses(context)
  const queries = detailsQueries(classes, whereOf(scope))
  const service = await first(queries.service)
  const products = await session.query(queries.products, context.signal)
  return toLicensingDetails({
    classes,
    service,
    products,
    operatingSystem,
    fullName: fullNameOf(computer),
    clock: await readTargetClock(context),
    readAt: context.now(),
    mayBeIncomplete: context.target.place === 'this-computer' && context.elevated === false,
  })
}
