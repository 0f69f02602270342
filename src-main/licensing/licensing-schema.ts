/**
 * The properties of the licensing classes by the Windows version that first has them (slmgr.md 7.1, 7.3). Windows refuses
 * a whole query that names one property it lacks, so a query is built from these lists and from what the class has.
 */
export type SchemaGeneration = '6.1' | '6.2' | '6.3' | 'server-2019' | '23h2'

/** Properties of SoftwareLicensingService, by the first version that has them. */
export const serviceProperties: Readonly<Record<SchemaGeneration, readonly string[]>> = {
  '6.1': [
    'Version',
    'ClientMachineID',
    'KeyManagementServiceMachine',
    'KeyManagementServicePort',
    'DiscoveredKeyManagementServiceMachineName',
    'DiscoveredKeyManagementServiceMachinePort',
    'KeyManagementServiceProductKeyID',
    'VLActivationInterval',
    'VLRenewalInterval',
    'IsKeyManagementServiceMachine',
    'KeyManagementServiceCurrentCount',
    'RequiredClientCount',
    'KeyManagementServiceListeningPort',
    'KeyManagementServiceDnsPublishing',
    'KeyManagementServiceLowPriority',
    'KeyManagementServiceHostCaching',
    'RemainingWindowsReArmCount',
  ],
  '6.2': ['KeyManagementServiceLookupDomain'],
  '6.3': ['DiscoveredKeyManagementServiceMachineIpAddress'],
  'server-2019': ['OA3xOriginalProductKey', 'OA3xOriginalProductKeyDescription'],
  '23h2': ['SubscriptionType', 'SubscriptionStatus', 'SubscriptionEdition', 'SubscriptionExpiry'],
}

/** Properties of SoftwareLicensingProduct, by the first version that has them. */
export const productProperties: Readonly<Record<SchemaGeneration, readonly string[]>> = {
  '6.1': [
    'ID',
    'Name',
    'Description',
    'ApplicationID',
    'PartialProductKey',
    'LicenseIsAddon',
    'LicenseStatus',
    'LicenseStatusReason',
    'GracePeriodRemaining',
    'EvaluationEndDate',
    'OfflineInstallationId',
    'ProductKeyID',
    'IsKeyManagementServiceMachine',
    'KeyManagementServiceCurrentCount',
    'RequiredClientCount',
    'KeyManagementServiceMachine',
    'KeyManagementServicePort',
    'DiscoveredKeyManagementServiceMachineName',
    'DiscoveredKeyManagementServiceMachinePort',
    'KeyManagementServiceProductKeyID',
    'VLActivationInterval',
    'VLRenewalInterval',
    'TokenActivationILVID',
  ],
  '6.2': ['KeyManagementServiceLookupDomain', 'VLActivationType', 'VLActivationTypeEnabled', 'ADActivationObjectName'],
  '6.3': [
    'ProductKeyChannel',
    'DiscoveredKeyManagementServiceMachineIpAddress',
    'RemainingAppReArmCount',
    'RemainingSkuReArmCount',
  ],
  'server-2019': ['ProductKeyID2'],
  '23h2': [],
}

/**
 * Of the wanted properties those that a class has. `existing` are the property names of the class as WMI tells them; case
 * does not matter, the spelling of `wanted` is kept.
 */
export const selectable = (wanted: readonly string[], existing: readonly string[]): readonly string[] => {
  const present = new Set(existing.map((name) => name.toLowerCase()))
  return wanted.filter((name) => present.has(name.toLowerCase()))
}
