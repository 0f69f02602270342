import type {
  KmsClientSettings,
  LicensedProduct,
  LicenseSnapshot,
  LicensingAbilities,
} from '../contract/models/license-snapshot.ts'
import { defaultKmsPort } from './kms-facts.ts'
import { licenseStatus } from './license-status.ts'
import { channelOf, isPrimaryWindows, isWindowsApplication, productKind } from './product-kind.ts'
import { configuredActivationType, lastActivationType } from './activation-type.ts'
import { booleanOrNull, countOrNull, hasField, type Row, textOf, uint32Of, uint32OrNull } from './record-fields.ts'

/** The rows of the four queries in snapshot-queries.ts. */
export interface SnapshotRows {
  readonly service: Row
  readonly products: readonly Row[]
  readonly operatingSystem: Row
  readonly computerSystem: Row
  /** When the rows were read, by the app's clock. */
  readonly readAt: Date
  /** True where the read was made without elevation. */
  readonly mayBeIncomplete: boolean
  /** The primary DNS suffix of a workgroup computer, from the registry; Win32_ComputerSystem does not tell it. */
  readonly workgroupDnsSuffix?: string
  /** The DNS suffixes that names are searched with; null where they could not be read. */
  readonly dnsSuffixes: readonly string[] | null
  /** Whether SoftwareLicensingProduct has the properties; asked apart, because a computer may have no product with a key. */
  readonly productAbilities: Pick<LicensingAbilities, 'activationType' | 'productRearm'>
}

/**
 * One SoftwareLicensingProduct. `isKmsHost` is true for a product with a KMS host key, activated or not (by Description,
 * slmgr.md 2.4), and wherever Windows itself says IsKeyManagementServiceMachine.
 */
export const toLicensedProduct = (row: Row): LicensedProduct => {
  const description = textOf(row, 'Description')
  const applicationId = textOf(row, 'ApplicationID')
  const kind = productKind(description)
  return {
    activationId: textOf(row, 'ID'),
    applicationId,
    name: textOf(row, 'Name'),
    description,
    channel: channelOf(description),
    kind,
    isWindows: isWindowsApplication(applicationId),
    isAddon: booleanOrNull(row, 'LicenseIsAddon') ?? false,
    partialProductKey: textOf(row, 'PartialProductKey') || null,
    status: licenseStatus(uint32Of(row, 'LicenseStatus')),
    statusReason: uint32Of(row, 'LicenseStatusReason'),
    graceMinutes: uint32Of(row, 'GracePeriodRemaining'),
    isKmsHost: kind === 'kms-host' || uint32Of(row, 'IsKeyManagementServiceMachine') !== 0,
    currentCount: countOrNull(row, 'KeyManagementServiceCurrentCount'),
    requiredCount: countOrNull(row, 'RequiredClientCount'),
    activationType: configuredActivationType(uint32OrNull(row, 'VLActivationTypeEnabled')),
    activatedBy: lastActivationType(uint32OrNull(row, 'VLActivationType')),
    applicationRearmsLeft: countOrNull(row, 'RemainingAppReArmCount'),
    productRearmsLeft: countOrNull(row, 'RemainingSkuReArmCount'),
  }
}

const isPrimaryRow = (row: Row): boolean =>
  isPrimaryWindows({
    applicationId: textOf(row, 'ApplicationID'),
    partialProductKey: textOf(row, 'PartialProductKey') || null,
    isAddon: booleanOrNull(row, 'LicenseIsAddon'),
    description: textOf(row, 'Description'),
  }) === 'yes'

const primaryFirst = (rows: readonly Row[]): readonly Row[] => {
  const keyed = rows.filter((row) => textOf(row, 'PartialProductKey') !== '')
  return [...keyed.filter(isPrimaryRow), ...keyed.filter((row) => !isPrimaryRow(row))]
}

/** Domain of Win32_ComputerSystem is the workgroup's name where the computer is in no domain. */
const dnsDomainOf = ({ computerSystem, workgroupDnsSuffix }: SnapshotRows): string | null => {
  const inDomain = booleanOrNull(computerSystem, 'PartOfDomain') ?? false
  return (inDomain ? textOf(computerSystem, 'Domain') : (workgroupDnsSuffix ?? '').trim()).toLowerCase() || null
}

const clientSettings = (service: Row): KmsClientSettings => ({
  host: textOf(service, 'KeyManagementServiceMachine') || null,
  port: uint32Of(service, 'KeyManagementServicePort') || null,
  lookupDomain: textOf(service, 'KeyManagementServiceLookupDomain') || null,
  discoveredHost: textOf(service, 'DiscoveredKeyManagementServiceMachineName') || null,
  discoveredPort: uint32Of(service, 'DiscoveredKeyManagementServiceMachinePort') || null,
  discoveredAddress: textOf(service, 'DiscoveredKeyManagementServiceMachineIpAddress') || null,
  hostCaching: booleanOrNull(service, 'KeyManagementServiceHostCaching') ?? true,
  activationDisabled: booleanOrNull(service, 'KeyManagementServiceActivationDisabled'),
})

/** Puts the rows of the licensing classes together into one snapshot. Pure: the same rows give the same snapshot. */
export const toLicenseSnapshot = (rows: SnapshotRows): LicenseSnapshot => {
  const { service, operatingSystem, computerSystem } = rows
  const computerName = textOf(computerSystem, 'Name') || textOf(operatingSystem, 'CSName')
  const hostName = textOf(computerSystem, 'DNSHostName') || computerName
  const dnsDomain = dnsDomainOf(rows)
  return {
    readAt: rows.readAt.toISOString(),
    computerName,
    fullName: dnsDomain === null ? hostName : `${hostName}.${dnsDomain}`,
    dnsDomain,
    osCaption: textOf(operatingSystem, 'Caption').trim(),
    osVersion: textOf(operatingSystem, 'Version'),
    osBuild: uint32Of(operatingSystem, 'BuildNumber'),
    isServer: uint32Of(operatingSystem, 'ProductType') > 1,
    serviceVersion: textOf(service, 'Version'),
    clientMachineId: textOf(service, 'ClientMachineID') || null,
    kmsListeningPort: uint32Of(service, 'KeyManagementServiceListeningPort') || defaultKmsPort,
    kmsDnsPublishing: booleanOrNull(service, 'KeyManagementServiceDnsPublishing') ?? true,
    kmsClient: clientSettings(service),
    abilities: {
      lookupDomain: hasField(service, 'KeyManagementServiceLookupDomain'),
      activationSwitch: hasField(service, 'KeyManagementServiceActivationDisabled'),
      ...rows.productAbilities,
    },
    windowsRearmsLeft: countOrNull(service, 'RemainingWindowsReArmCount'),
    dnsSuffixes: rows.dnsSuffixes === null ? null : [...rows.dnsSuffixes],
    products: primaryFirst(rows.products).map(toLicensedProduct),
    mayBeIncomplete: rows.mayBeIncomplete,
  }
}
