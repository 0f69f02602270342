import { parseProductKey } from '../licensing/product-key.ts'
import { fabrikamKeys } from './fictional-keys-fabrikam.ts'
import { woodgroveKeys } from './fictional-keys-woodgrove.ts'
import type { SkuKind } from './licensing/sku.ts'

/**
 * Product keys of the Lab. They are made up: they follow the shape and alphabet of product keys, spell "F4K3Y" so that
 * people see what they are, unlock nothing, and only the Lab recognises them.
 */
export interface LabKey {
  readonly id: string
  readonly label: string
  readonly key: string
  readonly kind: SkuKind
  /** Channel in the Description of the product that the key installs (slmgr.md 2.4). */
  readonly channel: string
  /** Windows version (6.1) of the products that it belongs to. */
  readonly version: string
  /** EditionIDs that take the key. */
  readonly editions: readonly string[]
  /** Suite beside Windows that takes the key; absent for a key of Windows. */
  readonly suite?: string
  /** On how many computers it can be activated online in all; a KMS host key has limits of its own. */
  readonly activations?: number
}

/** documented: a Server 2008 R2 group B key goes on Standard and Enterprise and serves clients and groups A and B (kms.md 5). The channel string is assumed after VOLUME_KMS_C (slmgr.md 2.4). */
const northwindHost: LabKey = {
  id: 'northwind-2008r2-host',
  label: 'Northwind KMS host key, Server 2008 R2 Standard and Enterprise (fictional)',
  key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB',
  kind: 'kms-host',
  channel: 'VOLUME_KMS_R2_B',
  version: '6.1',
  editions: ['ServerStandard', 'ServerEnterprise'],
}

const contosoHost: LabKey = {
  ...northwindHost,
  id: 'contoso-2008r2-host-b',
  label: 'Contoso KMS host key, Server 2008 R2 Standard and Enterprise, group B (fictional)',
  key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB',
}

/** documented: a group C key is for Datacenter and Itanium (kms.md 5); on other editions it is of the wrong kind. */
const contosoHostC: LabKey = {
  ...northwindHost,
  id: 'contoso-2008r2-host-c',
  label: 'Contoso KMS host key, Server 2008 R2 Datacenter, group C (fictional)',
  key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTC',
  channel: 'VOLUME_KMS_R2_C',
  editions: ['ServerDatacenter'],
}

/** documented: a host key for clients goes on client systems alone and serves clients alone (kms.md 5). */
const contosoHostWindows7: LabKey = {
  ...northwindHost,
  id: 'contoso-7-host',
  label: 'Contoso KMS host key for Windows 7, clients only (fictional)',
  key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CT7',
  channel: 'VOLUME_KMS_C',
  editions: ['Enterprise', 'Professional'],
}

/** documented: a multiple activation key makes no KMS host; it can be activated a number of times (kms.md 6). */
const contosoMak: LabKey = {
  id: 'contoso-mak',
  label: 'Contoso multiple activation key, Windows 7 and Server 2008 R2 (fictional, no host key)',
  key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT',
  kind: 'mak',
  channel: 'VOLUME_MAK',
  version: '6.1',
  editions: ['Enterprise', 'Professional', 'ServerStandard', 'ServerEnterprise', 'ServerDatacenter'],
  activations: 5,
}

const contosoRetail: LabKey = {
  id: 'contoso-retail-7',
  label: 'Retail key, Windows 7 Professional (fictional, no host key)',
  key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-R8CT7',
  kind: 'retail',
  channel: 'RETAIL',
  version: '6.1',
  editions: ['Professional'],
  activations: 1,
}

const contosoRetailServer: LabKey = {
  ...contosoRetail,
  id: 'contoso-retail-2008r2',
  label: 'Retail key, Windows Server 2008 R2 Standard and Enterprise (fictional, no host key)',
  key: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-R8CTR',
  editions: ['ServerStandard', 'ServerEnterprise'],
}

/** All fictional keys of all scenarios. */
export const labKeys = {
  northwindHost,
  contosoHost,
  contosoHostC,
  contosoHostWindows7,
  contosoMak,
  contosoRetail,
  contosoRetailServer,
  ...fabrikamKeys,
  ...woodgroveKeys,
} as const

const normalise = (key: string): string => key.toUpperCase().replace(/[^A-Z0-9]/g, '')
const known: ReadonlySet<string> = new Set(Object.values(labKeys).map(({ key }) => normalise(key)))

/**
 * Whether a typed product key is one of the Lab's, however it is written and whatever label stands before it. The app
 * refuses such a key outside the Lab.
 */
export const isLabKey = (typed: string): boolean => {
  const parsed = parseProductKey(typed)
  return known.has(normalise(parsed.outcome === 'key' ? parsed.key.text : typed))
}

/** The key of a scenario that a text is, without regard to case and dashes. */
export const findLabKey = (keys: readonly LabKey[], text: string): LabKey | undefined => {
  const wanted = normalise(text)
  return keys.find(({ key }) => normalise(key) === wanted)
}
