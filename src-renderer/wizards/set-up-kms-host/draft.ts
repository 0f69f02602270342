import type { PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'
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

/** What a new host does by itself need not be written; a computer that is a host already may be set to something else. */
const minutesOf = (minutes: number | null, usual: string, isHost: boolean): number | null =>
  !isHost && String(minutes) === usual ? null : minutes

interface Accepted {
  readonly target: TargetRef
  /** Reference to the host key in main's memory. */
  readonly hostKey: string
  /** What main made of the typed options. */
  readonly answer: OptionsAnswer
  /** Whether the computer is a KMS host already. */
  readonly isHost: boolean
}

/** The draft that main turns into a plan. */
export const planDraftOf = (draft: Draft, { target, hostKey, answer, isHost }: Accepted): SetUpKmsHostDraft => ({
  wizard: 'set-up-kms-host',
  target,
  hostKey,
  overruled: [...draft.overruled],
  openFirewall: draft.options.openFirewall,
  activation: draft.options.activation,
  publishing: publishingOf(draft.options, answer),
  port: answer.settings.port ?? Number(windowsDefaults.port),
  lowPriority: draft.options.lowPriority,
  activationInterval: minutesOf(answer.settings.activationInterval, windowsDefaults.activationInterval, isHost),
  renewalInterval: minutesOf(answer.settings.renewalInterval, windowsDefaults.renewalInterval, isHost),
  hostKeyGeneration: draft.generation,
})
