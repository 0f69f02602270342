import type { LabAccount, Scenario } from '../scenarios/scenario.ts'
import { labError, labHresults } from '../lab-error.ts'
import { registryNumber } from '../machine/registry.ts'
import type { Computer } from '../world/state.ts'

/** Where the filter of local accounts is kept (kms.md 4). */
export const policiesPath = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System'
export const tokenFilterValue = 'LocalAccountTokenFilterPolicy'

/** A user as typed, in the forms in which accounts are kept: `.\\user` and a bare name are local to the computer. */
const spellings = (user: string, host: string): readonly string[] => {
  const wanted = user.toLowerCase()
  if (wanted.startsWith('.\\')) return [`${host}${wanted.slice(1)}`]
  return wanted.includes('\\') || wanted.includes('@') ? [wanted] : [`${host}\\${wanted}`]
}

const accountNamed = (scenario: Scenario, user: string, host: string): LabAccount | undefined =>
  scenario.accounts.find((account) =>
    spellings(user, host).some(
      (name) => name === account.user.toLowerCase() || name === account.principal.toLowerCase(),
    ),
  )

/** Who connects where, and with what. */
export interface SignIn {
  readonly host: string
  readonly credential: { readonly user: string; readonly password: string } | undefined
  /** Whether the computer is the one that the technician sits at. */
  readonly isLocal: boolean
}

/**
 * Who connects: the account in lower case. documented: credentials for the local computer are refused with 0x80041064
 * (slmgr.md 4). assumed: a wrong password is 0x8007052E, an unknown account 0x80070005; over DCOM both are often the
 * latter. Throws WmiError.
 */
export const signIn = (scenario: Scenario, { host, credential, isLocal }: SignIn): string => {
  if (!credential) return scenario.currentUser
  if (isLocal) {
    throw labError('connect', labHresults.wbemLocalCredentials, 'Credentials cannot be used for the local computer.')
  }
  const account = accountNamed(scenario, credential.user, host)
  if (!account) throw labError('connect', labHresults.accessDenied, 'Access is denied.')
  if (account.password !== credential.password) {
    throw labError('connect', labHresults.logonFailure, 'The user name or password is incorrect.')
  }
  return account.user.toLowerCase()
}

/**
 * documented: over the network a local account other than the built-in Administrator is no administrator, unless
 * LocalAccountTokenFilterPolicy is 1 (kms.md 4).
 */
const isFiltered = (computer: Computer, user: string): boolean =>
  user.startsWith(`${computer.host}\\`) &&
  user !== `${computer.host}\\administrator` &&
  registryNumber(computer, policiesPath, tokenFilterValue) !== 1

/**
 * documented: remote WMI takes administrators of the computer; others get 0x80070005 (kms.md 4). assumed: to whom DNS was
 * delegated, the namespace of the DNS server is open. Throws WmiError.
 */
export const requireAdministrator = (computer: Computer, user: string, isDnsNamespace: boolean): void => {
  if (computer.administrators.includes(user) && !isFiltered(computer, user)) return
  if (isDnsNamespace && computer.dnsAdministrators.includes(user)) return
  throw labError('connect', labHresults.accessDenied, 'Access is denied.')
}
