import { labError, labHresults } from '../lab-error.ts'
import { guidFrom } from '../random.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import { kmsFigures } from './kms-figures.ts'
import { keyedProduct } from './product-status.ts'

/**
 * ReArmWindows. documented: the timers and the CMID start anew, one rearm is spent, and at none left it fails with
 * 0xC004D307 (kms.md 1). assumed: the Lab does at once what Windows does at the restart. Throws WmiError.
 */
export const rearmWindows = (scene: Scene): void => {
  if (scene.computer().licensing.rearmsLeft === 0) {
    throw labError('call', labHresults.noRearmLeft, 'No rearm is left.')
  }
  const keyed = keyedProduct(scene.computer())
  const { licensing } = scene.change()
  licensing.rearmsLeft -= 1
  licensing.cmid = guidFrom(() => scene.transaction.random())
  licensing.discovered = null
  const product = keyed ? licensing.products[keyed.sku.activationId] : undefined
  if (!product) return
  product.status = 'oob-grace'
  product.endsAt = clockOf(scene) + kmsFigures.oobGrace
  product.hostPid = null
}
