import type { LicensingGeneration } from '../contract/models/licensing-details.ts'
import { selectable } from './licensing-schema.ts'

/** What of SoftwareLicensingService is read for `/dlv` (slmgr.md 2.1, 0.1), and the key in the firmware, of which only the end is kept. */
const serviceColumns = [
  'Version',
  'ClientMachineID',
  'KeyManagementServiceListeningPort',
  'KeyManagementServiceDnsPublishing',
  'KeyManagementServiceLowPriority',
  'KeyManagementServiceHostCaching',
  'RemainingWindowsReArmCount',
  'OA3xOriginalProductKey',
  'OA3xOriginalProductKeyDescription',
  'SubscriptionType',
  'SubscriptionStatus',
  'SubscriptionEdition',
  'SubscriptionExpiry',
]

/** What of SoftwareLicensingProduct is read for `/dlv` with the block of a KMS host (slmgr.md 2.1). */
const productColumns = [
  'ID',
  'ApplicationID',
  'PartialProductKey',
  'LicenseIsAddon',
  'Description',
  'Name',
  'ProductKeyID',
  'ProductKeyChannel',
  'OfflineInstallationId',
  'ProcessorURL',
  'MachineURL',
  'UseLicenseURL',
  'ProductKeyURL',
  'ValidationURL',
  'GracePeriodRemaining',
  'LicenseStatus',
  'LicenseStatusReason',
  'EvaluationEndDate',
  'VLRenewalInterval',
  'VLActivationInterval',
  'KeyManagementServiceLookupDomain',
  'KeyManagementServiceMachine',
  'KeyManagementServicePort',
  'DiscoveredKeyManagementServiceMachineName',
  'DiscoveredKeyManagementServiceMachinePort',
  'DiscoveredKeyManagementServiceMachineIpAddress',
  'KeyManagementServiceProductKeyID',
  'TokenActivationILID',
  'TokenActivationILVID',
  'TokenActivationGrantNumber',
  'TokenActivationCertificateThumbprint',
  'TokenActivationAdditionalInfo',
  'TrustedTime',
  'ADActivationObjectName',
  'ADActivationObjectDN',
  'ADActivationCsvlkPid',
  'ADActivationCsvlkSkuId',
  'VLActivationTypeEnabled',
  'VLActivationType',
  'IAID',
  'AutomaticVMActivationHostMachineName',
  'AutomaticVMActivationLastActivationTime',
  'AutomaticVMActivationHostDigitalPid2',
  'RemainingAppReArmCount',
  'RemainingSkuReArmCount',
  'IsKeyManagementServiceMachine',
  'KeyManagementServiceCurrentCount',
  'KeyManagementServiceTotalRequests',
  'KeyManagementServiceFailedRequests',
  'KeyManagementServiceUnlicensedRequests',
  'KeyManagementServiceLicensedRequests',
  'KeyManagementServiceOOBGraceRequests',
  'KeyManagementServiceOOTGraceRequests',
  'KeyManagementServiceNonGenuineGraceRequests',
  'KeyManagementServiceNotificationRequests',
]

/** The property names of the two licensing classes of one computer, as WMI tells them. */
export interface LicensingClasses {
  readonly service: readonly string[]
  readonly product: readonly string[]
}

/** The query that answers with names of a class's properties and without instances (WMI SDK, "Schema Queries"). */
export const classQuery = (className: string): string => `SELECT * FROM meta_class WHERE __CLASS = '${className}'`

/**
 * The queries of the details, naming what the classes have: Windows refuses a whole query for one property that it lacks
 * (slmgr.md 0.1). `where` goes behind the query for products; "" asks for all.
 */
export const detailsQueries = (
  classes: LicensingClasses,
  where: string,
): { readonly service: string; readonly products: string } => ({
  service: `SELECT ${selectable(serviceColumns, classes.service).join(', ')} FROM SoftwareLicensingService`,
  products:
    `SELECT ${selectable(productColumns, classes.product).join(', ')} FROM SoftwareLicensingProduct ${where}`.trim(),
})

/** What first appeared in each generation, newest first (slmgr.md 7.1, 7.3). */
const marks: readonly (readonly [LicensingGeneration, keyof LicensingClasses, string])[] = [
  ['23h2', 'service', 'SubscriptionType'],
  ['server-2019', 'product', 'ProductKeyID2'],
  ['6.3', 'product', 'RemainingSkuReArmCount'],
  ['6.2', 'product', 'VLActivationTypeEnabled'],
]

/** The generation of a computer's licensing classes, told by the newest property that they have. */
export const generationOf = (classes: LicensingClasses): LicensingGeneration =>
  marks.find(([, of, name]) => selectable([name], classes[of]).length > 0)?.[0] ?? '6.1'
