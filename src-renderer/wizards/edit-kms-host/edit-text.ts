import { minutesText } from '../../../src-main/contract/minutes.ts'
import type { HostChange, HostSettings } from '../../../src-main/contract/models/kms-host-settings.ts'
import type { KmsHostReport } from '../../../src-main/contract/models/kms-host-report.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { editHost as words } from '../../strings/edit-kms-host.ts'
import { result } from '../../strings/set-up-kms-host/result.ts'
import { isRefusedSomewhere } from '../host-plan/result/domain-outcomes.ts'
import type { SettingName } from './edit-fields.ts'

const intervalText = (minutes: number | null): string => (minutes === null ? words.unknown : minutesText(minutes))

/** What a setting is now, in words. Null for an import, which is not about one value. */
export const presentValue = (setting: SettingName, settings: HostSettings): string | null => {
  switch (setting) {
    case 'port':
      return String(settings.port)
    case 'dns-publishing':
      return settings.dnsPublishing ? words.publishingOn : words.publishingOff
    case 'publish-list':
      return settings.publishList.length === 0
        ? words.listNone
        : settings.publishList.map(({ domain, priority, weight }) => `${domain}, ${priority}, ${weight}`).join('; ')
    case 'priority':
      return settings.lowPriority ? words.priorityLow : words.priorityNormal
    case 'activation-interval':
      return intervalText(settings.activationInterval)
    case 'renewal-interval':
      return intervalText(settings.renewalInterval)
    case 'registry-values':
      return null
  }
}

/** The verb of the button that makes a change: it says what will be. */
export const commitVerb = (change: HostChange): string => {
  const { verbs } = words
  switch (change.setting) {
    case 'port':
      return verbs.port(change.port)
    case 'dns-publishing':
      return change.enabled ? verbs.publishOn : verbs.publishOff
    case 'publish-list':
      return change.domains.length === 0 ? verbs.deleteList : verbs.publishList(change.domains.length)
    case 'priority':
      return change.low ? verbs.lowPriority : verbs.normalPriority
    case 'activation-interval':
      return verbs.activationInterval(change.minutes)
    case 'renewal-interval':
      return verbs.renewalInterval(change.minutes)
    case 'registry-values':
      return verbs.registryValues(change.values.length)
  }
}

/** The heading of the result page. A domain that refused the record (event 12293) is never called a success. */
export const editResultHeading = (plan: PlanView, report: KmsHostReport | null): string => {
  const host = plan.targetName
  if (plan.state === 'discarded') return result.headingDiscarded
  if (plan.state !== 'done') return words.headingFailed(host)
  return report !== null && isRefusedSomewhere(report.events)
    ? words.headingNotPublished(host)
    : words.headingDone(host)
}
