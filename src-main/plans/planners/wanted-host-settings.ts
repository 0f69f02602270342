import type { CheckedKmsHostDraft, DeferredSetting } from '../../contract/models/plan.ts'
import type { TargetRef } from '../../contract/models/target.ts'
import { describeMinutes } from '../../licensing/host-setting-input.ts'
import { deferredSettingSentence, hostSettingCommand, type HostSettingChange } from '../../licensing/host-settings.ts'
import { defaultKmsPort } from '../../licensing/kms-facts.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import { checkedInterval, checkedPort } from './host-setting-steps.ts'

/** The settings that a draft asks for and that differ from what Windows has by default, in the order of their steps. */
export const wantedHostSettings = (draft: CheckedKmsHostDraft): readonly HostSettingChange[] => {
  const port = checkedPort(draft.port)
  const { activationInterval, renewalInterval } = draft
  return [
    ...(port === defaultKmsPort ? [] : [{ setting: 'port' as const, value: port }]),
    ...(activationInterval === null
      ? []
      : [
          {
            setting: 'activationInterval' as const,
            value: checkedInterval('activationInterval', activationInterval),
          },
        ]),
    ...(renewalInterval === null
      ? []
      : [{ setting: 'renewalInterval' as const, value: checkedInterval('renewalInterval', renewalInterval) }]),
    ...(draft.lowPriority ? [{ setting: 'lowPriority' as const, value: true }] : []),
    ...(draft.publishing.mode === 'none' ? [{ setting: 'dnsPublishing' as const, value: false }] : []),
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
