import { text } from '../../wmi/cim-values.ts'
import { labError, labHresults } from '../lab-error.ts'
import { displayGroupOf, displayNameOf } from '../net/firewall-names.ts'
import { firewallRules, isOn, ruleField, ruleFields, switchRule } from '../net/firewall.ts'
import { netFirewallRuleSchema } from '../schema/net-firewall.ts'
import { done, standardCimv2, type ClassProvider } from './class-provider.ts'

/** documented: bits of Profiles; 0 is "any". */
const profileBits: Readonly<Record<string, number>> = { domain: 1, private: 2, public: 4 }

/**
 * MSFT_NetFirewallRule: the rules that the registry holds. documented: Enabled 1 on, 2 off; RuleGroup is the resource, names
 * are localised (kms.md 4). documented: Direction 1 in, 2 out; Action 2 allow, 4 block (MSFT_NetFirewallRule).
 */
export const netFirewallRuleProvider: ClassProvider = {
  schema: netFirewallRuleSchema,
  namespaces: [standardCimv2],
  installed: ({ os, platform }) => platform === 'windows' && os.generation !== '7',
  rows: (scene) => {
    const computer = scene.computer()
    return firewallRules(computer).map((rule) => ({
      CreationClassName: `MSFT|FW|FirewallRule|${rule.name}`,
      PolicyRuleName: '',
      SystemCreationClassName: '',
      SystemName: '',
      InstanceID: rule.name,
      ElementName: displayNameOf(computer, rule),
      DisplayName: displayNameOf(computer, rule),
      Description: ruleField(rule, 'Desc'),
      RuleGroup: ruleField(rule, 'EmbedCtxt'),
      DisplayGroup: displayGroupOf(computer, rule),
      PolicyStoreSource: 'PersistentStore',
      PolicyStoreSourceType: 1,
      Enabled: isOn(rule) ? 1 : 2,
      Profiles: ruleFields(rule, 'Profile').reduce((bits, name) => bits | (profileBits[name.toLowerCase()] ?? 0), 0),
      Direction: ruleField(rule, 'Dir')?.toLowerCase() === 'out' ? 2 : 1,
      Action: ruleField(rule, 'Action')?.toLowerCase() === 'block' ? 4 : 2,
      PrimaryStatus: 1,
    }))
  },
  invoke: ({ scene, method, instance }) => {
    const rule = firewallRules(scene.computer()).find(({ name }) => name === text(instance ?? {}, 'InstanceID'))
    if (!rule) throw labError('call', labHresults.wbemNotFound, 'There is no such firewall rule.')
    switchRule(scene.change(), rule, method === 'Enable')
    return done
  },
}
