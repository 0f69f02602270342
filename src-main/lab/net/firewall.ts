import type { Draft } from 'immer'
import { firewallRulesPath, setRegistryValue } from '../machine/registry.ts'
import type { Computer, RegistryValue } from '../world/state.ts'

/** documented: groups of firewall rules by resource and by their English names (kms.md 4). */
export const firewallGroups = {
  kms: { resource: '@FirewallAPI.dll,-28002', english: 'Key Management Service' },
  wmi: { resource: '@FirewallAPI.dll,-34251', english: 'Windows Management Instrumentation (WMI)' },
} as const

export interface FirewallRule {
  readonly name: string
  /** Fields in the order of the text, for example Active → "FALSE". */
  readonly fields: readonly (readonly [key: string, value: string])[]
  readonly version: string
}

const readRule = ({ name, data }: RegistryValue): FirewallRule | null => {
  if (typeof data !== 'string') return null
  const [version = '', ...parts] = data.split('|')
  const fields = parts
    .filter((part) => part.includes('='))
    .map((part) => {
      const sign = part.indexOf('=')
      return [part.slice(0, sign), part.slice(sign + 1)] as const
    })
  return { name, version, fields }
}

const writeRule = ({ version, fields }: FirewallRule): string =>
  `${version}|${fields.map(([key, value]) => `${key}=${value}`).join('|')}|`

export const firewallRules = ({ registry }: Computer): readonly FirewallRule[] =>
  Object.values(registry[firewallRulesPath.toLowerCase()]?.values ?? {}).flatMap((value) => {
    const rule = readRule(value)
    return rule ? [rule] : []
  })

/** A field of a rule; fields that may stand several times give their first value. */
export const ruleField = ({ fields }: FirewallRule, wanted: string): string | null =>
  fields.find(([key]) => key.toLowerCase() === wanted.toLowerCase())?.[1] ?? null

const isOn = (rule: FirewallRule): boolean => ruleField(rule, 'Active')?.toUpperCase() === 'TRUE'

/**
 * Whether an inbound TCP port is let in from anywhere in the Lab. assumed: profiles and the local-subnet scope are not
 * modelled yet; one active allowing rule for the port is enough.
 */
export const lets = (computer: Computer, port: number): boolean =>
  firewallRules(computer).some(
    (rule) =>
      isOn(rule) &&
      ruleField(rule, 'Dir') === 'In' &&
      ruleField(rule, 'Action') === 'Allow' &&
      ruleField(rule, 'Protocol') === '6' &&
      (ruleField(rule, 'LPort') ?? '').split(',').includes(String(port)),
  )

/** Whether the rules that remote WMI needs are on (DCOM and WMI, kms.md 4). */
export const letsWmi = (computer: Computer): boolean => {
  const on = (start: string): boolean =>
    firewallRules(computer).some((rule) => rule.name.startsWith(start) && isOn(rule))
  return on('WMI-RPCSS-In-TCP') && on('WMI-WINMGMT-In-TCP')
}

/** Turns all rules of a group on or off; returns how many rules the group has. */
export const setFirewallGroup = (computer: Draft<Computer>, resource: string, on: boolean): number => {
  const members = firewallRules(computer as Computer).filter(
    (rule) => ruleField(rule, 'EmbedCtxt')?.toLowerCase() === resource.toLowerCase(),
  )
  for (const rule of members) {
    const fields = rule.fields.map(([key, value]) => [key, key === 'Active' ? (on ? 'TRUE' : 'FALSE') : value] as const)
    setRegistryValue(computer, firewallRulesPath, rule.name, 'REG_SZ', writeRule({ ...rule, fields }))
  }
  return members.length
}
