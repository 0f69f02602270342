import type { Draft } from 'immer'
import { deleteRegistryValue, firewallRulesPath, setRegistryValue } from './registry.ts'
import { firewallGroups, firewallRules, ruleField, saveRule, setFirewallGroup, switchRule } from '../net/firewall.ts'
import { displayNameOf } from '../net/firewall-names.ts'
import { guidFrom, randomFrom } from '../random.ts'
import type { Computer } from '../world/state.ts'

/** The name=value words of a command, names in lower case. */
const settingsOf = (words: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    words.flatMap((word) => {
      const sign = word.indexOf('=')
      return sign > 0 ? [[word.slice(0, sign).toLowerCase(), word.slice(sign + 1)] as const] : []
    }),
  )

/**
 * The resource of a group that netsh is given. documented: netsh takes the resource in any language and the group's
 * name in the language of Windows (kms.md 4).
 */
const groupResource = (computer: Computer, group: string): string | null => {
  if (group.startsWith('@')) return group
  if (!computer.os.language.toLowerCase().startsWith('en')) return null
  const known = Object.values(firewallGroups).find(({ english }) => english.toLowerCase() === group.toLowerCase())
  return known?.resource ?? null
}

const listed = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.toLowerCase() !== 'any')

const profileNames: Readonly<Record<string, string>> = { domain: 'Domain', private: 'Private', public: 'Public' }

/** Fields of profiles and senders. documented: "any" leaves them out; Windows keeps "10.0.0.0/255.0.0.0" and LocalSubnet. */
const scopeFields = ({
  profile,
  remoteip,
}: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => [
  ...listed(profile).map((name) => ['Profile', profileNames[name.toLowerCase()] ?? name] as const),
  ...listed(remoteip).map((one) => ['RA4', one.toLowerCase() === 'localsubnet' ? 'LocalSubnet' : one] as const),
]

const addRule = (computer: Draft<Computer>, settings: Readonly<Record<string, string>>): void => {
  const { name, dir, action, protocol, localport } = settings
  if (!name || !localport || dir?.toLowerCase() !== 'in' || action?.toLowerCase() !== 'allow') return
  if (protocol?.toLowerCase() !== 'tcp') return
  const fields = [
    ...(localport.toLowerCase() === 'any' ? [] : [['LPort', localport] as const]),
    ...scopeFields(settings),
    ...(settings['program'] === undefined ? [] : [['App', settings['program']] as const]),
    ...(settings['service'] === undefined ? [] : [['Svc', settings['service']] as const]),
    ['Name', name] as const,
    ...(settings['description'] === undefined ? [] : [['Desc', settings['description']] as const]),
  ]
  const text = fields.map(([key, value]) => `${key}=${value}|`).join('')
  const rule = `v2.10|Action=Allow|Active=TRUE|Dir=In|Protocol=6|${text}`
  // documented: rules that people make are kept under a GUID; a second one of the same name is another rule.
  const id = guidFrom(randomFrom(`rule ${firewallRules(computer as Computer).length} ${rule}`)).toUpperCase()
  setRegistryValue(computer, firewallRulesPath, `{${id}}`, 'REG_SZ', rule)
}

/** documented: deletes all rules of that name, of one protocol and port where they are given. */
const deleteRules = (computer: Draft<Computer>, { name, localport }: Readonly<Record<string, string>>): void => {
  for (const rule of firewallRules(computer as Computer)) {
    const isMeant = name === 'all' || ruleField(rule, 'Name')?.toLowerCase() === name?.toLowerCase()
    const isPort = localport === undefined || ruleField(rule, 'LPort') === localport
    if (name !== undefined && isMeant && isPort) deleteRegistryValue(computer, firewallRulesPath, rule.name)
  }
}

/** documented: a group of rules can only be turned on or off (netsh's own help). */
const setGroup = (computer: Draft<Computer>, group: string, { enable }: Readonly<Record<string, string>>): void => {
  const resource = groupResource(computer as Computer, group)
  const wanted = enable?.toLowerCase()
  if (resource !== null && (wanted === 'yes' || wanted === 'no')) setFirewallGroup(computer, resource, wanted === 'yes')
}

/** documented: values after "new" replace those of every rule of the name; profiles and senders that are not given stay. */
const setRules = (computer: Draft<Computer>, name: string, fresh: Readonly<Record<string, string>>): void => {
  for (const rule of firewallRules(computer as Computer)) {
    const isMeant = [rule.name, ruleField(rule, 'Name'), displayNameOf(computer as Computer, rule)].some(
      (known) => known?.toLowerCase() === name.toLowerCase(),
    )
    if (!isMeant) continue
    const replaced = [
      ...(fresh['profile'] === undefined ? [] : ['profile']),
      ...(fresh['remoteip'] === undefined ? [] : ['ra4', 'ra6']),
    ]
    const kept = rule.fields.filter(([key]) => !replaced.includes(key.toLowerCase()))
    const changed = { ...rule, fields: [...kept, ...scopeFields(fresh)] }
    saveRule(computer, changed)
    const enable = fresh['enable']?.toLowerCase()
    if (enable === 'yes' || enable === 'no') switchRule(computer, changed, enable === 'yes')
  }
}

/** What netsh's firewall commands do; other commands do nothing in the Lab. */
export const runNetsh = (computer: Draft<Computer>, words: readonly string[]): void => {
  const command = words.slice(0, 4).join(' ').toLowerCase()
  const border = words.findIndex((word) => word.toLowerCase() === 'new')
  const settings = settingsOf(border < 0 ? words : words.slice(0, border))
  if (command === 'advfirewall firewall set rule' && border >= 0) {
    const fresh = settingsOf(words.slice(border))
    const { group, name } = settings
    if (group !== undefined) setGroup(computer, group, fresh)
    else if (name !== undefined) setRules(computer, name, fresh)
  } else if (command === 'advfirewall firewall add rule') {
    addRule(computer, settings)
  } else if (command === 'advfirewall firewall delete rule') {
    deleteRules(computer, settings)
  }
}
