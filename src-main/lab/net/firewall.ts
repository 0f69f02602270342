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

const keptRules = 512
const readRules = new Map<string, FirewallRule>()

/** Reads a rule. Computers of one kind have the same few rules, so that those read last are kept. */
const readRule = ({ name, data }: RegistryValue): FirewallRule | null => {
  if (typeof data !== 'string') return null
  const known = readRules.get(data)
  if (known?.name === name) return known
  if (readRules.size >= keptRules) readRules.clear()
  const rule = parseRule(name, data)
  readRules.set(data, rule)
  return rule
}

const parseRule = (name: string, data: string): FirewallRule => {
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

export const isOn = (rule: FirewallRule): boolean => ruleField(rule, 'Active')?.toUpperCase() === 'TRUE'

/** The same rule with a field set; it is added where it is missing. */
const withField = (rule: FirewallRule, wanted: string, value: string): FirewallRule => {
  const isKnown = ruleField(rule, wanted) !== null
  const fields = rule.fields.map(
    ([key, held]) => [key, key.toLowerCase() === wanted.toLowerCase() ? value : held] as const,
  )
  return { ...rule, fields: isKnown ? fields : [...fields, [wanted, value] as const] }
}

/** Turns one rule on or off. */
export const switchRule = (computer: Draft<Computer>, rule: FirewallRule, on: boolean): void =>
  saveRule(computer, withField(rule, 'Active', on ? 'TRUE' : 'FALSE'))

/** Writes a rule under its name. */
export const saveRule = (computer: Draft<Computer>, rule: FirewallRule): void =>
  setRegistryValue(computer, firewallRulesPath, rule.name, 'REG_SZ', writeRule(rule))

/** Every value of a field that may stand several times, such as Profile. */
export const ruleFields = ({ fields }: FirewallRule, wanted: string): readonly string[] =>
  fields.filter(([key]) => key.toLowerCase() === wanted.toLowerCase()).map(([, value]) => value)

/** Turns all rules of a group on or off; returns how many rules the group has. */
export const setFirewallGroup = (computer: Draft<Computer>, resource: string, on: boolean): number => {
  const members = firewallRules(computer as Computer).filter(
    (rule) => ruleField(rule, 'EmbedCtxt')?.toLowerCase() === resource.toLowerCase(),
  )
  for (const rule of members) switchRule(computer, rule, on)
  return members.length
}
