/**
 * The columns that a licensing snapshot is made of, per class. Every one exists since Windows 7 / Server 2008 R2
 * (slmgr.md 7.1, 7.3; Win32 classes: WMI SDK), so the queries need no look at the version first.
 */
export const snapshotColumns = {
  SoftwareLicensingService: [
    'Version',
    'ClientMachineID',
    'KeyManagementServiceListeningPort',
    'KeyManagementServiceDnsPublishing',
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

const select = (className: keyof typeof snapshotColumns): string =>
  `SELECT ${snapshotColumns[className].join(', ')} FROM ${className}`

/** The four queries of a snapshot in root\cimv2; the product query asks for products with a key alone (slmgr.md 2.1). */
export const snapshotQueries = {
  service: select('SoftwareLicensingService'),
  products: `${select('SoftwareLicensingProduct')} WHERE PartialProductKey <> NULL`,
  operatingSystem: select('Win32_OperatingSystem'),
  computerSystem: select('Win32_ComputerSystem'),
} as const
