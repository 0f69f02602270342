import { method, properties, type ClassSchema } from './class-schema.ts'

/** documented: the eight counters of requests that a KMS host keeps (slmgr.md 7.1). */
export const requestCounters = `
  KeyManagementServiceUnlicensedRequests KeyManagementServiceLicensedRequests KeyManagementServiceOOBGraceRequests
  KeyManagementServiceOOTGraceRequests KeyManagementServiceNonGenuineGraceRequests
  KeyManagementServiceNotificationRequests KeyManagementServiceTotalRequests KeyManagementServiceFailedRequests`

/** documented: slmgr.md 7.1 and 7.2, each member with the versions that have it. */
export const licensingServiceSchema: ClassSchema = {
  name: 'SoftwareLicensingService',
  keys: ['Version'],
  properties: [
    ...properties(
      'string',
      `Version ClientMachineID KeyManagementServiceMachine DiscoveredKeyManagementServiceMachineName
      KeyManagementServiceProductKeyID TokenActivationILID TokenActivationCertificateThumbprint
      TokenActivationAdditionalInfo`,
    ),
    ...properties(
      'uint32',
      `KeyManagementServicePort DiscoveredKeyManagementServiceMachinePort VLActivationInterval VLRenewalInterval
      IsKeyManagementServiceMachine KeyManagementServiceCurrentCount RequiredClientCount
      KeyManagementServiceListeningPort PolicyCacheRefreshRequired RemainingWindowsReArmCount TokenActivationILVID
      TokenActivationGrantNumber ${requestCounters}`,
    ),
    ...properties(
      'boolean',
      'KeyManagementServiceDnsPublishing KeyManagementServiceLowPriority KeyManagementServiceHostCaching',
    ),
    ...properties('boolean', 'KeyManagementServiceActivationDisabled', { until: '8.0' }),
    ...properties('string', 'KeyManagementServiceLookupDomain', { since: '8.0' }),
    ...properties('string', 'DiscoveredKeyManagementServiceMachineIpAddress', { since: '8.1' }),
    ...properties('string', 'OA3xOriginalProductKey OA3xOriginalProductKeyDescription OA3xOriginalProductKeyPkPn', {
      since: '2019',
    }),
    ...properties('uint32', 'OA2xBiosMarkerStatus OA2xBiosMarkerMinorVersion', { since: '2019' }),
    ...properties('uint32', 'SubscriptionType SubscriptionStatus AzureMetadataResponse EmitWindowsMeter', {
      since: '23H2',
    }),
    ...properties('string', 'SubscriptionEdition SubscriptionExpiry', { since: '23H2' }),
  ],
  methods: [
    method('InstallProductKey', 'ProductKey:string'),
    method('InstallLicense', 'License:string'),
    method('InstallLicensePackage', 'LicensePackage:string'),
    method('SetKeyManagementServiceMachine', 'MachineName?:string'),
    method('ClearKeyManagementServiceMachine'),
    method('SetKeyManagementServicePort', 'PortNumber:uint32'),
    method('ClearKeyManagementServicePort'),
    method('SetKeyManagementServiceLookupDomain', 'LookupDomain:string', { since: '8.0' }),
    method('ClearKeyManagementServiceLookupDomain', '', { since: '8.0' }),
    method('SetVLActivationInterval', 'ActivationInterval:uint32'),
    method('SetVLRenewalInterval', 'RenewalInterval:uint32'),
    method('ClearProductKeyFromRegistry'),
    method('AcquireGenuineTicket', 'TemplateId:string ServerUrl:string'),
    method('ReArmWindows'),
    method('ReArmApp', 'ApplicationId:string', { since: '8.1' }),
    method('RefreshLicenseStatus'),
    method('SetKeyManagementServiceListeningPort', 'PortNumber:uint32'),
    method('ClearKeyManagementServiceListeningPort'),
    method('DisableKeyManagementServiceDnsPublishing', 'DisablePublishing:boolean'),
    method('EnableKeyManagementServiceLowPriority', 'EnableLowPriority:boolean'),
    method('DisableKeyManagementServiceHostCaching', 'DisableCaching:boolean'),
    method('DisableKeyManagementServiceActivation', 'DisableActivation:boolean', { until: '8.0' }),
    method('GenerateActiveDirectoryOfflineActivationId', 'ProductKey:string', { since: '8.0' }),
    method(
      'DepositActiveDirectoryOfflineActivationConfirmation',
      'ProductKey:string ConfirmationID:string ActivationObjectName:string',
      { since: '8.0' },
    ),
    method('DoActiveDirectoryOnlineActivation', 'ProductKey:string ActivationObjectName:string', { since: '8.0' }),
    method('SetVLActivationTypeEnabled', 'ActivationType:uint32', { since: '8.0' }),
    method('ClearVLActivationTypeEnabled', '', { since: '8.0' }),
  ],
}
