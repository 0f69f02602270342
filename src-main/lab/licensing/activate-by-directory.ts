import { labHresults } from '../lab-error.ts'
import { forestOf } from '../net/directory.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import type { ActivationObjectState } from '../world/state.ts'
import { kmsFigures } from './kms-figures.ts'
import { hostServes, hostSkuOf } from './kms-reach.ts'
import { activationTypes } from './product-settings.ts'
import type { Sku } from './sku-catalogue.ts'

/**
 * A volume client looks for an activation object of its forest that serves its product. documented: Windows 8 and later,
 * domain members alone, no count; valid for 180 days, renewed weekly (kms.md 5). Returns 0, or 0xC004F081 where there is none.
 */
export const activateByDirectory = (scene: Scene, sku: Sku): number => {
  const { os, domain } = scene.computer()
  if (os.generation === '7') return labHresults.noActivationObject
  const forest = forestOf(scene.transaction.readNetwork, domain)
  const serves = ({ labKey }: ActivationObjectState): boolean => {
    const key = scene.scenario.keys.find(({ id }) => id === labKey)
    const host = key ? hostSkuOf(key) : undefined
    return host !== undefined && hostServes(host, sku)
  }
  const object = Object.values(forest?.activationObjects ?? {}).find(serves)
  const product = object ? scene.change().licensing.products[sku.activationId] : undefined
  if (!object || !product) return labHresults.noActivationObject
  const { objectName, objectDn: dn, csvlkPid, csvlkSkuId } = object
  const clock = clockOf(scene)
  Object.assign(product, {
    status: 'licensed',
    reason: null,
    endsAt: clock + kmsFigures.validity,
    nextAttemptAt: clock + kmsFigures.renewalInterval * 60_000,
    lastActivationType: activationTypes.activeDirectory,
    adActivation: { objectName, objectDn: dn, csvlkPid, csvlkSkuId },
    tokenActivation: null,
    hostPid: null,
  })
  return 0
}
