import type {
  LicensingDetails,
  ProductDetails,
  RequestCounts,
  ServiceDetails,
  TargetClock,
} from '../contract/models/licensing-details.ts'
import { generationOf, type LicensingClasses } from './details-columns.ts'
import { selectable } from './licensing-schema.ts'
import { isPrimaryWindows, isWindowsApplication, productKind } from './product-kind.ts'
import { booleanOrNull, dateOrNull, type Row, textOf, uint32Of, uint32OrNull } from './record-fields.ts'

/** What was read of one computer for its licensing details. */
export interface DetailsRows {
  readonly classes: LicensingClasses
  readonly service: Row
  readonly products: readonly Row[]
  readonly operatingSystem: Row
  readonly fullName: string
  readonly clock: TargetClock
  /** By the app's own clock. */
  readonly readAt: Date
  readonly mayBeIncomplete: boolean
}

const textOrNull = (row: Row, name: string): string | null => textOf(row, name) || null
const timeOrNull = (row: Row, name: string): string | null => dateOrNull(row, name)?.toISOString() ?? null

const requestCounts = (row: Row): RequestCounts | null => {
  const count = (name: string): number | null => uint32OrNull(row, `KeyManagementService${name}Requests`)
  const total = count('Total')
  if (total === null) return null
  return {
    total,
    failed: count('Failed'),
    unlicensed: count('Unlicensed'),
    licensed: count('Licensed'),
    oobGrace: count('OOBGrace'),
    ootGrace: count('OOTGrace'),
    nonGenuineGrace: count('NonGenuineGrace'),
    notification: count('Notification'),
  }
}

const identity = (row: Row) => {
  const description = textOf(row, 'Description')
  const applicationId = textOf(row, 'ApplicationID')
  const partialProductKey = textOrNull(row, 'PartialProductKey')
  const isAddon = booleanOrNull(row, 'LicenseIsAddon')
  return {
    activationId: textOf(row, 'ID'),
    applicationId,
    name: textOf(row, 'Name'),
    description,
    kind: productKind(description),
    isWindows: isWindowsApplication(applicationId),
    isAddon: isAddon ?? false,
    isPrimary: isPrimaryWindows({ applicationId, partialProductKey, isAddon, description }) === 'yes',
    partialProductKey,
  }
}

/** One row of SoftwareLicensingProduct; what the class lacks is null. */
export const toProductDetails = (row: Row): ProductDetails => ({
  ...identity(row),
  productKeyId: textOrNull(row, 'ProductKeyID'),
  productKeyChannel: textOrNull(row, 'ProductKeyChannel'),
  installationId: textOrNull(row, 'OfflineInstallationId'),
  processorUrl: textOrNull(row, 'ProcessorURL'),
  machineUrl: textOrNull(row, 'MachineURL'),
  useLicenseUrl: textOrNull(row, 'UseLicenseURL'),
  productKeyUrl: textOrNull(row, 'ProductKeyURL'),
  validationUrl: textOrNull(row, 'ValidationURL'),
  status: uint32Of(row, 'LicenseStatus'),
  statusReason: uint32Of(row, 'LicenseStatusReason'),
  graceMinutes: uint32Of(row, 'GracePeriodRemaining'),
  evaluationEnd: timeOrNull(row, 'EvaluationEndDate'),
  trustedTime: timeOrNull(row, 'TrustedTime'),
  remainingAppRearms: uint32OrNull(row, 'RemainingAppReArmCount'),
  remainingSkuRearms: uint32OrNull(row, 'RemainingSkuReArmCount'),
  activationTypeEnabled: uint32OrNull(row, 'VLActivationTypeEnabled'),
  activationType: uint32OrNull(row, 'VLActivationType'),
  kms: {
    lookupDomain: textOrNull(row, 'KeyManagementServiceLookupDomain'),
    machine: textOrNull(row, 'KeyManagementServiceMachine'),
    port: uint32OrNull(row, 'KeyManagementServicePort'),
    discoveredName: textOrNull(row, 'DiscoveredKeyManagementServiceMachineName'),
    discoveredPort: uint32OrNull(row, 'DiscoveredKeyManagementServiceMachinePort'),
    discoveredAddress: textOrNull(row, 'DiscoveredKeyManagementServiceMachineIpAddress'),
    hostProductKeyId: textOrNull(row, 'KeyManagementServiceProductKeyID'),
    activationInterval: uint32OrNull(row, 'VLActivationInterval'),
    renewalInterval: uint32OrNull(row, 'VLRenewalInterval'),
  },
  kmsHost: {
    enabled: uint32Of(row, 'IsKeyManagementServiceMachine') > 0,
    currentCount: uint32OrNull(row, 'KeyManagementServiceCurrentCount'),
    requests: requestCounts(row),
  },
  activeDirectory: {
    objectName: textOrNull(row, 'ADActivationObjectName'),
    objectDn: textOrNull(row, 'ADActivationObjectDN'),
    csvlkPid: textOrNull(row, 'ADActivationCsvlkPid'),
    csvlkSkuId: textOrNull(row, 'ADActivationCsvlkSkuId'),
  },
  token: {
    ilid: textOrNull(row, 'TokenActivationILID'),
    ilvid: uint32OrNull(row, 'TokenActivationILVID'),
    grantNumber: uint32OrNull(row, 'TokenActivationGrantNumber'),
    thumbprint: textOrNull(row, 'TokenActivationCertificateThumbprint'),
    additionalInfo: textOrNull(row, 'TokenActivationAdditionalInfo'),
  },
  avma: {
    iaid: textOrNull(row, 'IAID'),
    hostName: textOrNull(row, 'AutomaticVMActivationHostMachineName'),
    lastActivation: timeOrNull(row, 'AutomaticVMActivationLastActivationTime'),
    hostDigitalPid2: textOrNull(row, 'AutomaticVMActivationHostDigitalPid2'),
  },
})

/** The end of the key in the firmware alone: the whole of it goes no further than the row. */
const firmwareKeyOf = (row: Row): ServiceDetails['firmwareKey'] => {
  const [, lastFive] = /-([A-Z0-9]{5})$/.exec(textOf(row, 'OA3xOriginalProductKey').trim().toUpperCase()) ?? []
  if (lastFive === undefined) return null
  return { lastFive, description: textOrNull(row, 'OA3xOriginalProductKeyDescription') }
}

const toServiceDetails = (row: Row, classes: LicensingClasses): ServiceDetails => ({
  version: textOf(row, 'Version'),
  clientMachineId: textOrNull(row, 'ClientMachineID'),
  kmsListeningPort: uint32OrNull(row, 'KeyManagementServiceListeningPort'),
  kmsDnsPublishing: booleanOrNull(row, 'KeyManagementServiceDnsPublishing'),
  kmsLowPriority: booleanOrNull(row, 'KeyManagementServiceLowPriority'),
  kmsHostCaching: booleanOrNull(row, 'KeyManagementServiceHostCaching'),
  remainingWindowsRearms: uint32OrNull(row, 'RemainingWindowsReArmCount'),
  firmwareKey: firmwareKeyOf(row),
  subscription:
    selectable(['SubscriptionType'], classes.service).length === 0
      ? null
      : {
          type: uint32OrNull(row, 'SubscriptionType'),
          status: uint32OrNull(row, 'SubscriptionStatus'),
          edition: textOrNull(row, 'SubscriptionEdition'),
          expiry: textOrNull(row, 'SubscriptionExpiry'),
        },
})

/** Puts the rows of a computer together into its licensing details. Pure: the same rows give the same details. */
export const toLicensingDetails = (rows: DetailsRows): LicensingDetails => ({
  readAt: rows.readAt.toISOString(),
  fullName: rows.fullName,
  osCaption: textOf(rows.operatingSystem, 'Caption').trim(),
  osVersion: textOf(rows.operatingSystem, 'Version'),
  osBuild: uint32Of(rows.operatingSystem, 'BuildNumber'),
  clock: rows.clock,
  generation: generationOf(rows.classes),
  service: toServiceDetails(rows.service, rows.classes),
  products: rows.products.map(toProductDetails),
  mayBeIncomplete: rows.mayBeIncomplete,
})
