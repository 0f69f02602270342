import { method, properties, type ClassSchema } from './class-schema.ts'

/** documented: CIMWin32 provider, the part of Win32_OperatingSystem that describes the installation. */
export const operatingSystemSchema: ClassSchema = {
  name: 'Win32_OperatingSystem',
  keys: ['Name'],
  properties: [
    ...properties(
      'string',
      `Name Caption Version BuildNumber BuildType CSName CSDVersion OSArchitecture SerialNumber SystemDirectory
      WindowsDirectory SystemDrive Manufacturer Locale CountryCode Status RegisteredUser`,
    ),
    ...properties('string', 'MUILanguages', { array: true }),
    ...properties('uint16', 'ServicePackMajorVersion ServicePackMinorVersion OSType'),
    ...properties('uint32', 'OperatingSystemSKU ProductType OSLanguage OSProductSuite NumberOfProcesses'),
    ...properties('sint16', 'CurrentTimeZone'),
    ...properties('uint64', 'TotalVisibleMemorySize FreePhysicalMemory'),
    ...properties('datetime', 'InstallDate LastBootUpTime LocalDateTime'),
    ...properties('boolean', 'Primary'),
  ],
  methods: [],
}

/** documented: CIMWin32 provider, the part of Win32_ComputerSystem that names the computer and its domain. */
export const computerSystemSchema: ClassSchema = {
  name: 'Win32_ComputerSystem',
  keys: ['Name'],
  properties: [
    ...properties('string', 'Name Caption DNSHostName Domain Workgroup Manufacturer Model SystemType UserName Status'),
    ...properties('uint16', 'DomainRole PCSystemType'),
    ...properties('uint32', 'NumberOfProcessors'),
    ...properties('boolean', 'PartOfDomain'),
    ...properties('boolean', 'HypervisorPresent', { since: '8.0' }),
    ...properties('uint64', 'TotalPhysicalMemory'),
  ],
  methods: [],
}

/** documented: CIMWin32 provider, the DNS side of Win32_NetworkAdapterConfiguration. */
export const adapterConfigurationSchema: ClassSchema = {
  name: 'Win32_NetworkAdapterConfiguration',
  keys: ['Index'],
  properties: [
    ...properties('uint32', 'Index InterfaceIndex'),
    ...properties('string', 'Description Caption DNSDomain DNSHostName MACAddress ServiceName DHCPServer'),
    ...properties('string', 'DNSServerSearchOrder DNSDomainSuffixSearchOrder IPAddress IPSubnet DefaultIPGateway', {
      array: true,
    }),
    ...properties('boolean', 'IPEnabled DHCPEnabled DomainDNSRegistrationEnabled FullDNSRegistrationEnabled'),
  ],
  methods: [method('SetDNSSuffixSearchOrder', 'DNSDomainSuffixSearchOrder?:string[]', { static: true })],
}
