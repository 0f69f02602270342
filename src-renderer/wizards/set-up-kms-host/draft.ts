import type { HostSettings, PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'
import type { SetUpKmsHostDraft } from '../../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { emptyTarget, isTargetTyped, type Place, type TargetFields } from '../target-step/target-fields.ts'
import type { OptionsAnswer } from './machine.ts'

/** What was typed or chosen on the step "Options". Numbers stay as they were typed until main has read them. */
export interface OptionFields {
  readonly activation: 'online' | 'telephone' | 'later'
  readonly publishing: 'automatic' | 'domains' | 'none'
  /** The rows of the publish list; kept while another way of publishing is chosen. */
  readonly rows: readonly PublishRowDraft[]
  readonly port: string
  readonly openFirewall: boolean
  readonly lowPriority: boolean
  readonly activationInterval: string
  readonly renewalInterval: string
}

/** What Windows does where nothing is set (kms.md 1): port 1688, 2 hours, 7 days. */
export const windowsDefaults: OptionFields = {
  activation: 'online',
  publishing: 'automatic',
  rows: [],
  port: '1688',
  openFirewall: true,
  lowPriority: false,
  activationInterval: '120',
  renewalInterval: '10080',
}

/** Everything that was typed or chosen in the wizard. It lives in the window's memory and dies with the wizard. */
export interface Draft {
  readonly target: TargetFields
  readonly key: string
  /** Names of the checks whose warnings the person overruled. */
  readonly overruled: readonly string[]
  /** Generation of the host key where the person said it (hostKeys.compatibility). */
  readonly generation: string | null
  readonly options: OptionFields
}

/** An empty draft for a place. */
export const emptyDraft = (place: Place): Draft => ({
  target: emptyTarget(place),
  key: '',
  overruled: [],
  generation: null,
  options: windowsDefaults,
})

/** Whether anything was typed that leaving would lose. A choice of place alone is not. */
export const isEdited = ({ target, key }: Draft): boolean => isTargetTyped(target) || key !== ''

/** The options with the port on which a computer listens already, unless another one was typed. */
export const withPort = (options: OptionFields, port: number | null): OptionFields =>
  port === null || options.port !== windowsDefaults.port ? options : { ...options, port: String(port) }

const publishingNow = ({ dnsPublishing, publishList }: HostSettings): OptionFields['publishing'] => {
  if (!dnsPublishing) return 'none'
  return publishList.length > 0 ? 'domains' : 'automatic'
}

/** The options as a KMS host has them already; where Windows does not tell, as Windows has it by default. */
const optionsOf = (found: HostSettings): OptionFields => ({
  ...windowsDefaults,
  publishing: publishingNow(found),
  rows: found.publishList,
  port: String(found.port),
  lowPriority: found.lowPriority,
  activationInterval: String(found.activationInterval ?? windowsDefaults.activationInterval),
  renewalInterval: String(found.renewalInterval ?? windowsDefaults.renewalInterval),
})

/** Options in which everything that stood as in `before` stands as in `after`; what was changed stays. */
const carriedOver = (options: OptionFields, before: OptionFields, after: OptionFields): OptionFields => {
  const take = <K extends keyof OptionFields>(name: K): OptionFields[K] =>
    options[name] === before[name] ? after[name] : options[name]
  return {
    activation: take('activation'),
    publishing: take('publishing'),
    rows: take('rows'),
    port: take('port'),
    openFirewall: take('openFirewall'),
    lowPriority: take('lowPriority'),
    activationInterval: take('activationInterval'),
    renewalInterval: take('renewalInterval'),
  }
}

/** The options with what a KMS host is set to already, unless something else was typed. */
export const withFound = (options: OptionFields, found: HostSettings): OptionFields =>
  carriedOver(options, windowsDefaults, optionsOf(found))

/** The options for another computer: what one host was set to is not typed for the next. */
export const withoutFound = (options: OptionFields, found: HostSettings | null): OptionFields =>
  found === null ? options : carriedOver(options, optionsOf(found), windowsDefaults)

const publishingOf = ({ publishing }: OptionFields, { list }: OptionsAnswer): SetUpKmsHostDraft['publishing'] => {
  switch (publishing) {
    case 'automatic':
      return { mode: 'automatic' }
    case 'none':
      return { mode: 'none' }
    case 'domains':
      return { mode: 'domains', domains: list?.rows ?? [] }
  }
}

/** What a host does already need not be written. */
const minutesOf = (minutes: number | null, usual: string, found: number | null | undefined): number | null =>
  String(minutes) === String(found ?? usual) ? null : minutes

interface Accepted {
  readonly target: TargetRef
  /** Reference to the host key in main's memory. */
  readonly hostKey: string
  /** What main made of the typed options. */
  readonly answer: OptionsAnswer
  /** What a computer that is a KMS host already is set to; null for a new one. */
  readonly found: HostSettings | null
}

/** The draft that main turns into a plan. */
export const planDraftOf = (draft: Draft, { target, hostKey, answer, found }: Accepted): SetUpKmsHostDraft => ({
  wizard: 'set-up-kms-host',
  target,
  hostKey,
  overruled: [...draft.overruled],
  openFirewall: draft.options.openFirewall,
  activation: draft.options.activation,
  publishing: publishingOf(draft.options, answer),
  port: answer.settings.port ?? Number(windowsDefaults.port),
  lowPriority: draft.options.lowPriority,
  activationInterval: minutesOf(
    answer.settings.activationInterval,
    windowsDefaults.activationInterval,
    found?.activationInterval,
  ),
  renewalInterval: minutesOf(answer.settings.renewalInterval, windowsDefaults.renewalInterval, found?.renewalInterval),
  hostKeyGeneration: draft.generation,
  previous: found,
})
