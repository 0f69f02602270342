import { setSuffixSearchList, suffixSearchList } from '../machine/suffix-search-list.ts'
import { labSubnetMask } from '../net/firewall-verdict.ts'
import { adapterConfigurationSchema, computerSystemSchema, operatingSystemSchema } from '../schema/win32-computer.ts'
import { clockOf } from '../world/scene.ts'
import { cimv2, type ClassProvider } from './class-provider.ts'

const megabyte = 1024 * 1024

/** Win32_OperatingSystem. */
export const operatingSystemProvider: ClassProvider = {
  schema: operatingSystemSchema,
  namespaces: [cimv2],
  rows: (scene) => {
    const { os, name, bootedAt, processes } = scene.computer()
    return [
      {
        Name: `${os.caption}|C:\\Windows|\\Device\\Harddisk0\\Partition2`,
        Caption: os.caption,
        Version: os.version,
        BuildNumber: String(os.build),
        BuildType: 'Multiprocessor Free',
        CSName: name,
        OSArchitecture: os.architecture,
        SystemDirectory: 'C:\\Windows\\system32',
        WindowsDirectory: 'C:\\Windows',
        SystemDrive: 'C:',
        Manufacturer: 'Microsoft Corporation',
        Locale: '0409',
        CountryCode: '1',
        Status: 'OK',
        MUILanguages: [os.language],
        ServicePackMajorVersion: 0,
        ServicePackMinorVersion: 0,
        OSType: 18,
        OperatingSystemSKU: os.sku,
        ProductType: os.productType,
        OSLanguage: 1033,
        OSProductSuite: os.productType === 1 ? 256 : 274,
        NumberOfProcesses: 40 + Object.keys(processes).length,
        CurrentTimeZone: 0,
        TotalVisibleMemorySize: String(4 * 1024 * 1024),
        FreePhysicalMemory: String(2 * 1024 * 1024),
        InstallDate: new Date(bootedAt - 30 * 24 * 60 * 60_000),
        LastBootUpTime: new Date(bootedAt),
        LocalDateTime: new Date(clockOf(scene)),
        Primary: true,
      },
    ]
  },
}

/** documented: DomainRole 0/1 workstation alone or in a domain, 2/3 server, 5 primary domain controller. */
const domainRole = (productType: number, inDomain: boolean): number => {
  if (productType === 2) return 5
  return (productType === 3 ? 2 : 0) + (inDomain ? 1 : 0)
}

/** Win32_ComputerSystem. */
export const computerSystemProvider: ClassProvider = {
  schema: computerSystemSchema,
  namespaces: [cimv2],
  rows: (scene) => {
    const { name, domain, workgroup, os } = scene.computer()
    return [
      {
        Name: name,
        Caption: name,
        DNSHostName: name.toLowerCase(),
        Domain: domain ?? workgroup ?? 'WORKGROUP',
        Workgroup: domain === null ? (workgroup ?? 'WORKGROUP') : null,
        PartOfDomain: domain !== null,
        DomainRole: domainRole(os.productType, domain !== null),
        Manufacturer: 'Lab',
        Model: 'Simulated computer',
        SystemType: 'x64-based PC',
        PCSystemType: 1,
        NumberOfProcessors: 1,
        HypervisorPresent: true,
        TotalPhysicalMemory: String(4096 * megabyte),
        Status: 'OK',
      },
    ]
  },
}

/** Win32_NetworkAdapterConfiguration: one adapter with DNS, and one that is not connected. */
export const adapterConfigurationProvider: ClassProvider = {
  schema: adapterConfigurationSchema,
  namespaces: [cimv2],
  rows: (scene) => {
    const { name, domain, address, dnsServers } = scene.computer()
    const suffixes = suffixSearchList(scene.computer())
    return [
      {
        Index: 7,
        InterfaceIndex: 11,
        Description: 'Lab network adapter',
        Caption: '[00000007] Lab network adapter',
        DNSDomain: domain,
        DNSHostName: name,
        ServiceName: 'lab',
        IPEnabled: true,
        DHCPEnabled: false,
        IPAddress: [address],
        IPSubnet: [labSubnetMask],
        DefaultIPGateway: [address.replace(/\.\d+$/, '.1')],
        DNSServerSearchOrder: [...dnsServers],
        DNSDomainSuffixSearchOrder: suffixes.length > 0 ? [...suffixes] : domain === null ? null : [domain],
        DomainDNSRegistrationEnabled: false,
        FullDNSRegistrationEnabled: true,
      },
      { Index: 9, InterfaceIndex: 13, Description: 'Lab adapter without a cable', IPEnabled: false, DHCPEnabled: true },
    ]
  },
  // documented: the method is static and machine-wide (kms.md 3).
  invoke: ({ scene, input }) => {
    const list = input['DNSDomainSuffixSearchOrder']
    return { ReturnValue: setSuffixSearchList(scene.change(), Array.isArray(list) ? list.map(String) : []) }
  },
}
