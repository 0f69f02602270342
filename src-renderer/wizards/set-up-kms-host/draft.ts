import type { PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'
import type { SetUpKmsHostDraft } from '../../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { OptionsAnswer } from './machine.ts'

export type Place = TargetRef['place']

/** What was typed on the step "Computer". Kept for every place, so that changing one's mind loses nothing. */
export interface TargetFields {
  readonly place: Place
  readonly host: string
  readonly user: string
  readonly password: string
  readonly labHost: string
  readonly labUser: string
  readonly labPassword: string
}

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
  target: { place, host: '', user: '', password: '', labHost: '', labUser: '', labPassword: '' },
  key: '',
  overruled: [],
  generation: null,
  options: windowsDefaults,
})

/** Whether anything was typed that leaving would lose. A choice of place alone is not. */
export const isEdited = ({ target, key }: Draft): boolean =>
  [target.host, target.user, target.password, target.labUser, target.labPassword, key].some((text) => text !== '')

/** The account that belongs to the chosen place; null where none was typed. */
export const accountOf = (target: TargetFields): { readonly user: string; readonly password: string } | null => {
  switch (target.place) {
    case 'this-computer':
      return null
    case 'network':
      return target.user === '' ? null : { user: target.user.trim(), password: target.password }
    case 'lab':
      return target.labUser === '' ? null : { user: target.labUser.trim(), password: target.labPassword }
  }
}

/** The name to show for what was chosen, before the computer itself told its name. */
export const typedName = (target: TargetFields, thisComputer: string): string => {
  switch (target.place) {
    case 'this-computer':
      return thisComputer === '' ? 'this computer' : thisComputer
    case 'network':
      return target.host.trim()
    case 'lab':
      return target.labHost
  }
}

/**
 * The reference that main understands.
 * @param passwordRef reference to the account's password in main's memory; needed where an account was typed
 * @param scenario the Lab's scenario
 */
export const targetRefOf = (target: TargetFields, passwordRef: string | null, scenario: string): TargetRef => {
  const account = accountOf(target)
  const credential =
    account === null || passwordRef === null ? {} : { credential: { user: account.user, password: passwordRef } }
  switch (target.place) {
    case 'this-computer':
      return { place: 'this-computer' }
    case 'network':
      return { place: 'network', host: target.host.trim(), ...credential }
    case 'lab':
      return { place: 'lab', scenario, host: target.labHost, ...credential }
  }
}

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
