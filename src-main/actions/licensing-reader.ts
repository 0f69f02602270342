import type { LicensedProduct, LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import { toLicensedProduct, toLicenseSnapshot } from '../licensing/license-snapshot.ts'
import { optionalColumns, snapshotQueries } from '../licensing/snapshot-queries.ts'
import { flag, text, uint, type CimObject } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { objectPath } from '../wmi/wql.ts'
import type { WindowsVersion } from '../licensing/windows-names.ts'
import type { ActionContext } from './action.ts'
import { queryFirstOf } from './class-members.ts'
import { readSuffixList } from './dns-suffix-list.ts'
import { isLostConnection } from './lost-connection.ts'
import { openRegistry } from './std-reg-prov.ts'

const tcpipParameters = String.raw`SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`

/** The DNS suffix of a computer outside a domain: set by hand, else by DHCP (kms.md 3, "Zone searched by a client"). */
const workgroupSuffix = async (context: ActionContext): Promise<string | null> => {
  try {
    const registry = openRegistry(await context.session('root\\default'), context.signal)
    for (const name of ['NV Domain', 'Domain', 'DhcpDomain']) {
      const suffix = (await registry.string(tcpipParameters, name))?.trim()
      if (suffix) return suffix
    }
  } catch {
    // The suffix is a help for the DNS question; an account that may not read it still gets its snapshot.
  }
  return null
}

/** The suffixes are a help for the DNS question; an account that may not read them still gets its snapshot. */
const readSuffixes = async (context: ActionContext): Promise<readonly string[] | null> => {
  try {
    return await readSuffixList(context)
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
    return null
  }
}

/** What SoftwareLicensingProduct has, by which of its queries was answered. */
const productAbilities = (at: number) => {
  const names: readonly string[] = optionalColumns.SoftwareLicensingProduct[at] ?? []
  return {
    activationType: names.includes('VLActivationTypeEnabled'),
    productRearm: names.includes('RemainingSkuReArmCount'),
  }
}

/**
 * Reads the licensing of the target: service, keyed products, system and names. Throws WmiError. A read of this
 * computer without elevation is marked as perhaps incomplete.
 */
export const readSnapshot = async (context: ActionContext): Promise<LicenseSnapshot> => {
  const session = await context.session('root\\cimv2')
  const first = async (wql: string): Promise<CimObject> => (await session.query(wql, context.signal))[0] ?? {}
  const operatingSystem = await first(snapshotQueries.operatingSystem)
  const computerSystem = await first(snapshotQueries.computerSystem)
  const {
    rows: [service = {}],
  } = await queryFirstOf(context, snapshotQueries.service)
  const { rows: products, at } = await queryFirstOf(context, snapshotQueries.products)
  const dnsSuffixes = await readSuffixes(context)
  const suffix = flag(computerSystem, 'PartOfDomain') ? null : await workgroupSuffix(context)
  return toLicenseSnapshot({
    service,
    products,
    productAbilities: productAbilities(at),
    dnsSuffixes,
    operatingSystem,
    computerSystem,
    readAt: context.now(),
    mayBeIncomplete: context.target.place === 'this-computer' && context.elevated === false,
    ...(suffix === null ? {} : { workgroupDnsSuffix: suffix }),
  })
}

/** Every product with a key, in the order in which Windows lists them. Throws WmiError. */
export const readKeyedProducts = async (context: ActionContext): Promise<readonly LicensedProduct[]> => {
  return (await queryFirstOf(context, snapshotQueries.products)).rows.map(toLicensedProduct)
}

/** Of several products the one whose key ends in these characters; a KMS host first. */
export const productWithKey = (products: readonly LicensedProduct[], lastFive: string): LicensedProduct | undefined => {
  const fitting = products.filter(({ partialProductKey }) => partialProductKey?.toUpperCase() === lastFive)
  return fitting.find(({ isKmsHost }) => isKmsHost) ?? fitting[0]
}

/** Version facts of the target. Throws WmiError. */
export const readWindowsVersion = async (context: ActionContext): Promise<WindowsVersion> => {
  const session = await context.session('root\\cimv2')
  const wql = 'SELECT Version, BuildNumber, ProductType FROM Win32_OperatingSystem'
  const [row = {}] = await session.query(wql, context.signal)
  return {
    osVersion: text(row, 'Version'),
    osBuild: uint(row, 'BuildNumber'),
    isServer: uint(row, 'ProductType') > 1,
  }
}

/** The path of the one SoftwareLicensingService instance, and its version. Throws WmiError. */
export const findLicensingService = async (
  context: ActionContext,
): Promise<{ readonly path: string; readonly version: string }> => {
  const session = await context.session('root\\cimv2')
  const [row = {}] = await session.query('SELECT Version FROM SoftwareLicensingService', context.signal)
  const version = text(row, 'Version')
  return { path: objectPath('SoftwareLicensingService', 'Version', version), version }
}
