import type { VersionGate } from './licensing-object.ts'

/**
 * What Windows versions need for an option, by the property that came or went together with its method (slmgr.md 1.10, 7).
 * The class is asked; the name of the product is never looked at.
 */
export const versionGates = {
  lookupDomain: {
    className: 'SoftwareLicensingService',
    property: 'KeyManagementServiceLookupDomain',
    message: 'Looking for KMS hosts in a domain of choice needs Windows 8 or Windows Server 2012, or later.',
    remedy: 'Set a fixed KMS host, or add the domain to the DNS suffix list of the computer.',
  },
  activationType: {
    className: 'SoftwareLicensingProduct',
    property: 'VLActivationTypeEnabled',
    message: 'Choosing the ways of activation needs Windows 8 or Windows Server 2012, or later.',
    remedy: 'Leave it: earlier versions of Windows know activation by KMS and by token alone.',
  },
  activationSwitch: {
    className: 'SoftwareLicensingService',
    property: 'KeyManagementServiceActivationDisabled',
    message: 'Only Windows 7 and Windows Server 2008 R2 can switch activation by KMS off.',
    remedy: 'Choose the ways of activation instead (slmgr /act-type), from Windows 8 on.',
  },
  applicationRearm: {
    className: 'SoftwareLicensingProduct',
    property: 'RemainingAppReArmCount',
    message: 'Rearming one application needs Windows 8.1 or Windows Server 2012 R2, or later.',
    remedy: 'Rearm Windows as a whole (slmgr /rearm).',
  },
  productRearm: {
    className: 'SoftwareLicensingProduct',
    property: 'RemainingSkuReArmCount',
    message: 'Rearming one product needs Windows 8.1 or Windows Server 2012 R2, or later.',
    remedy: 'Rearm Windows as a whole (slmgr /rearm).',
  },
  activeDirectory: {
    className: 'SoftwareLicensingProduct',
    property: 'ADActivationObjectName',
    message: 'Activation over Active Directory needs Windows 8 or Windows Server 2012, or later.',
    remedy: 'Choose a computer with a later Windows, or activate its clients by KMS.',
  },
} as const satisfies Readonly<Record<string, VersionGate>>
