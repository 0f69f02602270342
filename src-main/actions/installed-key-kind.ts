import { AppFailure } from '../contract/app-error.ts'
import type { LicensedProduct, ProductKind } from '../contract/models/license-snapshot.ts'
import { codeSentence } from '../licensing/error-explanations.ts'
import { setupKeyName } from '../licensing/setup-keys.ts'
import { setupKeysFor } from '../licensing/setup-key-suggestion.ts'
import { text } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { readInstalledEdition } from './installed-edition.ts'
import { wayBackToClient } from './way-back.ts'

/** What a key is installed for. A KMS host key is proved by a step of its own; `other` expects no kind. */
export type KeyPurpose = 'kms-host' | 'kms-client' | 'mak' | 'other'

/** What a key of a purpose is called in titles. */
export const keyWords: Readonly<Record<KeyPurpose, string>> = {
  'kms-host': 'KMS host key',
  'kms-client': 'client setup key',
  mak: 'multiple activation key (MAK)',
  other: 'product key',
}

const productWords: Readonly<Record<ProductKind, string>> = {
  'kms-client': 'a KMS client',
  'kms-host': 'a KMS host',
  mak: 'a computer with a multiple activation key (MAK)',
  retail: 'a computer with a retail key',
  oem: 'a computer with a manufacturer’s key (OEM)',
  'time-based': 'a computer with a time-limited key',
  avma: 'a guest of automatic virtual machine activation',
  other: 'a computer with a key of another kind',
}

/**
 * Throws AppFailure `licensing-refused` where the key that was installed is of another kind than it was installed for: that
 * can be told only from the product that carries it (slmgr.md 2.4). The error names the way back.
 */
export const requireKind = async (
  context: ActionContext,
  product: LicensedProduct,
  purpose: KeyPurpose,
  lastFive: string,
): Promise<void> => {
  if (purpose === 'other' || purpose === 'kms-host' || product.kind === purpose) return
  const back = product.kind === 'kms-client' ? '' : ` ${await wayBackToClient(context)}`
  throw new AppFailure({
    code: 'licensing-refused',
    message: `The key ending in ${lastFive} is no ${keyWords[purpose]}: it is installed, and the computer is ${productWords[product.kind]} now (${product.channel}).`,
    remedy: `Nothing was activated. Install the key that was meant.${back}`,
    retryable: false,
  })
}

/** Codes with which Windows refuses a key of another edition or channel (error-codes.json). */
const otherEdition: ReadonlySet<number> = new Set([0xc004f069, 0xc004e016])

const runningSystem = async (context: ActionContext): Promise<string> => {
  const session = await context.session('root\\cimv2')
  const [row = {}] = await session.query('SELECT Caption FROM Win32_OperatingSystem', context.signal)
  return text(row, 'Caption').trim() || 'the Windows that runs there'
}

const editionRemedy = async (context: ActionContext, purpose: KeyPurpose): Promise<string> => {
  if (purpose !== 'kms-client') return 'Use a key of your organisation for exactly this edition and version of Windows.'
  const suggestion = setupKeysFor(await readInstalledEdition(context))
  if (suggestion.outcome !== 'one') return 'Choose the client setup key of exactly this edition and version of Windows.'
  const { key } = suggestion
  return `Install the client setup key of ${setupKeyName(key)}: ${key.key}.`
}

/**
 * What Windows threw while it installed a key, with the edition that runs named where the key is for another one; any
 * other error as it is. Throws WmiError where the computer cannot be asked.
 */
export const explainKeyRefusal = async (
  context: ActionContext,
  thrown: unknown,
  { purpose, lastFive }: { readonly purpose: KeyPurpose; readonly lastFive: string },
): Promise<unknown> => {
  if (!(thrown instanceof WmiError) || !otherEdition.has(thrown.hresult)) return thrown
  return new AppFailure(
    {
      code: 'licensing-refused',
      message: `Windows refused the ${keyWords[purpose]} ending in ${lastFive}, because it is not for ${await runningSystem(context)}. ${codeSentence(thrown.hresult)}. The key that was there is installed still.`,
      remedy: await editionRemedy(context, purpose),
      hresult: thrown.hresult,
      retryable: false,
    },
    { cause: thrown },
  )
}
