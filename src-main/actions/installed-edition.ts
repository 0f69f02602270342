import type { InstalledEdition } from '../licensing/setup-key-suggestion.ts'
import { text, textOrNull, uint } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { isLostConnection } from './lost-connection.ts'
import { openRegistry } from './std-reg-prov.ts'

const windowsPath = String.raw`SOFTWARE\Microsoft\Windows NT\CurrentVersion`

const editionIdOf = async (context: ActionContext): Promise<string | null> => {
  try {
    const registry = openRegistry(await context.session('root\\default'), context.signal)
    return (await registry.string(windowsPath, 'EditionID'))?.trim() || null
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
    return null
  }
}

/**
 * What the choice of a client setup key rests on: version, build and OperatingSystemSKU from Win32_OperatingSystem, the
 * EditionID from the registry (null where this account may not read it). Throws WmiError where WMI does not answer.
 */
export const readInstalledEdition = async (context: ActionContext): Promise<InstalledEdition> => {
  const session = await context.session('root\\cimv2')
  const wql = 'SELECT Version, BuildNumber, OperatingSystemSKU FROM Win32_OperatingSystem'
  const [row = {}] = await session.query(wql, context.signal)
  return {
    version: text(row, 'Version'),
    build: uint(row, 'BuildNumber'),
    editionId: await editionIdOf(context),
    osSku: textOrNull(row, 'OperatingSystemSKU') === null ? null : uint(row, 'OperatingSystemSKU'),
  }
}
