import type { LabAccount, Scenario } from '../scenarios/scenario.ts'
import { labError, labHresults } from '../lab-error.ts'
import type { Computer } from '../world/state.ts'

const accountNamed = (scenario: Scenario, user: string): LabAccount | undefined => {
  const wanted = user.toLowerCase()
  return scenario.accounts.find(
    (account) => account.user.toLowerCase() === wanted || account.principal.toLowerCase() === wanted,
  )
}

/**
 * Who connects: the account in lower case. documented: credentials for the local computer are refused with 0x80041064
 * (slmgr.md 4). assumed: a wrong password is 0x8007052E, an unknown account 0x80070005; over DCOM both are often the
 * latter. Throws WmiError.
 */
export const signIn = (
  scenario: Scenario,
  credential: { readonly user: string; readonly password: string } | undefined,
  isLocal: boolean,
): string => {
  if (!credential) return scenario.currentUser
  if (isLocal) {
    throw labError('connect', labHresults.wbemLocalCredentials, 'Credentials cannot be used for the local computer.')
  }
  const account = accountNamed(scenario, credential.user)
  if (!account) throw labError('connect', labHresults.accessDenied, 'Access is denied.')
  if (account.password !== credential.password) {
    throw labError('connect', labHresults.logonFailure, 'The user name or password is incorrect.')
  }
  return account.user.toLowerCase()
}

/** documented: remote WMI takes administrators of the computer; others get 0x80070005 (kms.md 4). Throws WmiError. */
export const requireAdministrator = (computer: Computer, user: string): void => {
  if (computer.administrators.includes(user)) return
  throw labError('connect', labHresults.accessDenied, 'Access is denied.')
}
