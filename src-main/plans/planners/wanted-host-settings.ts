import type { CheckedKmsHostDraft, DeferredSetting } from '../../contract/models/plan.ts'
import type { TargetRef } from '../../contract/models/target.ts'
import { describeMinutes } from '../../contract/minutes.ts'
import { deferredSettingSentence, hostSettingCommand, type HostSettingChange } from '../../licensing/host-settings.ts'
import { defaultKmsPort } from '../../licensing/kms-facts.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import { checkedInterval, checkedPort } from './host-setting-steps.ts'

/** A publish list that a host has must go where it shall publish itself in its own domain alone. */
export const dropsPublishList = ({ publishing, previous }: CheckedKmsHostDraft): boolean =>
  publishing.mode === 'automatic' && (previous?.publishList.length ?? 0) > 0

/**
 * The settings that a draft asks for and that differ from what the host has now, or a new host has by itself, in the order
 * of their steps.
 */
export const wantedHostSettings = (draft: CheckedKmsHostDraft): readonly HostSettingChange[] => {
  const port = checkedPort(draft.port)
  const { activationInterval, renewalInterval, previous } = draft
  const publishes = draft.publishing.mode !== 'none'
  return [
    ...(port === (previous?.port ?? defaultKmsPort) ? [] : [{ setting: 'port' as const, value: port }]),
    ...(activationInterval === null || activationInterval === previous?.activationInterval
      ? []
      : [
          {
            setting: 'activationInterval' as const,
            value: checkedInterval('activationInterval', activationInterval),
          },
        ]),
    ...(renewalInterval === null || renewalInterval === previous?.renewalInterval
      ? []
      : [{ setting: 'renewalInterval' as const, value: checkedInterval('renewalInterval', renewalInterval) }]),
    ...(draft.lowPriority === (previous?.lowPriority ?? false)
      ? []
      : [{ setting: 'lowPriority' as const, value: draft.lowPriority }]),
    ...(publishes === (previous?.dnsPublishing ?? true)
      ? []
      : [{ setting: 'dnsPublishing' as const, value: publishes }]),
  ]
}

/** The step that makes a change; `more` are parameters that every such action takes. */
export const settingStep = (change: HostSettingChange, more: Readonly<Record<string, true>> = {}): FrozenStep => {
  switch (change.setting) {
    case 'port':
      return { kind: 'kms-host.set-port', params: { port: change.value, ...more } }
    case 'activationInterval':
      return { kind: 'kms-host.set-activation-interval', params: { minutes: change.value, ...more } }
    case 'renewalInterval':
      return { kind: 'kms-host.set-renewal-interval', params: { minutes: change.value, ...more } }
    case 'dnsPublishing':
      return { kind: 'kms-host.set-dns-publishing', params: { enabled: change.value, ...more } }
    case 'lowPriority':
      return { kind: 'kms-host.set-priority', params: { low: change.value, ...more } }
  }
}

const titleOf = (change: HostSettingChange): string => {
  switch (change.setting) {
    case 'port':
      return `TCP port ${change.value}`
    case 'activationInterval':
      return `Activation interval ${describeMinutes(change.value)}`
    case 'renewalInterval':
      return `Renewal interval ${describeMinutes(change.value)}`
    case 'dnsPublishing':
      return change.value ? 'Publishing in DNS' : 'No publishing in DNS'
    case 'lowPriority':
      return change.value ? 'Low priority' : 'Normal priority'
  }
}

/** A setting that the plan leaves for later, with what to do then. */
export const deferredSetting = (target: TargetRef, change: HostSettingChange): DeferredSetting => ({
  title: titleOf(change),
  reason: `${deferredSettingSentence(change.setting)} This plan does not activate the host: activate it, change the setting then, and restart the licensing service.`,
  equivalent: hostSettingCommand(target, change),
})
