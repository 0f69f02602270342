import type { HostSettings } from '../contract/models/kms-host-settings.ts'
import { defaultKmsPort } from '../licensing/kms-facts.ts'
import { parsePublishList } from '../licensing/publish-list-lines.ts'
import { type HostRegistryName, hostRegistryTypes, type HostRegistryValue } from '../licensing/registry-file.ts'
import { flag, property, uint, type CimObject } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'
import { hostKeyPath } from './host-registry-key.ts'
import { readSnapshot } from './licensing-reader.ts'
import { openRegistry, type Registry } from './std-reg-prov.ts'

const columns = [
  'Version',
  'VLActivationInterval',
  'VLRenewalInterval',
  'KeyManagementServiceListeningPort',
  'KeyManagementServiceDnsPublishing',
  'KeyManagementServiceLowPriority',
]

/** The row of SoftwareLicensingService with the settings of a KMS host (slmgr.md 7.1). Throws WmiError. */
export const readHostServiceRow = async (context: ActionContext): Promise<CimObject> => {
  const session = await context.session('root\\cimv2')
  const [row = {}] = await session.query(`SELECT ${columns.join(', ')} FROM SoftwareLicensingService`, context.signal)
  return row
}

/** The registry of the target. Throws WmiError. */
export const openHostRegistry = async (context: ActionContext): Promise<Registry> =>
  openRegistry(await context.session('root\\default'), context.signal)

/** The lines of DnsDomainPublishList; null where there is no such value. Throws WmiError. */
export const readPublishLines = async (context: ActionContext): Promise<readonly string[] | null> => {
  const found = await (await openHostRegistry(context)).value(hostKeyPath, 'DnsDomainPublishList')
  return found?.type === 'REG_MULTI_SZ' && Array.isArray(found.data) ? found.data : null
}

const minutes = (row: CimObject, name: string): number | null =>
  typeof property(row, name) === 'number' ? uint(row, name) : null

/** What a KMS host is set to now. Reads only. Throws WmiError. */
export const readHostSettings = async (context: ActionContext): Promise<HostSettings> => {
  const { dnsDomain } = await readSnapshot(context)
  const row = await readHostServiceRow(context)
  return {
    port: uint(row, 'KeyManagementServiceListeningPort') || defaultKmsPort,
    activationInterval: minutes(row, 'VLActivationInterval'),
    renewalInterval: minutes(row, 'VLRenewalInterval'),
    dnsPublishing: flag(row, 'KeyManagementServiceDnsPublishing'),
    lowPriority: flag(row, 'KeyManagementServiceLowPriority'),
    publishList: parsePublishList((await readPublishLines(context)) ?? []).drafts.map((draft) => ({ ...draft })),
    ownDomain: dnsDomain,
  }
}

const names = Object.keys(hostRegistryTypes) as HostRegistryName[]

/** A value as it can go into a .reg file; null where it is missing or has another type than Windows gives it. */
export const readHostRegistryValue = async (
  registry: Registry,
  name: HostRegistryName,
): Promise<HostRegistryValue | null> => {
  const found = await registry.value(hostKeyPath, name)
  if (found === null || found.type !== hostRegistryTypes[name] || found.data === null) return null
  const { type, data } = found
  return { name, type, data } as HostRegistryValue
}

/** The values of a KMS host that stand in its registry; what was never set is not among them. Throws WmiError. */
export const readHostRegistryValues = async (context: ActionContext): Promise<readonly HostRegistryValue[]> => {
  const registry = await openHostRegistry(context)
  const values: HostRegistryValue[] = []
  for (const name of names) {
    const value = await readHostRegistryValue(registry, name)
    if (value !== null) values.push(value)
  }
  return values
}
