import type { CimObject } from '../../wmi/cim-values.ts'
import { blankProduct, defaultRearms } from '../licensing/install-key.ts'
import { countingOf, currentCount } from '../licensing/kms-server.ts'
import { installationId } from '../licensing/phone.ts'
import { hostProduct, isActiveKmsHost, keyedProduct, licenseStatus, statusAt } from '../licensing/product-status.ts'
import { clientSettings } from '../licensing/product-settings.ts'
import { readSettings } from '../licensing/settings.ts'
import { installedSkus, windowsApplicationId, type Sku } from '../licensing/sku-catalogue.ts'
import { keyChannelOf } from '../licensing/sku.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import type { Computer, ProductState } from '../world/state.ts'
import type { Asked } from './class-provider.ts'

/** documented: "none" as WMI reports it for counts and ids of this type (slmgr.md 7.1). */
const none = 0xffffffff
/** documented: the zero FILETIME means "none" (slmgr.md 3.2); here it is null, as the WMI layer delivers it. */
const noDate = null

/** Counters of a KMS host; null elsewhere, so that slmgr leaves them out (slmgr.md 3.4b). */
const counters = (computer: Computer, applicationId: string): CimObject => {
  const { requests } = countingOf(computer, applicationId)
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
const countOf = (computer: Computer, applicationId: string, clock: number): number =>
  currentCount(countingOf(computer, applicationId), clock)

/** A fictional key; all firmware of the Lab has the same. */
const keyInFirmware = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-FRMWR'

/** documented: the key that the manufacturer put into the firmware, and its description (slmgr.md 7.1). */
const firmware = ({ licensing }: Computer): CimObject => ({
  OA3xOriginalProductKey: licensing.firmwareKey === null ? '' : keyInFirmware,
  OA3xOriginalProductKeyDescription: licensing.firmwareKey ?? '',
  OA2xBiosMarkerStatus: 0,
})

/** observed: a computer without a subscription shows type 120, and status 120 is "expired" (slmgr.md 0.1). */
const subscription = ({ licensing }: Computer): CimObject => ({
  SubscriptionType: licensing.subscription?.type ?? 120,
  SubscriptionStatus: licensing.subscription?.status ?? 120,
  SubscriptionEdition: licensing.subscription?.edition ?? '',
  SubscriptionExpiry: licensing.subscription?.expiry ?? '',
})

/** The one instance of SoftwareLicensingService. */
export const serviceRow = (scene: Scene): CimObject => {
  const computer = scene.computer()
  const clock = clockOf(scene)
  const settings = readSettings(computer)
  const { cmid, discovered, rearmsLeft } = computer.licensing
  const keyed = keyedProduct(computer)
  const host = hostProduct(computer)
  const hostOf = host?.sku.applicationId ?? windowsApplicationId
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
    IsKeyManagementServiceMachine: host ? 1 : 0,
    KeyManagementServiceCurrentCount: isActiveKmsHost(computer, clock) ? countOf(computer, hostOf, clock) : none,
    RequiredClientCount: keyed?.sku.minimum ?? none,
    KeyManagementServiceListeningPort: settings.listeningPort,
    KeyManagementServiceDnsPublishing: settings.publishing,
    KeyManagementServiceLowPriority: settings.lowPriority,
    KeyManagementServiceHostCaching: settings.hostCaching,
    KeyManagementServiceActivationDisabled: computer.licensing.activationDisabled,
    PolicyCacheRefreshRequired: 0,
    RemainingWindowsReArmCount: rearmsLeft,
    TokenActivationILVID: none,
    TokenActivationGrantNumber: none,
    ...(host ? counters(computer, hostOf) : {}),
    ...firmware(computer),
    ...subscription(computer),
  }
}

/** assumed: the addresses of Microsoft's licensing servers, alike for all products; KMS clients and AVMA guests have them too, only slmgr leaves them out. */
const urls = ({ kind }: Sku, generation: Computer['os']['generation']): CimObject => {
  const host = generation === '7' ? 'activation.sls.microsoft.com' : 'activation-v2.sls.microsoft.com'
  const scheme = generation === '7' ? 'http' : 'https'
  const service = (name: string): string => `${scheme}://${host}/${name}/${name}.asmx`
  return {
    ProcessorURL: generation === '7' ? service('slspc') : null,
    MachineURL: generation === '7' ? service('slrac') : null,
    ProductKeyURL: generation === '7' ? service('slpkc') : null,
    UseLicenseURL: `${service('SLActivateProduct')}?configextension=${kind === 'retail' ? 'Retail' : 'DLC'}`,
    ValidationURL: 'https://validation-v2.sls.microsoft.com/SLWGA/slwga.asmx',
  }
}

/** The blocks of slmgr's output for products activated by Active Directory, by token or by their Hyper-V host (slmgr.md 3.4). */
const activatedBy = (product: ProductState): CimObject => ({
  ADActivationObjectName: product.adActivation?.objectName ?? '',
  ADActivationObjectDN: product.adActivation?.objectDn ?? '',
  ADActivationCsvlkPid: product.adActivation?.csvlkPid ?? '',
  ADActivationCsvlkSkuId: product.adActivation?.csvlkSkuId ?? '',
  TokenActivationILID: product.tokenActivation?.ilid ?? '',
  TokenActivationILVID: product.tokenActivation?.ilvid ?? none,
  TokenActivationGrantNumber: product.tokenActivation?.grantNumber ?? none,
  TokenActivationCertificateThumbprint: product.tokenActivation?.certificateThumbprint ?? '',
  TokenActivationAdditionalInfo: product.tokenActivation?.additionalInfo ?? '',
  IAID: product.avma?.iaid ?? null,
  AutomaticVMActivationHostMachineName: product.avma?.hostName ?? null,
  AutomaticVMActivationHostDigitalPid2: product.avma?.hostPid2 ?? null,
  AutomaticVMActivationLastActivationTime: product.avma?.activatedAt ? new Date(product.avma.activatedAt) : noDate,
})

const productRow = (scene: Scene, sku: Sku, isAsked: (name: string) => boolean): CimObject => {
  const computer = scene.computer()
  const clock = clockOf(scene)
  const { discovered, applications, products } = computer.licensing
  // A Lab of an earlier version may have kept less of a product.
  const product = { ...blankProduct, ...products[sku.activationId] }
  const hasKey = product.partialKey !== null
  const { status, reason, grace } = statusAt(product, clock)
  const settings = clientSettings(computer, sku)
  const found = sku.kind === 'kms-client' && hasKey ? discovered : null
  const isHost = sku.kind === 'kms-host' && hasKey
  return {
    ID: sku.activationId,
    Name: sku.name,
    Description: sku.description,
    ApplicationID: sku.applicationId,
    ProductKeyChannel: hasKey ? keyChannelOf(sku) : null,
    PartialProductKey: product.partialKey,
    ProductKeyID: product.productKeyId,
    ProductKeyID2: product.productKeyId,
    ...urls(sku, computer.os.generation),
    LicenseStatus: status,
    LicenseStatusReason: reason,
    GracePeriodRemaining: grace,
    EvaluationEndDate: product.evaluationEndsAt === null ? noDate : new Date(product.evaluationEndsAt),
    TrustedTime: hasKey ? new Date(clock) : noDate,
    OfflineInstallationId: isAsked('offlineinstallationid') ? installationId(computer, sku.activationId) : null,
    LicenseFamily: sku.family,
    LicenseDependsOn: sku.dependsOn,
    LicenseIsAddon: sku.isAddon,
    GenuineStatus: 0,
    ExtendedGrace: none,
    VLActivationInterval: product.activationInterval,
    VLRenewalInterval: product.renewalInterval,
    VLActivationType: product.lastActivationType,
    VLActivationTypeEnabled: settings.activationType,
    KeyManagementServiceMachine: settings.machine,
    KeyManagementServicePort: settings.port,
    KeyManagementServiceLookupDomain: settings.lookupDomain,
    KeyManagementServiceProductKeyID: product.hostPid,
    DiscoveredKeyManagementServiceMachineName: found?.name ?? null,
    DiscoveredKeyManagementServiceMachinePort: found?.port ?? 0,
    DiscoveredKeyManagementServiceMachineIpAddress: found?.address ?? null,
    IsKeyManagementServiceMachine: isHost ? 1 : 0,
    KeyManagementServiceCurrentCount:
      isHost && status === licenseStatus.licensed ? countOf(computer, sku.applicationId, clock) : none,
    RequiredClientCount: hasKey ? sku.minimum : none,
    ...activatedBy(product),
    RemainingAppReArmCount: applications[sku.applicationId]?.rearmsLeft ?? defaultRearms,
    RemainingSkuReArmCount: product.rearmsLeft,
    ...(isHost ? counters(computer, sku.applicationId) : {}),
  }
}

/** All instances of SoftwareLicensingProduct that are asked for: of the edition and its suites, with or without a key. */
export const productRows = (scene: Scene, asked?: Asked): readonly CimObject[] => {
  const computer = scene.computer()
  const { products } = computer.licensing
  const keyedAlone = asked?.notNull.has('partialproductkey') === true
  return installedSkus(computer)
    .filter(({ activationId }) => !keyedAlone || (products[activationId]?.partialKey ?? null) !== null)
    .map((sku) => productRow(scene, sku, (name) => asked?.named?.has(name) !== false))
}
