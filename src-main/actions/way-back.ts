import { setupKeyName } from '../licensing/setup-keys.ts'
import { setupKeysFor } from '../licensing/setup-key-suggestion.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { readInstalledEdition } from './installed-edition.ts'

const general =
  'To go back, install the client setup key of the edition that the computer runs (slmgr /ipk) and restart it.'

/**
 * How a computer becomes a KMS client again, in a sentence, with the published client setup key of its edition where that
 * is certain (kms.md 5, "Conversion back"). Never throws WmiError: without the edition the sentence is a general one.
 */
export const wayBackToClient = async (context: ActionContext): Promise<string> => {
  try {
    const suggestion = setupKeysFor(await readInstalledEdition(context))
    if (suggestion.outcome !== 'one') return general
    const { key } = suggestion
    return `To go back, install the client setup key of ${setupKeyName(key)} (slmgr /ipk ${key.key}) and restart the computer.`
  } catch (thrown) {
    if (!(thrown instanceof WmiError)) throw thrown
    return general
  }
}
