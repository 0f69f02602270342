import type { TargetRef } from '../../../src-main/contract/models/target.ts'

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

/** The fields before anything was typed. */
export const emptyTarget = (place: Place): TargetFields => ({
  place,
  host: '',
  user: '',
  password: '',
  labHost: '',
  labUser: '',
  labPassword: '',
})

/** Whether anything was typed that leaving would lose. A choice of place or of a Lab computer alone is not. */
export const isTargetTyped = (target: TargetFields): boolean =>
  [target.host, target.user, target.password, target.labUser, target.labPassword].some((text) => text !== '')

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
