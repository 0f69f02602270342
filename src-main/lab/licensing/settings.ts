import type { Draft } from 'immer'
import {
  deleteRegistryValue,
  licensingPath,
  registryNumber,
  registryText,
  registryValue,
  setRegistryValue,
} from '../machine/registry.ts'
import type { Computer } from '../world/state.ts'
import { kmsFigures } from './kms-figures.ts'

/** documented: names and types of the licensing settings in the registry (slmgr.md 6, kms.md 2). */
export const settingNames = {
  machine: 'KeyManagementServiceName',
  port: 'KeyManagementServicePort',
  lookupDomain: 'KeyManagementServiceLookupDomain',
  listeningPort: 'KeyManagementServiceListeningPort',
  disablePublishing: 'DisableDnsPublishing',
  publishList: 'DnsDomainPublishList',
  lowPriority: 'EnableKmsLowPriority',
  disableCaching: 'DisableKeyManagementServiceHostCaching',
  activationInterval: 'VLActivationInterval',
  renewalInterval: 'VLRenewalInterval',
  activationType: 'VLActivationType',
  skipRearm: 'SkipRearm',
  /** assumed: the name is not established (slmgr.md 9); this one follows that of host caching. */
  disableActivation: 'DisableKeyManagementServiceActivation',
} as const
export type SettingName = (typeof settingNames)[keyof typeof settingNames]

/** A line of DnsDomainPublishList. */
export interface PublishTarget {
  readonly domain: string
  readonly priority: number
  readonly weight: number
}

export interface LicensingSettings {
  /** KMS host pinned on the computer; null for discovery. */
  readonly machine: string | null
  /** 0: none set. */
  readonly port: number
  readonly lookupDomain: string | null
  /** 0: none set, which means 1688. */
  readonly listeningPort: number
  readonly publishing: boolean
  readonly lowPriority: boolean
  readonly hostCaching: boolean
  /** Minutes. */
  readonly activationInterval: number
  readonly renewalInterval: number
  readonly publishList: readonly PublishTarget[]
  /** Windows 7 alone: whether KMS clients were told to leave KMS alone (/stao). */
  readonly activationDisabled: boolean
  /** documented: SkipRearm 1 makes a rearm do nothing (slmgr.md 6). */
  readonly skipRearm: boolean
}

export const numberText = (text: string | null): number => {
  const number = Number(text ?? '0')
  return Number.isInteger(number) && number >= 0 && number <= 65_535 ? number : 0
}

/** documented: one line per domain, "domain, priority, weight", both numbers optional (kms.md 2). */
const publishTarget = (line: string): PublishTarget => {
  const [domain = '', priority = '', weight = ''] = line.split(',').map((part) => part.trim())
  return { domain, priority: numberText(priority || '0'), weight: numberText(weight || '0') }
}

/** The settings as the registry has them. WMI shows these; what the service listens on it took over when it started. */
export const readSettings = (computer: Computer): LicensingSettings => {
  const textOf = (name: string): string | null => registryText(computer, licensingPath, name)
  const isSet = (name: string): boolean => (registryNumber(computer, licensingPath, name) ?? 0) !== 0
  const list = registryValue(computer, licensingPath, settingNames.publishList)?.data
  return {
    machine: textOf(settingNames.machine) || null,
    port: numberText(textOf(settingNames.port)),
    lookupDomain: textOf(settingNames.lookupDomain) || null,
    listeningPort: numberText(textOf(settingNames.listeningPort)),
    publishing: !isSet(settingNames.disablePublishing),
    lowPriority: isSet(settingNames.lowPriority),
    hostCaching: !isSet(settingNames.disableCaching),
    activationInterval:
      registryNumber(computer, licensingPath, settingNames.activationInterval) ?? kmsFigures.activationInterval,
    renewalInterval:
      registryNumber(computer, licensingPath, settingNames.renewalInterval) ?? kmsFigures.renewalInterval,
    publishList: Array.isArray(list)
      ? list.filter((line): line is string => typeof line === 'string' && line.trim() !== '').map(publishTarget)
      : [],
    activationDisabled: isSet(settingNames.disableActivation),
    skipRearm: isSet(settingNames.skipRearm),
  }
}

/** Writes a setting in the type that Windows gives it: ports and names are REG_SZ, switches and intervals REG_DWORD; null deletes it. */
export const writeSetting = (
  computer: Draft<Computer>,
  name: SettingName,
  value: string | number | null,
  path: string = licensingPath,
): void => {
  if (value === null) deleteRegistryValue(computer, path, name)
  else setRegistryValue(computer, path, name, typeof value === 'number' ? 'REG_DWORD' : 'REG_SZ', value)
}
