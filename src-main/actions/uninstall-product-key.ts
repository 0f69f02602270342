import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { ProductKind, type LicensedProduct } from '../contract/models/license-snapshot.ts'
import { uninstallKeyCommand } from '../licensing/client-commands.ts'
import { plainGuid } from '../licensing/activation-id.ts'
import { objectPath } from '../wmi/wql.ts'
import { defineAction, type ActionContext } from './action.ts'
import { ActivationIdParam } from './activation-id-param.ts'
import { isMarkerRight, wantedMarker, writeMarker } from './kms-version-marker.ts'
import { callLicensing, refreshLicenseStatus } from './licensing-calls.ts'
import { faultFinding, refuseFault } from './licensing-object.ts'
import { readKeyedProducts } from './licensing-reader.ts'
import { elevationFindings } from './local-rights.ts'
import { noSuchProduct, pickProduct, productRefFault } from './product-ref.ts'

const Params = z.object({ activationId: ActivationIdParam }).strict()
type Params = z.infer<typeof Params>
const KeyOf = z.object({ activationId: z.string(), name: z.string(), lastFive: z.string(), kind: ProductKind }).strict()
type KeyOf = z.infer<typeof KeyOf>
const Evidence = z.object({ keys: z.array(KeyOf) }).strict()
interface Uninstalled {
  readonly keys: readonly KeyOf[]
  readonly remark: string | null
}

/** Without an ID every Windows product that is no add-on, as slmgr /upk; never Office (slmgr.md 1.3). */
const meant = (products: readonly LicensedProduct[], params: Params): readonly LicensedProduct[] => {
  if (params.activationId === null) return products.filter(({ isWindows, isAddon }) => isWindows && !isAddon)
  const product = pickProduct(products, params)
  return product === undefined ? [] : [product]
}

const keyOf = ({ activationId, name, partialProductKey, kind }: LicensedProduct): KeyOf => ({
  activationId,
  name,
  lastFive: partialProductKey ?? '',
  kind,
})

/** Those of the keys that are installed still. */
const stillThere = async (context: ActionContext, keys: readonly KeyOf[]): Promise<readonly KeyOf[]> => {
  const products = (await readKeyedProducts(context)).map(keyOf)
  return keys.filter((key) =>
    products.some(({ activationId, lastFive }) => activationId === key.activationId && lastFive === key.lastFive),
  )
}

const warn = ({ name, lastFive, kind }: KeyOf) => ({
  check: 'key-goes',
  level: 'warning' as const,
  message: `${name} will have no key and will not be activated any more.${
    kind === 'kms-client'
      ? ''
      : ` Windows cannot show the whole of the key ending in ${lastFive} again, and an activation that it cost is not given back.`
  }`,
  remedy:
    kind === 'kms-client'
      ? 'A client setup key is published and can be installed again at any time.'
      : 'Note where your organisation keeps that key if you may need it again.',
})

/**
 * Takes the key of a product away. Keys that are gone already are not touched again; KeyManagementServiceVersion is kept
 * up as after an installation, and where it cannot be, that is said and the step does not fail.
 */
export const uninstallProductKey = defineAction<Params, z.infer<typeof Evidence>, Uninstalled>({
  kind: 'product-key.uninstall',
  params: Params,
  evidence: Evidence,
  risk: 'irreversible',
  weight: 4,
  deadline: 120_000,
  title: ({ activationId }) =>
    activationId === null
      ? 'Uninstall the product key of Windows'
      : `Uninstall the key of the product ${plainGuid(activationId)}`,
  equivalent: ({ activationId }, target) =>
    uninstallKeyCommand(target, activationId === null ? null : plainGuid(activationId)),
  undo: () => ({
    possible: false,
    sentence:
      'Windows cannot give the key back: install it again, or the published client setup key of the edition, which makes the computer a KMS client.',
  }),
  check: async (context, params) => {
    const fault = productRefFault(params)
    if (fault !== null) return [faultFinding(fault)]
    const products = meant(await readKeyedProducts(context), params)
    if (products.length === 0) return [faultFinding(noSuchProduct(params).error)]
    return [...elevationFindings(context), ...products.map(keyOf).map(warn)]
  },
  before: async (context, params) => {
    refuseFault(productRefFault(params))
    const keys = meant(await readKeyedProducts(context), params).map(keyOf)
    if (keys.length === 0) throw noSuchProduct(params)
    return { keys }
  },
  run: async (context, _, { keys }) => {
    for (const { activationId } of await stillThere(context, keys)) {
      await callLicensing(context, objectPath('SoftwareLicensingProduct', 'ID', activationId), 'UninstallProductKey')
      await refreshLicenseStatus(context)
    }
    const [left] = await stillThere(context, keys)
    if (left !== undefined)
      throw new AppFailure({
        code: 'licensing-refused',
        message: `Windows reported no error, but ${left.name} has the key ending in ${left.lastFive} still.`,
        remedy: 'Look at the licensing of the computer again, then uninstall the key once more.',
        retryable: false,
      })
    return { keys, remark: await writeMarker(context, await wantedMarker(context, await readKeyedProducts(context))) }
  },
  settle: async (context, _, { keys }) => {
    const [left] = await stillThere(context, keys)
    if (left !== undefined)
      return { state: 'not-done', outcome: `${left.name} has the key ending in ${left.lastFive} still.` }
    const marker = await wantedMarker(context, await readKeyedProducts(context))
    if (!(await isMarkerRight(context, marker)))
      return { state: 'not-done', outcome: 'The key is uninstalled; what follows it is missing.' }
    return { state: 'done', result: { keys, remark: null }, outcome: 'The key is uninstalled.' }
  },
  outcome: ({ keys, remark }) =>
    [
      ...keys.map(({ name, lastFive }) => `The key ending in ${lastFive} of ${name} is uninstalled.`),
      ...(remark === null ? [] : [remark]),
    ].join(' '),
})
