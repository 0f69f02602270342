import type { Computer } from '../world/state.ts'
import { firewallGroups, ruleField, type FirewallRule } from './firewall.ts'

/** documented: English names of Windows' rules by their resources (kms.md 4). */
const ruleNames: Readonly<Record<string, string>> = {
  '-28003': 'Key Management Service (TCP-In)',
  '-34252': 'Windows Management Instrumentation (DCOM-In)',
  '-34254': 'Windows Management Instrumentation (WMI-In)',
  '-34256': 'Windows Management Instrumentation (ASync-In)',
}

const isEnglish = ({ os }: Computer): boolean => os.language.toLowerCase().startsWith('en')

/**
 * The name of a rule as Windows shows it. documented: display names are localised (kms.md 4). assumed: the Lab knows them in
 * English alone, elsewhere the resource stands in their place.
 */
export const displayNameOf = (computer: Computer, rule: FirewallRule): string => {
  const name = ruleField(rule, 'Name') ?? rule.name
  const known = ruleNames[name.replace(/^@FirewallAPI\.dll,/i, '')]
  return known !== undefined && isEnglish(computer) ? known : name
}

/** The name of a rule's group as Windows shows it; null for a rule in none. */
export const displayGroupOf = (computer: Computer, rule: FirewallRule): string | null => {
  const resource = ruleField(rule, 'EmbedCtxt')
  const group = Object.values(firewallGroups).find((one) => one.resource.toLowerCase() === resource?.toLowerCase())
  return group && isEnglish(computer) ? group.english : resource
}
