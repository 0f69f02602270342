import { uint, type CimValue } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { findLicensingService } from './licensing-reader.ts'
import { isLostConnection } from './lost-connection.ts'

/**
 * Calls a method of a licensing class. Throws WmiError, also where the method returns a code other than 0: slmgr ignores
 * it, but a port should take both for a failure (slmgr.md 1.2).
 */
export const callLicensing = async (
  context: ActionContext,
  path: string,
  method: string,
  input: Readonly<Record<string, CimValue>> = {},
): Promise<void> => {
  const session = await context.session('root\\cimv2')
  const code = uint(await session.call(path, method, input, context.signal), 'ReturnValue')
  if (code !== 0) throw new WmiError('call', code, `Windows refused ${method}.`)
}

/** RefreshLicenseStatus; its failure is ignored, as slmgr does (slmgr.md 1.3). */
export const refreshLicenseStatus = async (context: ActionContext): Promise<void> => {
  try {
    const { path } = await findLicensingService(context)
    await callLicensing(context, path, 'RefreshLicenseStatus')
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
  }
}
