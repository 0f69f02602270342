/**
 * The columns that every licensing snapshot has, per class. They exist since Windows 7 / Server 2008 R2 (slmgr.md 7.1,
 * 7.3; Win32 classes: WMI SDK).
 */
export const snapshotColumns = {
  SoftwareLicensingService: [
    'Version',
    'ClientMachineID',
    'KeyManagementServiceListeningPort',
    'KeyManagementServiceDnsPublishing',
    'KeyManagementServiceMachine',
    'KeyManagementServicePort',
    'DiscoveredKeyManagementServiceMachineName',
    'DiscoveredKeyManagementServiceMachinePort',
    'KeyManagementServiceHostCaching',
    'RemainingWindowsReArmCount',
  ],
  SoftwareLicensingProduct: [
    'ID',
    'Name',
    'Description',
    'ApplicationID',
    'PartialProductKey',
    'LicenseIsAddon',
    'LicenseStatus',
    'LicenseStatusReason',
    'GracePeriodRemaining',
    'IsKeyManagementServiceMachine',
    'KeyManagementServiceCurrentCount',
    'RequiredClientCount',
  ],
  Win32_OperatingSystem: ['Caption', 'Version', 'BuildNumber', 'ProductType', 'CSName'],
  Win32_ComputerSystem: ['Name', 'DNSHostName', 'Domain', 'PartOfDomain'],
} as const

/**
 * Columns that some Windows versions lack (slmgr.md 7.1, 7.3), in sets: the first set that the class has whole is read.
 * Windows 8.1 and later, Windows 8, Windows 7.
 */
export const optionalColumns = {
  SoftwareLicensingService: [
    ['KeyManagementServiceLookupDomain', 'DiscoveredKeyManagementServiceMachineIpAddress'],
    ['KeyManagementServiceLookupDomain'],
    ['KeyManagementServiceActivationDisabled'],
    [],
  ],
  SoftwareLicensingProduct: [
    ['VLActivationTypeEnabled', 'VLActivationType', 'RemainingAppReArmCount', 'RemainingSkuReArmCount'],
    ['VLActivationTypeEnabled', 'VLActivationType'],
    [],
  ],
} as const

const select = (className: keyof typeof snapshotColumns, more: readonly string[] = []): string =>
  `SELECT ${[...snapshotColumns[className], ...more].join(', ')} FROM ${className}`

/** Only products with a key (slmgr.md 2.1). */
export const keyedOnly = 'WHERE PartialProductKey <> NULL'

/** The queries of a snapshot in root\cimv2; those of the licensing classes in the order in which they are tried. */
export const snapshotQueries = {
  service: optionalColumns.SoftwareLicensingService.map((more) => select('SoftwareLicensingService', more)),
  products: optionalColumns.SoftwareLicensingProduct.map(
    (more) => `${select('SoftwareLicensingProduct', more)} ${keyedOnly}`,
  ),
  operatingSystem: select('Win32_OperatingSystem'),
  computerSystem: select('Win32_ComputerSystem'),
} as const
