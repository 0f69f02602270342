import { labError, labHresults } from '../lab-error.ts'
import type { Scene } from '../world/scene.ts'
import { activateByDirectory } from './activate-by-directory.ts'
import { askKmsHosts, postpone } from './ask-kms-hosts.ts'
import { activationTypes, clientSettings } from './product-settings.ts'
import { keyedProduct, keyedProducts } from './product-status.ts'
import { activateByToken } from './token-activation.ts'

/**
 * A volume client tries to have one product activated, the primary Windows product where none is named, in the ways that its
 * configured activation type allows. Returns 0 or the code of the failure. documented: Active Directory comes first, then KMS; type 1, 2 or 3 allows one way alone (kms.md 5,
 * slmgr.md 7.5); on Windows 7 the switch of /stao leaves tokens alone (slmgr.md 1.4). assumed: with no way set, tokens are
 * not tried, and a failure is that of KMS.
 */
export const askForActivation = (scene: Scene, activationId?: string): number => {
  const computer = scene.computer()
  const keyed =
    activationId === undefined
      ? keyedProduct(computer)
      : keyedProducts(computer).find((each) => each.sku.activationId === activationId)
  if (keyed?.sku.kind !== 'kms-client') return labHresults.noProductKey
  const { sku } = keyed
  const { activationType } = clientSettings(computer, sku)
  const tokenAlone = computer.os.generation === '7' && computer.licensing.activationDisabled
  if (tokenAlone || activationType === activationTypes.token) {
    postpone(scene, sku)
    return activateByToken(scene)
  }
  if (activationType === activationTypes.kms) return askKmsHosts(scene, sku)
  const code = activateByDirectory(scene, sku)
  if (code === 0) return 0
  if (activationType !== activationTypes.activeDirectory) return askKmsHosts(scene, sku)
  postpone(scene, sku)
  return code
}

/** Activate() of a volume client. Throws WmiError. */
export const activateClient = (scene: Scene, activationId: string): void => {
  const code = askForActivation(scene, activationId)
  if (code !== 0) throw labError('call', code, 'The computer could not be activated as a volume client.')
}
