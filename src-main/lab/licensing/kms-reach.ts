import type { LabKey } from '../fictional-keys.ts'
import { requiredCounts, skusOf, windowsApplicationId, type Sku } from './sku-catalogue.ts'
import { skusOfSuiteNamed } from './suite-catalogue.ts'
import { windowsEditions } from './windows-editions.ts'

/** The product that a host key stands for, on whatever Windows that takes it; undefined for a key of another kind. */
export const hostSkuOf = (labKey: LabKey): Sku | undefined => {
  if (labKey.kind !== 'kms-host') return undefined
  const skus =
    labKey.suite === undefined
      ? windowsEditions
          .filter(({ version, editionId }) => version === labKey.version && labKey.editions.includes(editionId))
          .flatMap(({ version, builds: [build], editionId }) => skusOf({ version, build, editionId }))
      : skusOfSuiteNamed(labKey.suite)
  return skus.find(({ kind, channel }) => kind === 'kms-host' && channel === labKey.channel)
}

/**
 * Whether a host key serves a client product. documented: a host serves its application alone, a host key for clients serves
 * clients alone, and a host key serves releases up to its own (kms.md 5).
 */
export const hostServes = (host: Sku, client: Pick<Sku, 'applicationId' | 'release' | 'minimum'>): boolean => {
  if (host.applicationId !== client.applicationId) return false
  if (host.applicationId !== windowsApplicationId) return true
  const isClientHost = host.minimum === requiredCounts.client
  return client.release <= host.release && (!isClientHost || client.minimum === requiredCounts.client)
}
