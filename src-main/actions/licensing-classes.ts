import { AppFailure } from '../contract/app-error.ts'
import { classQuery, type LicensingClasses } from '../licensing/details-columns.ts'
import type { ActionContext } from './action.ts'

/** The names of a class's properties in root\cimv2, asked of the schema and not of instances. Throws WmiError, AppFailure. */
const readProperties = async (context: ActionContext, className: string): Promise<readonly string[]> => {
  const session = await context.session('root\\cimv2')
  const [row] = await session.query(classQuery(className), context.signal)
  if (row !== undefined) return Object.keys(row).filter((name) => !name.startsWith('__'))
  throw new AppFailure({
    code: 'wmi-invalid-class',
    message: `This Windows has no class ${className}.`,
    remedy: 'Check which Windows version the computer runs. Windows 7 and Server 2008 R2 are the first that have it.',
    retryable: false,
  })
}

/**
 * Which properties the licensing classes of the target have. Nothing is assumed from the Windows version (slmgr.md 0.1).
 * Throws WmiError; AppFailure `wmi-invalid-class` where there is no such class.
 */
export const readLicensingClasses = async (context: ActionContext): Promise<LicensingClasses> => ({
  service: await readProperties(context, 'SoftwareLicensingService'),
  product: await readProperties(context, 'SoftwareLicensingProduct'),
})
