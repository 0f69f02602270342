import type { Draft } from 'immer'
import type { Computer } from '../world/state.ts'
import { deleteRegistryValue, registryText, setRegistryValue } from './registry.ts'

/** documented: where Windows keeps the DNS suffix search list, as one REG_SZ with commas (Tcpip parameters). */
export const tcpipPath = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'
/** documented: Group Policy's list overrides it (kms.md 3). */
const policyPath = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient'
const valueName = 'SearchList'

const listed = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((suffix) => suffix.trim())
    .filter((suffix) => suffix !== '')

/** The suffixes that a computer tries, in order: Group Policy's, else those in the registry, else those it came with. */
export const suffixSearchList = (computer: Computer): readonly string[] => {
  const policy = listed(registryText(computer, policyPath, valueName))
  if (policy.length > 0) return policy
  const own = registryText(computer, tcpipPath, valueName)
  return own === null ? computer.dnsSuffixes : listed(own)
}

/** documented: return codes of SetDNSSuffixSearchOrder (kms.md 3). */
export const suffixCodes = { done: 0, invalidInput: 68, invalidDomain: 73 } as const

const isDomain = (name: string): boolean =>
  name.length <= 253 && name.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label))

/**
 * Writes the list, for the whole computer. documented: an empty list takes it away; a malformed name is refused with 73
 * (kms.md 3). assumed: names in it more than once are bad input, 68. Returns the code.
 */
export const setSuffixSearchList = (computer: Draft<Computer>, suffixes: readonly string[]): number => {
  const names = suffixes.map((suffix) => suffix.trim().replace(/\.$/, ''))
  if (!names.every(isDomain)) return suffixCodes.invalidDomain
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return suffixCodes.invalidInput
  computer.dnsSuffixes = []
  if (names.length === 0) deleteRegistryValue(computer, tcpipPath, valueName)
  else setRegistryValue(computer, tcpipPath, valueName, 'REG_SZ', names.join(','))
  return suffixCodes.done
}
