import type { Handlers } from '../contract/handlers.ts'
import { checkProductKey } from '../licensing/product-key-check.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { LabService } from './service-interfaces.ts'

/** What can be told about a typed product key without a network. */
export const productKeyHandlers = (
  vault: Pick<SecretVault, 'get'>,
  lab: Pick<LabService, 'isFictionalKey'>,
): Pick<Handlers, 'productKey.check'> => ({
  'productKey.check': async ({ ref, purpose, osBuild, scenario }) => {
    const typed = vault.get(ref)
    return checkProductKey({ typed, purpose, osBuild, labKey: lab.isFictionalKey(typed), inLab: scenario !== null })
  },
})
