import { method, properties, type ClassSchema } from './class-schema.ts'

/** documented: DNS WMI provider, MicrosoftDNS_Zone (kms.md 3); there on computers with the DNS server role alone. */
export const dnsZoneSchema: ClassSchema = {
  name: 'MicrosoftDNS_Zone',
  keys: ['ContainerName', 'DnsServerName', 'Name'],
  properties: [
    ...properties('string', 'Name ContainerName DnsServerName DataFile'),
    ...properties('uint32', 'ZoneType AllowUpdate RefreshInterval NoRefreshInterval'),
    ...properties('boolean', 'DsIntegrated Aging Paused Reverse'),
  ],
  methods: [],
}

/** documented: DNS WMI provider, MicrosoftDNS_SRVType (kms.md 3). */
export const dnsSrvSchema: ClassSchema = {
  name: 'MicrosoftDNS_SRVType',
  keys: ['ContainerName', 'DnsServerName', 'DomainName', 'OwnerName', 'RecordClass', 'RecordData'],
  properties: [
    ...properties('string', 'ContainerName DnsServerName DomainName OwnerName RecordData SRVDomainName'),
    ...properties('uint16', 'Priority Weight Port'),
    ...properties('uint32', 'RecordClass TTL Timestamp'),
  ],
  methods: [
    method(
      'CreateInstanceFromPropertyData',
      `DnsServerName:string ContainerName:string OwnerName:string RecordClass?:uint32 TTL?:uint32 Priority:uint16
      Weight:uint16 Port:uint16 SRVDomainName:string`,
      { static: true },
    ),
    method('Modify', 'TTL?:uint32 Priority?:uint16 Weight?:uint16 Port?:uint16 SRVDomainName?:string'),
  ],
}
