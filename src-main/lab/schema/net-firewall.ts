import { method, properties, type ClassSchema } from './class-schema.ts'

/** documented: MSFT_NetFirewallRule of root\StandardCimv2, from Windows 8 and Server 2012 on (kms.md 4); the part that tells rules apart and turns them on and off. */
export const netFirewallRuleSchema: ClassSchema = {
  name: 'MSFT_NetFirewallRule',
  since: '8.0',
  keys: ['CreationClassName', 'PolicyRuleName', 'SystemCreationClassName', 'SystemName'],
  properties: [
    ...properties(
      'string',
      `CreationClassName PolicyRuleName SystemCreationClassName SystemName InstanceID ElementName DisplayName Description
      RuleGroup DisplayGroup PolicyStoreSource`,
    ),
    ...properties('uint16', 'Enabled Profiles Direction Action PrimaryStatus PolicyStoreSourceType'),
  ],
  methods: [method('Enable'), method('Disable')],
}
