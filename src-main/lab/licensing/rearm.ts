import { labError, labHresults } from '../lab-error.ts'
import { guidFrom } from '../random.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import { freshStatus } from './fresh-status.ts'
import { blankProduct, defaultRearms } from './install-key.ts'
import { keyedProducts, type KeyedProduct } from './product-status.ts'
import { readSettings } from './settings.ts'
import { skuOf, windowsApplicationId } from './sku-catalogue.ts'

/** documented: with none left, a rearm fails with 0xC004D307 (kms.md 1). Throws WmiError. */
const requireRearm = (left: number): void => {
  if (left === 0) throw labError('call', labHresults.noRearmLeft, 'No rearm is left.')
}

const startAnew = (scene: Scene, keyed: readonly KeyedProduct[]): void => {
  const { products } = scene.change().licensing
  for (const { sku } of keyed) {
    const product = products[sku.activationId]
    if (!product) continue
    Object.assign(product, freshStatus(scene.computer().os, clockOf(scene)))
    product.hostPid = null
    product.lastActivationType = 0
    product.adActivation = null
    product.tokenActivation = null
  }
}

/**
 * ReArmWindows. documented: the timers and the CMID start anew, one rearm is spent (kms.md 1); SkipRearm 1 makes it do
 * nothing (slmgr.md 6). assumed: the Lab does at once what Windows does at the restart. Throws WmiError.
 */
export const rearmWindows = (scene: Scene): void => {
  if (readSettings(scene.computer()).skipRearm) return
  requireRearm(scene.computer().licensing.rearmsLeft)
  const { licensing } = scene.change()
  licensing.rearmsLeft -= 1
  licensing.cmid = guidFrom(() => scene.transaction.random())
  licensing.discovered = null
  startAnew(
    scene,
    keyedProducts(scene.computer()).filter(({ sku }) => sku.applicationId === windowsApplicationId),
  )
}

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i

/**
 * ReArmApp (8.1 and later): the products of one application start anew. documented: slmgr.md 1.3. assumed: what is no GUID is
 * 0x80070057, an application without products here 0xC004F00A. Throws WmiError.
 */
export const rearmApplication = (scene: Scene, text: string): void => {
  const id = guid.exec(text.trim())?.[1]?.toLowerCase()
  if (id === undefined) throw labError('call', labHresults.invalidParameter, 'This is not an application ID.')
  const keyed = keyedProducts(scene.computer()).filter(({ sku }) => sku.applicationId === id)
  if (keyed.length === 0) {
    throw labError('call', labHresults.applicationMismatch, 'No product of this application has a product key here.')
  }
  const left = scene.computer().licensing.applications[id]?.rearmsLeft ?? defaultRearms
  requireRearm(left)
  scene.change().licensing.applications[id] = { rearmsLeft: left - 1 }
  startAnew(scene, keyed)
}

/** ReArmSku (8.1 and later): one product starts anew, with or without a key. documented: slmgr.md 1.3. Throws WmiError. */
export const rearmProduct = (scene: Scene, activationId: string): void => {
  const product = scene.computer().licensing.products[activationId] ?? blankProduct
  requireRearm(product.rearmsLeft)
  scene.change().licensing.products[activationId] = { ...product, rearmsLeft: product.rearmsLeft - 1 }
  const sku = skuOf(scene.computer(), activationId)
  if (sku && product.partialKey !== null) startAnew(scene, [{ sku, product }])
}
