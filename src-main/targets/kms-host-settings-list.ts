import type { KmsHostSetting } from '../contract/models/kms-host-overview.ts'
import type { HostSettings } from '../contract/models/kms-host-settings.ts'
import { minutesText } from '../contract/minutes.ts'
import { hostSettingFacts, type HostSettingName } from '../licensing/host-settings.ts'

/** What decides whether a setting can be edited now. */
export interface EditState {
  readonly isKmsHost: boolean
  readonly licensed: boolean
  /** Why nothing can be changed on the computer at all; null where something can. */
  readonly barred: string | null
}

const noHost = 'This computer is no KMS host yet: it has no KMS host key.'

const whyNot = ({ isKmsHost, licensed, barred }: EditState, setting: HostSettingName | null): string | null => {
  if (barred !== null) return barred
  if (!isKmsHost) return noHost
  const refused = setting !== null && hostSettingFacts[setting].refusedBeforeActivation
  return refused && !licensed ? 'Windows refuses this setting until the KMS host is activated.' : null
}

const intervalText = (minutes: number | null): string =>
  minutes === null ? 'Not told by Windows' : minutesText(minutes)

const listText = ({ publishList, ownDomain }: HostSettings): string => {
  if (publishList.length > 0) return publishList.map(({ domain }) => domain).join(', ')
  return ownDomain === null ? 'Only the own domain of the host' : `Only the own domain of the host (${ownDomain})`
}

/** The settings of a host as the page lists them, each with whether it can be edited now and why not. */
export const settingsList = (settings: HostSettings, state: EditState): KmsHostSetting[] => {
  const entry = (setting: HostSettingName, value: KmsHostSetting['value'], text: string): KmsHostSetting => {
    const why = whyNot(state, setting)
    const { label, needsRestart } = hostSettingFacts[setting]
    return { setting, label, value, text, editable: why === null, why, needsRestart }
  }
  // The publish list is a registry value: Windows takes it before activation too (kms.md 2).
  const why = whyNot(state, null)
  const list: KmsHostSetting = {
    setting: 'publishList',
    label: 'Domains in which it publishes itself',
    value: settings.publishList.map(({ domain, priority, weight }) =>
      [domain, priority, weight].filter(Boolean).join(','),
    ),
    text: listText(settings),
    editable: why === null,
    why,
    needsRestart: true,
  }
  const { port, dnsPublishing, lowPriority, activationInterval, renewalInterval } = settings
  return [
    entry('port', port, String(port)),
    entry('dnsPublishing', dnsPublishing, dnsPublishing ? 'On' : 'Off'),
    list,
    entry('lowPriority', lowPriority, lowPriority ? 'Low' : 'Normal'),
    entry('activationInterval', activationInterval, intervalText(activationInterval)),
    entry('renewalInterval', renewalInterval, intervalText(renewalInterval)),
  ]
}
