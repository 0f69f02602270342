import type { Draft } from 'immer'
import { deleteRegistryValue, firewallRulesPath, setRegistryValue } from './registry.ts'
import { firewallGroups, firewallRules, ruleField, setFirewallGroup } from '../net/firewall.ts'
import { guidFrom, randomFrom } from '../random.ts'
import type { Computer } from '../world/state.ts'

/** Cuts a command line into its words; double quotes hold a word together. */
const wordsOf = (commandLine: string): readonly string[] =>
  [...commandLine.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''))

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

const addRule = (computer: Draft<Computer>, settings: Readonly<Record<string, string>>): void => {
  const { name, dir, action, protocol, localport } = settings
  if (!name || !localport || dir?.toLowerCase() !== 'in' || action?.toLowerCase() !== 'allow') return
  if (protocol?.toLowerCase() !== 'tcp') return
  const more = [
    ...(settings['program'] === undefined ? [] : [`App=${settings['program']}|`]),
    ...(settings['service'] === undefined ? [] : [`Svc=${settings['service']}|`]),
  ].join('')
  const rule = `v2.10|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=${localport}|${more}Name=${name}|`
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

/** What a program does when it has run. Programs other than netsh's firewall commands do nothing in the Lab. */
export const runProgram = (computer: Draft<Computer>, commandLine: string): void => {
  const [program = '', ...words] = wordsOf(commandLine)
  if (!/(?:^|\\)netsh(?:\.exe)?$/i.test(program)) return
  const command = words.slice(0, 4).join(' ').toLowerCase()
  const settings = settingsOf(words)
  if (command === 'advfirewall firewall set rule' && settings['group'] !== undefined) {
    const resource = groupResource(computer as Computer, settings['group'])
    const enable = settings['enable']?.toLowerCase()
    if (
      resource !== null &&
      words.some((word) => word.toLowerCase() === 'new') &&
      (enable === 'yes' || enable === 'no')
    ) {
      setFirewallGroup(computer, resource, enable === 'yes')
    }
  } else if (command === 'advfirewall firewall add rule') {
    addRule(computer, settings)
  } else if (command === 'advfirewall firewall delete rule') {
    deleteRules(computer, settings)
  }
}
