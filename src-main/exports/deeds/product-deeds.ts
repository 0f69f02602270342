import { activateKmsClient } from '../../actions/activate-kms-client.ts'
import { activateOnline } from '../../actions/activate-online.ts'
import { clearProductKey } from '../../actions/clear-product-key.ts'
import { depositConfirmationId } from '../../actions/deposit-confirmation-id.ts'
import { installProductKey } from '../../actions/install-product-key.ts'
import type { ProductRef } from '../../actions/product-ref.ts'
import { readInstallationId } from '../../actions/read-installation-id.ts'
import { rearmApplication, rearmProduct, rearmWindows } from '../../actions/rearm.ts'
import { uninstallProductKey } from '../../actions/uninstall-product-key.ts'
import { plainGuid } from '../../licensing/activation-id.ts'
import type { AskedSecret, Deed, KeyedProduct, LicensingOn, MethodCall } from '../deed.ts'
import { exported, type ExportedKind } from './exported-kind.ts'
import { productProof } from './proofs.ts'

const keyed = (ref: ProductRef): KeyedProduct => {
  if ('lastFive' in ref) return ref
  return { activationId: ref.activationId === null ? null : plainGuid(ref.activationId) }
}

/** The name under which the confirmation ID is asked for. */
const confirmationId: AskedSecret = { secret: 'confirmationId', kind: 'confirmation-id', lastFive: null }

/** What a key of a purpose has to prove to be; null where any kind will do (slmgr.md 2.4). */
const kindProof = (lastFive: string, purpose: string) => {
  const is = (condition: string, words: string) =>
    productProof({ lastFive }, condition, `The key ending in ${lastFive} is no ${words}, or was not installed.`)
  if (purpose === 'kms-client') return is("Description LIKE '%VOLUME_KMSCLIENT%'", 'client setup key')
  if (purpose === 'mak') return is("Description LIKE '%MAK%'", 'multiple activation key (MAK)')
  return null
}

const methodDeed = (on: LicensingOn, call: MethodCall, option: string, args: readonly string[] = []): Deed => ({
  deed: 'licensing',
  on,
  calls: [call],
  slmgr: { option, args },
  proof: null,
  localOnly: false,
})

/** How keys, activation and rearming are exported (slmgr.md 1.3). */
export const productDeeds: readonly ExportedKind[] = [
  exported(installProductKey, ({ key, setupKey, lastFive, purpose }) => [
    {
      deed: 'install-key',
      key: setupKey?.toUpperCase() ?? { secret: key ?? 'key', kind: 'product-key', lastFive },
      lastFive,
      proof: kindProof(lastFive, purpose),
    },
  ]),
  exported(uninstallProductKey, ({ activationId }) => [
    { deed: 'uninstall-key', activationId: activationId === null ? null : plainGuid(activationId) },
  ]),
  exported(clearProductKey, () => [
    methodDeed({ on: 'service' }, { method: 'ClearProductKeyFromRegistry', input: {} }, '/cpky'),
  ]),
  exported(activateOnline, (ref) => [{ deed: 'activate', product: keyed(ref) }]),
  exported(activateKmsClient, (ref) => [{ deed: 'activate', product: keyed(ref) }]),
  exported(readInstallationId, (ref) => [{ deed: 'read-installation-id', product: keyed(ref) }]),
  exported(depositConfirmationId, (ref) => [{ deed: 'deposit-confirmation-id', product: keyed(ref), confirmationId }]),
  exported(rearmWindows, () => [methodDeed({ on: 'service' }, { method: 'ReArmWindows', input: {} }, '/rearm')]),
  exported(rearmApplication, ({ applicationId }) => {
    const ApplicationId = plainGuid(applicationId)
    return [
      methodDeed({ on: 'service' }, { method: 'ReArmApp', input: { ApplicationId } }, '/rearm-app', [ApplicationId]),
    ]
  }),
  exported(rearmProduct, ({ activationId }) => {
    const id = plainGuid(activationId)
    return [methodDeed({ on: 'product', activationId: id }, { method: 'ReArmSku', input: {} }, '/rearm-sku', [id])]
  }),
]
