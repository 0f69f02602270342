import { assertNever } from '../contract/app-error.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { slmgrCommand } from './command-lines.ts'

/** A setting of a KMS host, and what it is to become (slmgr.md 1.5, kms.md 2). */
export type HostSettingChange =
  | { readonly setting: 'port'; readonly value: number }
  /** Minutes. */
  | { readonly setting: 'activationInterval'; readonly value: number }
  /** Minutes. */
  | { readonly setting: 'renewalInterval'; readonly value: number }
  | { readonly setting: 'dnsPublishing'; readonly value: boolean }
  | { readonly setting: 'lowPriority'; readonly value: boolean }

export type HostSettingName = HostSettingChange['setting']

/** What a technician must know about a setting before changing it. */
export interface HostSettingFacts {
  readonly label: string
  /** The option of slmgr, or both where it has one to switch on and one to switch off. */
  readonly slmgrOptions: readonly string[]
  /** Method of SoftwareLicensingService (slmgr.md 7). */
  readonly method: string
  /** Value below the SoftwareProtectionPlatform subkey (kms.md 2). */
  readonly registryValue: string
  /** Windows changes it on an activated KMS host alone (slmgr.md 1.5, kms.md 9). */
  readonly refusedBeforeActivation: boolean
  /** It takes effect when the licensing service has been restarted (deploying-kms-activation.txt, "Configuring KMS Hosts"). */
  readonly needsRestart: boolean
}

const facts = (label: string, slmgrOptions: readonly string[], method: string, registryValue: string) => ({
  label,
  slmgrOptions,
  method,
  registryValue,
  refusedBeforeActivation: true,
  needsRestart: true,
})

/** Every setting that slmgr changes on a KMS host. All are refused before activation and all need a restart of the service. */
export const hostSettingFacts: Readonly<Record<HostSettingName, HostSettingFacts>> = {
  port: facts('TCP port', ['/sprt'], 'SetKeyManagementServiceListeningPort', 'KeyManagementServiceListeningPort'),
  activationInterval: facts('Activation interval', ['/sai'], 'SetVLActivationInterval', 'VLActivationInterval'),
  renewalInterval: facts('Renewal interval', ['/sri'], 'SetVLRenewalInterval', 'VLRenewalInterval'),
  dnsPublishing: facts(
    'Publishing in DNS',
    ['/sdns', '/cdns'],
    'DisableKeyManagementServiceDnsPublishing',
    'DisableDnsPublishing',
  ),
  lowPriority: facts(
    'Process priority',
    ['/cpri', '/spri'],
    'EnableKeyManagementServiceLowPriority',
    'EnableKmsLowPriority',
  ),
}

/** The slmgr command line that makes a change. /sdns publishes, /cdns does not; /cpri is low priority, /spri normal. */
export const hostSettingCommand = (target: TargetRef, change: HostSettingChange): string => {
  switch (change.setting) {
    case 'port':
      return slmgrCommand(target, '/sprt', String(change.value))
    case 'activationInterval':
      return slmgrCommand(target, '/sai', String(change.value))
    case 'renewalInterval':
      return slmgrCommand(target, '/sri', String(change.value))
    case 'dnsPublishing':
      return slmgrCommand(target, change.value ? '/sdns' : '/cdns')
    case 'lowPriority':
      return slmgrCommand(target, change.value ? '/cpri' : '/spri')
    default:
      return assertNever(change)
  }
}

/** The sentence for a setting that waits until the host is activated. */
export const deferredSettingSentence = (setting: HostSettingName): string =>
  `${hostSettingFacts[setting].label}: Windows refuses this setting until the KMS host is activated, so it is made after that.`
