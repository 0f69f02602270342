import { method, properties, type ClassSchema } from './class-schema.ts'
import { requestCounters } from './licensing-service.ts'

/** documented: slmgr.md 7.3 and 7.4, each member with the versions that have it. */
export const licensingProductSchema: ClassSchema = {
  name: 'SoftwareLicensingProduct',
  keys: ['ID'],
  properties: [
    ...properties(
      'string',
      `ID Name Description ApplicationID ProcessorURL MachineURL ProductKeyURL UseLicenseURL OfflineInstallationId
      PartialProductKey ProductKeyID LicenseFamily LicenseDependsOn KeyManagementServiceProductKeyID
      KeyManagementServiceMachine DiscoveredKeyManagementServiceMachineName TokenActivationILID
      TokenActivationCertificateThumbprint TokenActivationAdditionalInfo`,
    ),
    ...properties(
      'uint32',
      `LicenseStatus LicenseStatusReason GracePeriodRemaining VLActivationInterval VLRenewalInterval
      KeyManagementServicePort DiscoveredKeyManagementServiceMachinePort IsKeyManagementServiceMachine
      KeyManagementServiceCurrentCount RequiredClientCount GenuineStatus ExtendedGrace TokenActivationILVID
      TokenActivationGrantNumber ${requestCounters}`,
    ),
    ...properties('datetime', 'EvaluationEndDate TrustedTime'),
    ...properties('boolean', 'LicenseIsAddon'),
    ...properties(
      'string',
      `ValidationURL KeyManagementServiceLookupDomain ADActivationObjectName ADActivationObjectDN ADActivationCsvlkPid
      ADActivationCsvlkSkuId`,
      { since: '8.0' },
    ),
    ...properties('uint32', 'VLActivationType VLActivationTypeEnabled', { since: '8.0' }),
    ...properties(
      'string',
      `ProductKeyChannel DiscoveredKeyManagementServiceMachineIpAddress IAID AutomaticVMActivationHostMachineName
      AutomaticVMActivationHostDigitalPid2`,
      { since: '8.1' },
    ),
    ...properties('datetime', 'AutomaticVMActivationLastActivationTime', { since: '8.1' }),
    ...properties('uint32', 'RemainingAppReArmCount RemainingSkuReArmCount', { since: '8.1' }),
    ...properties('string', 'ProductKeyID2', { since: '2019' }),
  ],
  methods: [
    method('Activate'),
    method('UninstallProductKey'),
    method('DepositOfflineConfirmationId', 'InstallationId:string ConfirmationId:string'),
    method('GetPolicyInformationDWord', 'PolicyName:string'),
    method('GetPolicyInformationString', 'PolicyName:string'),
    method('SetKeyManagementServiceMachine', 'MachineName?:string'),
    method('ClearKeyManagementServiceMachine'),
    method('SetKeyManagementServicePort', 'PortNumber:uint32'),
    method('ClearKeyManagementServicePort'),
    method('SetKeyManagementServiceLookupDomain', 'LookupDomain:string', { since: '8.0' }),
    method('ClearKeyManagementServiceLookupDomain', '', { since: '8.0' }),
    method('GetTokenActivationGrants'),
    method('GenerateTokenActivationChallenge'),
    method('DepositTokenActivationResponse', 'Challenge:string Response:string CertChain:string'),
    method('SetVLActivationTypeEnabled', 'ActivationType:uint32', { since: '8.0' }),
    method('ClearVLActivationTypeEnabled', '', { since: '8.0' }),
    method('ReArmSku', '', { since: '8.1' }),
  ],
}

/** documented: slmgr.md 7.4, last paragraph. */
export const tokenLicenseSchema: ClassSchema = {
  name: 'SoftwareLicensingTokenActivationLicense',
  keys: ['ID'],
  properties: [
    ...properties('string', 'ID ILID Description AdditionalInfo'),
    ...properties('uint32', 'ILVID AuthorizationStatus'),
    ...properties('datetime', 'ExpirationDate'),
  ],
  methods: [method('Uninstall')],
}
