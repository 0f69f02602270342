import type { ActionContext } from '../../actions/action.ts'
import { readLicensingClasses } from '../../actions/licensing-classes.ts'
import { readSnapshot } from '../../actions/licensing-reader.ts'
import { readTargetClock } from '../../actions/target-clock.ts'
import type { LicensingGeneration } from '../../contract/models/licensing-details.ts'
import type { ReportedRow, ReportedValue } from '../../contract/models/self-test-report.ts'
import { localClock } from '../../licensing/computer-time.ts'
import { generationOf, type LicensingClasses } from '../../licensing/details-columns.ts'
import { describeLicenseStatus } from '../../licensing/license-status.ts'
import { keyedOnly } from '../../licensing/snapshot-queries.ts'
import type { CimObject } from '../../wmi/cim-values.ts'
import { isSecretProperty } from './report-cleaning.ts'
import { finding, type StepOutcome, type StepWork } from './self-test-state.ts'

const generationNames: Readonly<Record<LicensingGeneration, string>> = {
  '6.1': 'Windows 7 and Server 2008 R2',
  '6.2': 'Windows 8 and Server 2012',
  '6.3': 'Windows 8.1 and Server 2012 R2, or an early Windows 10',
  'server-2019': 'Windows 10 1809 and Server 2019, or later',
  '23h2': 'Windows 11 23H2 and Server 2025, or an updated Server 2022',
}

const reported = (row: CimObject): ReportedRow =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !name.startsWith('__'))
      .map(([name, value]): [string, ReportedValue] => {
        if (value instanceof Date) return [name, value.toISOString()]
        return [name, Array.isArray(value) ? value.join('; ') : (value as ReportedValue)]
      }),
  )

const rowsOf = async (
  context: ActionContext,
  className: string,
  properties: readonly string[],
  where = '',
): Promise<readonly ReportedRow[]> => {
  const session = await context.session('root\\cimv2')
  const columns = properties.filter((name) => !isSecretProperty(name))
  const rows = await session.query(`SELECT ${columns.join(', ')} FROM ${className} ${where}`.trim(), context.signal)
  return rows.map(reported)
}

const schemasOf = ({ service, product }: LicensingClasses) => [
  { className: 'SoftwareLicensingService', properties: [...service] },
  { className: 'SoftwareLicensingProduct', properties: [...product] },
]

/** Which properties the licensing classes have, and of which generation that is. */
export const schemaStep: StepWork = async (context) => {
  const classes = await readLicensingClasses(context)
  const generation = generationOf(classes)
  const [service = {}] = await rowsOf(context, 'SoftwareLicensingService', classes.service)
  const products = await rowsOf(context, 'SoftwareLicensingProduct', classes.product, keyedOnly)
  return {
    finding: finding(
      'schema',
      'ok',
      `The licensing classes are those of ${generationNames[generation]}: ${classes.service.length} properties of the service, ${classes.product.length} of a product.`,
    ),
    parts: {
      licensing: { generation, schemas: schemasOf(classes), service, products: products.slice(0, 64) },
    },
  }
}

/** What is licensed: the status of each product with a key, in words. */
export const licensingStep: StepWork = async (context): Promise<StepOutcome> => {
  const snapshot = await readSnapshot(context)
  const now = localClock(await readTargetClock(context))
  const learned = { snapshot }
  const [first, ...others] = snapshot.products.map((product) => {
    const activated = product.status === 'licensed'
    const reason = !activated && product.statusReason >= 0x80000000 ? { hresult: product.statusReason } : {}
    return finding(
      'licensing',
      activated ? 'ok' : 'warning',
      `${product.name}, ${product.channel || 'no channel named'}: ${describeLicenseStatus(product, now, 'UTC')}`,
      { ...reason, ...(activated ? {} : { remedy: 'Look at its licensing details, then activate it or convert it.' }) },
    )
  })
  if (first === undefined)
    return {
      finding: finding('licensing', 'warning', 'No product has a product key.', {
        remedy: 'Install a client setup key for KMS or Active Directory, or a MAK, with “Convert a computer”.',
      }),
      learned,
    }
  return { finding: first, more: others, learned }
}
