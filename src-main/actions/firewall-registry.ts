import type { ActionContext } from './action.ts'
import { fieldOfRule } from './firewall-rule-text.ts'
import { openRegistry } from './std-reg-prov.ts'

/** Whether one firewall rule of the group is on. */
export interface FirewallRule {
  readonly id: string
  readonly enabled: boolean
}

/** Where Windows keeps its firewall rules, one REG_SZ each: "v2.10|Action=Allow|Active=TRUE|…|EmbedCtxt=GROUP|". */
export const firewallRulesPath = String.raw`SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules`

const parseRule = (id: string, rule: string | null, group: string): FirewallRule | null => {
  if (rule === null || fieldOfRule(rule, 'EmbedCtxt')?.toLowerCase() !== group.toLowerCase()) return null
  return { id, enabled: fieldOfRule(rule, 'Active')?.toUpperCase() === 'TRUE' }
}

/**
 * The rules of a group as the registry has them. `likely` are names under which the rules usually stand: they are read
 * first, because reading some hundred values one by one takes long over a network. Throws WmiError.
 */
export const readRulesFromRegistry = async (
  context: ActionContext,
  group: string,
  likely: readonly string[],
): Promise<readonly FirewallRule[]> => {
  const registry = openRegistry(await context.session('root\\default'), context.signal)
  const read = async (names: readonly string[]): Promise<readonly FirewallRule[]> => {
    const rules: FirewallRule[] = []
    for (const name of names) {
      const rule = parseRule(name, await registry.string(firewallRulesPath, name), group)
      if (rule) rules.push(rule)
    }
    return rules
  }
  const usual = await read(likely)
  if (usual.length > 0) return usual
  return read(((await registry.valueNames(firewallRulesPath)) ?? []).map(({ name }) => name))
}
