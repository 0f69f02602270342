import type { Handlers } from '../contract/handlers.ts'
import { checkProductKey } from '../licensing/product-key-check.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { KeyIdentification, LabService } from './service-interfaces.ts'

/** What can be told about a typed product key without the target: by its text, and by the system's own pidgenx.dll. */
export const productKeyHandlers = (
  vault: Pick<SecretVault, 'get'>,
  lab: Pick<LabService, 'isFictionalKey'>,
  keys: KeyIdentification,
): Pick<Handlers, 'productKey.check' | 'productKey.askSystem'> => ({
  'productKey.check': async ({ ref, purpose, osBuild, scenario }) => {
    const typed = vault.get(ref)
    return checkProductKey({ typed, purpose, osBuild, labKey: lab.isFictionalKey(typed), inLab: scenario !== null })
  },
  'productKey.askSystem': ({ ref }, { signal }) => keys.identify(vault.get(ref), signal),
})
