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

/** What a rule says, as it is compared. */
interface Terms {
  readonly letsTcpIn: boolean
  readonly profiles: readonly string[]
  readonly scopes: readonly string[]
  /** Null for all ports. */
  readonly ports: readonly string[] | null
  /** Null for all services. */
  readonly service: string | null
  readonly isForHosts: boolean
}

const readTerms = new WeakMap<FirewallRule, Terms>()

const termsOf = (rule: FirewallRule): Terms => {
  const known = readTerms.get(rule)
  if (known) return known
  const lower = (field: string): string | null => ruleField(rule, field)?.toLowerCase() ?? null
  const program = lower('App')
  const terms: Terms = {
    letsTcpIn: isOn(rule) && lower('Dir') === 'in' && lower('Action') === 'allow' && lower('Protocol') === '6',
    profiles: ruleFields(rule, 'Profile').map((profile) => profile.toLowerCase()),
    scopes: ruleFields(rule, 'RA4').map((scope) => scope.toLowerCase()),
    ports: lower('LPort')?.split(',') ?? null,
    service: lower('Svc'),
    isForHosts: program === null || program.endsWith('\\svchost.exe'),
  }
  readTerms.set(rule, terms)
  return terms
}

/**
 * Whether a rule holds for a connection from an address: on, inbound, allowing TCP, in the profile of the computer's network
 * and with the address in its scope. documented: the rules' fields Profile and RA4; LocalSubnet is the computer's own
 * network (kms.md 4). assumed: blocking rules are not modelled.
 */
const holds = (computer: Computer, from: string, { letsTcpIn, profiles, scopes }: Terms): boolean => {
  if (!letsTcpIn || (profiles.length > 0 && !profiles.includes(profileOf(computer)))) return false
  if (scopes.length === 0 || from === computer.address) return true
  return scopes.some((scope) =>
    isWithin(from, scope === 'localsubnet' ? `${computer.address}/${labSubnetMask}` : scope),
  )
}

const holding = (computer: Computer, from: string): readonly Terms[] =>
  firewallRules(computer)
    .map(termsOf)
    .filter((terms) => holds(computer, from, terms))

/** Whether an inbound TCP port is let in from an address: one active rule that names the port is enough. */
export const lets = (computer: Computer, port: number, from: string): boolean =>
  holding(computer, from).some(({ ports }) => ports?.includes(String(port)) === true)

/**
 * Whether remote WMI is let in from an address. documented: it needs a rule for DCOM on port 135 and one for the WMI service,
 * whose port Windows chooses (kms.md 4); Windows' own or others that do the same.
 */
export const letsWmi = (computer: Computer, from: string): boolean => {
  const rules = holding(computer, from)
  const opens = (wanted: string, open: readonly string[]): boolean =>
    rules.some(
      ({ service, isForHosts, ports }) =>
        (service === null || service === wanted) &&
        isForHosts &&
        (ports === null || ports.some((port) => open.includes(port))),
    )
  return opens('rpcss', ['135', 'rpc-epmap']) && opens('winmgmt', ['rpc'])
}
