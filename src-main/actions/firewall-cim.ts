import { text, uint, type CimObject } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { pathString, wqlString } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'
import type { FirewallRule } from './firewall-registry.ts'

/** MSFT_NetFirewallRule.Enabled (kms.md 4): 1 enabled, 2 disabled. */
const isEnabled = (row: CimObject): boolean => uint(row, 'Enabled') === 1

const query = async (context: ActionContext, group: string): Promise<readonly CimObject[]> => {
  const session = await context.session('root\\StandardCimv2')
  return session.query(`SELECT * FROM MSFT_NetFirewallRule WHERE RuleGroup = ${wqlString(group)}`, context.signal)
}

/** The path that WMI gave, else the one that the class's keys make. */
const pathOf = (row: CimObject): string => {
  const path = text(row, '__RELPATH')
  if (path !== '') return path
  const creation = pathString(`MSFT|FW|FirewallRule|${text(row, 'InstanceID')}`)
  return `MSFT_NetFirewallRule.CreationClassName=${creation},PolicyRuleName="",SystemCreationClassName="",SystemName=""`
}

/** The rules of a group on Windows 8 / Server 2012 and later. Throws WmiError (`wmi-invalid-class` before that). */
export const readRulesFromCim = async (context: ActionContext, group: string): Promise<readonly FirewallRule[]> =>
  (await query(context, group)).map((row) => ({ id: text(row, 'InstanceID'), enabled: isEnabled(row) }))

/** Turns those rules of a group on (or off) that are not so yet. Throws WmiError. */
export const switchRulesThroughCim = async (context: ActionContext, group: string, on: boolean): Promise<void> => {
  const session = await context.session('root\\StandardCimv2')
  for (const row of (await query(context, group)).filter((rule) => isEnabled(rule) !== on)) {
    const answer = await session.call(pathOf(row), on ? 'Enable' : 'Disable', {}, context.signal)
    const code = uint(answer, 'ReturnValue')
    if (code !== 0)
      throw new WmiError(
        'call',
        code,
        `Windows did not ${on ? 'enable' : 'disable'} the firewall rule ${text(row, 'InstanceID')}.`,
      )
  }
}

/** Enables those rules of a group that are off. Throws WmiError. */
export const enableRulesThroughCim = (context: ActionContext, group: string): Promise<void> =>
  switchRulesThroughCim(context, group, true)
