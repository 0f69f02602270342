import type { Computer } from '../world/state.ts'
import { firewallRules, isOn, ruleField, ruleFields, type FirewallRule } from './firewall.ts'

/** documented: a member of a domain is on its domain's network (kms.md 4). assumed: one in a workgroup on a private one. */
const profileOf = ({ domain }: Computer): string => (domain === null ? 'private' : 'domain')

const numberOf = (address: string): number | null => {
  const parts = address.split('.').map(Number)
  const isAddress = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)
  return isAddress ? parts.reduce((total, part) => total * 256 + part, 0) : null
}

const maskOf = (text: string): number | null => {
  const length = Number(text)
  if (/^\d+$/.test(text) && length <= 32) return length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0
  return numberOf(text)
}

/** The mask of every network of the Lab, as Win32_NetworkAdapterConfiguration shows it. */
export const labSubnetMask = '255.255.0.0'

/** Whether an address lies in what a rule's scope names: an address, a subnet or a range (kms.md 4). */
const isWithin = (address: string, scope: string): boolean => {
  const wanted = numberOf(address)
  const [first = '', last] = scope.split('-').map((part) => part.trim())
  if (wanted === null) return false
  if (last !== undefined) {
    const [from, to] = [numberOf(first), numberOf(last)]
    return from !== null && to !== null && wanted >= from && wanted <= to
  }
  const [base = '', mask = '32'] = first.split('/')
  const [network, bits] = [numberOf(base), maskOf(mask)]
  return network !== null && bits !== null && (wanted & bits) >>> 0 === (network & bits) >>> 0
}

/**
 * Whether a rule holds for a connection from an address: on, inbound, allowing TCP, in the profile of the computer's network
 * and with the address in its scope. documented: the rules' fields Profile and RA4; LocalSubnet is the computer's own
 * network (kms.md 4). assumed: blocking rules are not modelled.
 */
const holds = (computer: Computer, from: string, rule: FirewallRule): boolean => {
  const is = (field: string, value: string): boolean => ruleField(rule, field)?.toLowerCase() === value
  if (!isOn(rule) || !is('Dir', 'in') || !is('Action', 'allow') || !is('Protocol', '6')) return false
  const profiles = ruleFields(rule, 'Profile').map((profile) => profile.toLowerCase())
  if (profiles.length > 0 && !profiles.includes(profileOf(computer))) return false
  const scopes = ruleFields(rule, 'RA4')
  if (scopes.length === 0 || from === computer.address) return true
  return scopes.some((scope) =>
    scope.toLowerCase() === 'localsubnet'
      ? isWithin(from, `${computer.address}/${labSubnetMask}`)
      : isWithin(from, scope),
  )
}

/** Whether an inbound TCP port is let in from an address: one active rule that names the port is enough. */
export const lets = (computer: Computer, port: number, from: string): boolean =>
  firewallRules(computer).some(
    (rule) => holds(computer, from, rule) && (ruleField(rule, 'LPort') ?? '').split(',').includes(String(port)),
  )

const isFor = (rule: FirewallRule, service: string): boolean => {
  const named = ruleField(rule, 'Svc')?.toLowerCase()
  const program = ruleField(rule, 'App')?.toLowerCase()
  return (named === undefined || named === service) && (program === undefined || program.endsWith('\\svchost.exe'))
}

/**
 * Whether remote WMI is let in from an address. documented: it needs a rule for DCOM on port 135 and one for the WMI service,
 * whose port Windows chooses (kms.md 4); Windows' own or others that do the same.
 */
export const letsWmi = (computer: Computer, from: string): boolean => {
  const rules = firewallRules(computer).filter((rule) => holds(computer, from, rule))
  const opens = (service: string, ports: readonly string[]): boolean =>
    rules.some((rule) => {
      const port = ruleField(rule, 'LPort')?.toLowerCase()
      return isFor(rule, service) && (port === undefined || port.split(',').some((one) => ports.includes(one)))
    })
  return opens('rpcss', ['135', 'rpc-epmap']) && opens('winmgmt', ['rpc'])
}
