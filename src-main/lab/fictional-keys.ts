/**
 * Product keys of the Lab. They are made up: they follow the shape and alphabet of product keys, spell "F4K3Y" so that
 * people see what they are, unlock nothing, and only the Lab recognises them.
 */
export interface LabKey {
  readonly id: string
  readonly label: string
  readonly key: string
  readonly kind: 'kms-host' | 'mak'
  /** Channel in the Description of the product that the key installs (slmgr.md 2.4). */
  readonly channel: string
  /** Windows version (6.1) of the products that it belongs to. */
  readonly version: string
  /** EditionIDs that take the key. */
  readonly editions: readonly string[]
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

/** All fictional keys of all scenarios. */
export const labKeys = { northwindHost } as const

const normalise = (key: string): string => key.toUpperCase().replace(/[^A-Z0-9]/g, '')
const known: ReadonlySet<string> = new Set(Object.values(labKeys).map(({ key }) => normalise(key)))

/** Whether a product key, with or without dashes, is one of the Lab's. The app refuses such a key outside the Lab. */
export const isLabKey = (key: string): boolean => known.has(normalise(key))

/** The key of a scenario that a text is, without regard to case and dashes. */
export const findLabKey = (keys: readonly LabKey[], text: string): LabKey | undefined => {
  const wanted = normalise(text)
  return keys.find(({ key }) => normalise(key) === wanted)
}
