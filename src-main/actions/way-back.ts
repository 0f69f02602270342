import { setupKeyName } from '../licensing/setup-keys.ts'
import { setupKeysFor } from '../licensing/setup-key-suggestion.ts'
import { text, textOrNull, uint } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { openRegistry } from './std-reg-prov.ts'

const windowsPath = String.raw`SOFTWARE\Microsoft\Windows NT\CurrentVersion`
const general =
  'To go back, install the client setup key of the edition that the computer runs (slmgr /ipk) and restart it.'

/**
 * How a computer becomes a KMS client again, in a sentence, with the published client setup key of its edition where that
 * is certain (kms.md 5, "Conversion back"). Never throws WmiError: without the edition the sentence is a general one.
 */
export const wayBackToClient = async (context: ActionContext): Promise<string> => {
  try {
    const session = await context.session('root\\cimv2')
    const wql = 'SELECT Version, BuildNumber, OperatingSystemSKU FROM Win32_OperatingSystem'
    const [row = {}] = await session.query(wql, context.signal)
    const registry = openRegistry(await context.session('root\\default'), context.signal)
    const suggestion = setupKeysFor({
      version: text(row, 'Version'),
      build: uint(row, 'BuildNumber'),
      editionId: await registry.string(windowsPath, 'EditionID'),
      osSku: textOrNull(row, 'OperatingSystemSKU') === null ? null : uint(row, 'OperatingSystemSKU'),
    })
    if (suggestion.outcome !== 'one') return general
    const { key } = suggestion
    return `To go back, install the client setup key of ${setupKeyName(key)} (slmgr /ipk ${key.key}) and restart the computer.`
  } catch (thrown) {
    if (!(thrown instanceof WmiError)) throw thrown
    return general
  }
}
