import { digitsFrom } from '../random.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import type { ProductState } from '../world/state.ts'
import { kmsFigures } from './kms-figures.ts'
import { freshStatus } from './fresh-status.ts'
import { recogniseKey } from './key-recognition.ts'
import { keyedProducts, type KeyedProduct } from './product-status.ts'
import type { Sku } from './sku-catalogue.ts'

/** observed: from Windows 8 on four-digit rearm counts, by 1001 at first (kms.md 1); each product and application has its own. */
export const defaultRearms = 1001

/** A product that was never touched. */
export const blankProduct: ProductState = {
  partialKey: null,
  productKeyId: null,
  labKey: null,
  status: 'unlicensed',
  endsAt: null,
  nextAttemptAt: null,
  hostPid: null,
  activationInterval: kmsFigures.activationInterval,
  renewalInterval: kmsFigures.renewalInterval,
  reason: null,
  lastActivationType: 0,
  adActivation: null,
  tokenActivation: null,
  avma: null,
  evaluationEndsAt: null,
  rearmsLeft: defaultRearms,
}

/** A new extended product id. observed: its shape, 5-5-3-6-2-4-(4 or 5).4-7 digits (kms.md 7). */
export const newProductKeyId = (scene: Scene): string => {
  const digits = (count: number): string => digitsFrom(() => scene.transaction.random(), count)
  const year = new Date(clockOf(scene)).getUTCFullYear()
  return `${digits(5)}-${digits(5)}-${digits(3)}-${digits(6)}-03-1033-${scene.computer().os.build}.0000-${digits(3)}${year}`
}

/**
 * Products that lose their key to a new one: those of the same Windows or suite. An add-on's key and Office's stand beside
 * that of Windows (slmgr.md 3.1).
 */
const replacedBy = (scene: Scene, sku: Sku): readonly KeyedProduct[] =>
  keyedProducts(scene.computer()).filter(
    (keyed) => keyed.sku.suite === sku.suite && keyed.sku.activationId !== sku.activationId,
  )

/**
 * InstallProductKey. documented: a new key replaces the one before it (kms.md 6, "overwrite with /ipk"). assumed: the
 * product starts anew; the same key again keeps its product
 * id, and with it the installation ID; a KMS host product makes the computer a KMS host at once, which listens from the
 * next service start or its activation on. Throws WmiError.
 */
export const installProductKey = (scene: Scene, text: string): void => {
  const { sku, labKey, lastFive } = recogniseKey(scene.scenario.keys, scene.computer(), text)
  const clock = clockOf(scene)
  const computer = scene.change()
  computer.licensing.keyInRegistry = true
  for (const previous of replacedBy(scene, sku)) clearKey(scene, previous.sku.activationId)
  const existing = computer.licensing.products[sku.activationId] ?? blankProduct
  const isSame = existing.partialKey === lastFive && existing.labKey === (labKey?.id ?? null)
  computer.licensing.products[sku.activationId] = {
    ...blankProduct,
    ...existing,
    partialKey: lastFive,
    productKeyId: isSame ? existing.productKeyId : newProductKeyId(scene),
    labKey: labKey?.id ?? null,
    ...freshStatus(scene.computer().os, clock),
    nextAttemptAt: sku.kind === 'kms-client' ? clock + existing.activationInterval * 60_000 : null,
    hostPid: null,
    lastActivationType: 0,
    adActivation: null,
    tokenActivation: null,
  }
}

/** Takes the key of a product away. */
export const clearKey = (scene: Scene, activationId: string): void => {
  const product = scene.change().licensing.products[activationId]
  if (!product) return
  Object.assign(product, {
    partialKey: null,
    productKeyId: null,
    labKey: null,
    status: 'unlicensed',
    endsAt: null,
    nextAttemptAt: null,
    hostPid: null,
    reason: null,
    lastActivationType: 0,
    adActivation: null,
    tokenActivation: null,
    avma: null,
    evaluationEndsAt: null,
  })
}
