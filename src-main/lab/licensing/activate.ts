import { assertNever } from '../../contract/app-error.ts'
import { labError, labHresults } from '../lab-error.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import { activateClient } from './activate-client.ts'
import { activateGuest } from './activate-guest.ts'
import { kmsFigures, windowsDay } from './kms-figures.ts'
import { publishKmsHost } from './publish.ts'
import { applyListening } from './service-lifecycle.ts'
import { skuOf } from './sku-catalogue.ts'

/** assumed: an evaluation of Windows Server runs for 180 days from its activation. */
const evaluationSpan = 180 * windowsDay

/**
 * Marks a product as activated for good. A KMS host begins to listen and publishes itself. assumed: publishing follows
 * the activation at once and again at each service start (kms.md 2 knows the service start alone).
 */
export const markActivated = (scene: Scene, activationId: string): void => {
  const product = scene.change().licensing.products[activationId]
  if (!product) return
  const sku = skuOf(scene.computer(), activationId)
  product.status = 'licensed'
  product.endsAt = sku?.kind === 'time-based' ? clockOf(scene) + evaluationSpan : null
  product.evaluationEndsAt = product.endsAt
  if (sku?.kind !== 'kms-host') return
  applyListening(scene)
  publishKmsHost(scene)
}

/**
 * documented: a host key serves six computers, ten times each; beyond that 0xC004C008 (kms.md 1, error-codes.json). A
 * multiple activation key at its limit is 0xC004C020.
 * Without a way to the internet 0x80072EE7 (events.json, 8200).
 */
const activateOnline = (scene: Scene, activationId: string, labKey: string | null): void => {
  if (!scene.computer().internet) {
    throw labError('call', labHresults.noInternet, "Microsoft's activation servers could not be reached.")
  }
  const spent = scene.transaction.readNetwork.activations[labKey ?? ''] ?? {}
  const limit = scene.scenario.keys.find(({ id }) => id === labKey)?.activations
  if (limit !== undefined && Object.values(spent).reduce((total, count) => total + count, 0) >= limit) {
    throw labError('call', labHresults.makSpent, 'The multiple activation key has reached its limit.')
  }
  const here = spent[scene.host] ?? 0
  const tooMany = here >= kmsFigures.activationsPerHost
  const tooFar = here === 0 && Object.keys(spent).length >= kmsFigures.hostsPerKey
  if (limit === undefined && (tooMany || tooFar)) {
    throw labError('call', labHresults.activationsSpent, 'The product key has no activations left.')
  }
  const { activations } = scene.transaction.network
  activations[labKey ?? ''] = { ...spent, [scene.host]: here + 1 }
  markActivated(scene, activationId)
}

/** Activate() of a product. Throws WmiError. */
export const activateProduct = (scene: Scene, activationId: string): void => {
  const product = scene.computer().licensing.products[activationId]
  const sku = skuOf(scene.computer(), activationId)
  if (!sku || !product || product.partialKey === null) {
    throw labError('call', labHresults.noProductKey, 'No product key is installed for this product.')
  }
  switch (sku.kind) {
    case 'kms-client':
      activateClient(scene, activationId)
      return
    case 'avma':
      activateGuest(scene, activationId)
      return
    case 'kms-host':
    case 'mak':
    case 'retail':
    case 'oem':
    case 'time-based':
      activateOnline(scene, activationId, product.labKey)
      return
    default:
      assertNever(sku.kind)
  }
}
