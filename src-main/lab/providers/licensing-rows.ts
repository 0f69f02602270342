import type { CimObject } from '../../wmi/cim-values.ts'
import { kmsFigures } from '../licensing/kms-figures.ts'
import { currentCount } from '../licensing/kms-server.ts'
import { installationId } from '../licensing/phone.ts'
import { hostProduct, isActiveKmsHost, keyedProduct, statusAt } from '../licensing/product-status.ts'
import { readSettings } from '../licensing/settings.ts'
import { skusOf, windowsApplicationId, type Sku } from '../licensing/sku-catalogue.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import type { Computer } from '../world/state.ts'

/** documented: "none" as WMI reports it for counts and ids of this type (slmgr.md 7.1). */
const none = 0xffffffff
/** documented: the zero FILETIME means "none" (slmgr.md 3.2); here it is null, as the WMI layer delivers it. */
const noDate = null

/** Counters of a KMS host; null elsewhere, so that slmgr leaves them out (slmgr.md 3.4b). */
const counters = (computer: Computer): CimObject => {
  if (!hostProduct(computer)) return {}
  const { requests } = computer.licensing.server
  return {
    KeyManagementServiceTotalRequests: requests.total,
    KeyManagementServiceFailedRequests: requests.failed,
    KeyManagementServiceUnlicensedRequests: requests.unlicensed,
    KeyManagementServiceLicensedRequests: requests.licensed,
    KeyManagementServiceOOBGraceRequests: requests.oobGrace,
    KeyManagementServiceOOTGraceRequests: requests.ootGrace,
    KeyManagementServiceNonGenuineGraceRequests: requests.nonGenuineGrace,
    KeyManagementServiceNotificationRequests: requests.notification,
  }
}

/** documented: 0xFFFFFFFF where the computer is no KMS host (slmgr.md 7.1). observed: an activated host without requests shows 0. */
const countOf = (computer: Computer, clock: number): number =>
  isActiveKmsHost(computer, clock) ? currentCount(computer.licensing.server, clock) : none

/** The one instance of SoftwareLicensingService. */
export const serviceRow = (scene: Scene): CimObject => {
  const computer = scene.computer()
  const clock = clockOf(scene)
  const settings = readSettings(computer)
  const { cmid, discovered, rearmsLeft } = computer.licensing
  const keyed = keyedProduct(computer)
  return {
    Version: computer.os.serviceVersion,
    ClientMachineID: cmid,
    KeyManagementServiceMachine: settings.machine,
    KeyManagementServicePort: settings.port,
    KeyManagementServiceLookupDomain: settings.lookupDomain,
    DiscoveredKeyManagementServiceMachineName: discovered?.name ?? null,
    DiscoveredKeyManagementServiceMachinePort: discovered?.port ?? 0,
    DiscoveredKeyManagementServiceMachineIpAddress: discovered?.address ?? null,
    KeyManagementServiceProductKeyID: keyed?.product.hostPid ?? null,
    VLActivationInterval: settings.activationInterval,
    VLRenewalInterval: settings.renewalInterval,
    IsKeyManagementServiceMachine: hostProduct(computer) ? 1 : 0,
    KeyManagementServiceCurrentCount: countOf(computer, clock),
    RequiredClientCount: keyed?.sku.minimum ?? none,
    KeyManagementServiceListeningPort: settings.listeningPort,
    KeyManagementServiceDnsPublishing: settings.publishing,
    KeyManagementServiceLowPriority: settings.lowPriority,
    KeyManagementServiceHostCaching: settings.hostCaching,
    KeyManagementServiceActivationDisabled: false,
    PolicyCacheRefreshRequired: 0,
    RemainingWindowsReArmCount: rearmsLeft,
    TokenActivationILVID: none,
    TokenActivationGrantNumber: none,
    ...counters(computer),
  }
}

const channelNames: Readonly<Record<Sku['kind'], string>> = {
  'kms-client': 'Volume:GVLK',
  'kms-host': 'Volume:CSVLK',
  mak: 'Volume:MAK',
}

const productRow = (scene: Scene, sku: Sku): CimObject => {
  const computer = scene.computer()
  const clock = clockOf(scene)
  const product = computer.licensing.products[sku.activationId]
  const hasKey = product !== undefined && product.partialKey !== null
  const { status, reason, grace } = statusAt(product, clock)
  const { discovered } = computer.licensing
  const isClient = sku.kind === 'kms-client'
  const isHost = sku.kind === 'kms-host' && hasKey
  return {
    ID: sku.activationId,
    Name: sku.name,
    Description: sku.description,
    ApplicationID: windowsApplicationId,
    ProductKeyChannel: hasKey ? channelNames[sku.kind] : null,
    PartialProductKey: product?.partialKey ?? null,
    ProductKeyID: product?.productKeyId ?? null,
    LicenseStatus: status,
    LicenseStatusReason: reason,
    GracePeriodRemaining: grace,
    EvaluationEndDate: noDate,
    TrustedTime: hasKey ? new Date(clock) : noDate,
    OfflineInstallationId: installationId(computer, sku.activationId),
    LicenseFamily: sku.editionId,
    LicenseDependsOn: null,
    LicenseIsAddon: false,
    GenuineStatus: 0,
    ExtendedGrace: none,
    VLActivationInterval: product?.activationInterval ?? kmsFigures.activationInterval,
    VLRenewalInterval: product?.renewalInterval ?? kmsFigures.renewalInterval,
    VLActivationType: product?.lastActivationType ?? 0,
    VLActivationTypeEnabled: product?.activationTypeEnabled ?? 0,
    KeyManagementServiceMachine: product?.pinnedName ?? readSettings(computer).machine,
    KeyManagementServicePort: product?.pinnedName ? product.pinnedPort : readSettings(computer).port,
    KeyManagementServiceProductKeyID: product?.hostPid ?? null,
    DiscoveredKeyManagementServiceMachineName: isClient && hasKey ? (discovered?.name ?? null) : null,
    DiscoveredKeyManagementServiceMachinePort: isClient && hasKey ? (discovered?.port ?? 0) : 0,
    DiscoveredKeyManagementServiceMachineIpAddress: isClient && hasKey ? (discovered?.address ?? null) : null,
    IsKeyManagementServiceMachine: isHost ? 1 : 0,
    KeyManagementServiceCurrentCount: isHost ? countOf(computer, clock) : none,
    RequiredClientCount: hasKey ? sku.minimum : none,
    TokenActivationILVID: none,
    TokenActivationGrantNumber: none,
    RemainingAppReArmCount: none,
    RemainingSkuReArmCount: none,
    ...(isHost ? counters(computer) : {}),
  }
}

/** All instances of SoftwareLicensingProduct: those of the edition, with or without a key. */
export const productRows = (scene: Scene): readonly CimObject[] =>
  skusOf(scene.computer().os).map((sku) => productRow(scene, sku))
