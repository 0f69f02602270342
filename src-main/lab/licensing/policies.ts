import { labError, labHresults } from '../lab-error.ts'
import type { Scene } from '../world/scene.ts'
import type { Sku } from './sku-catalogue.ts'

type Policy = (scene: Scene, sku: Sku) => string | number

/**
 * A few of the policies that Windows' licences hold. observed: Kernel-ProductInfo is the edition's number as
 * Win32_OperatingSystem.OperatingSystemSKU has it, Security-SPP-GenuineLocalStatus is 1 where nothing is wrong.
 * assumed: the texts.
 */
const policies: Readonly<Record<string, Policy>> = {
  'kernel-productinfo': (scene) => scene.computer().os.sku,
  'security-spp-genuinelocalstatus': () => 1,
  'workstationservice-domainjoinenabled': (_scene, sku) => (sku.editionId.startsWith('Core') ? 0 : 1),
  'security-spp-action-statedata': (_scene, sku) => `AppId=${sku.applicationId}`,
}

/**
 * GetPolicyInformationDWord and GetPolicyInformationString. documented: a value that is not there is 0xC004F012
 * (error-codes.json). assumed: so is one of the other type. Throws WmiError.
 */
export const policyOf = (scene: Scene, sku: Sku, name: string, type: 'number' | 'string'): string | number => {
  const value = policies[name.toLowerCase()]?.(scene, sku)
  if (value !== undefined && typeof value === type) return value
  throw labError('call', labHresults.valueNotFound, `There is no policy ${name}.`)
}
