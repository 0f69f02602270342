import { assertNever } from '../../contract/app-error.ts'
import { labError, labHresults } from '../lab-error.ts'
import { applicationLog, logEvent } from '../machine/event-log.ts'
import { WmiError } from '../../wmi/wmi-error.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import { activateClient } from './activate-client.ts'
import { activateGuest } from './activate-guest.ts'
import { requireInternet, spendActivation } from './activation-server.ts'
import { hexCode } from './event-text.ts'
import { windowsDay } from './kms-figures.ts'
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
 * Activation over the internet. documented: events 1013 and 1014 say how it ended (events.json). Throws WmiError.
 */
const activateOnline = (scene: Scene, activationId: string, labKey: string | null): void => {
  try {
    requireInternet(scene)
    spendActivation(scene, labKey)
  } catch (error) {
    if (error instanceof WmiError) {
      logEvent(scene, { log: applicationLog, id: 1014, type: 1, data: [hexCode(error.hresult), activationId] })
    }
    throw error
  }
  logEvent(scene, { log: applicationLog, id: 1013, data: [activationId] })
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
