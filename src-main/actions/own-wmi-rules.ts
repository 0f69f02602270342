import {
  netshAddWmiRule,
  netshDeleteWmiRule,
  ownWmiRules,
  wmiReachText,
  type WmiReach,
} from '../licensing/wmi-firewall.ts'
import type { ActionContext } from './action.ts'
import { firewallRulesPath } from './firewall-registry.ts'
import { fieldOfRule } from './firewall-rule-text.ts'
import { openHostRegistry } from './host-settings-reader.ts'
import { pollUntil } from './poll.ts'
import { startProcess } from './process-start.ts'

/** Milliseconds for netsh to do its work. */
const netshTimes = { every: 500, atMost: 30_000 }

/** Rules of the app's own on a computer: which are as wanted, and which of their names stand for something else. */
export interface OwnRulesState {
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

const isWanted = (rule: string, reach: WmiReach): boolean =>
  fieldOfRule(rule, 'Active')?.toUpperCase() === 'TRUE' &&
  fieldOfRule(rule, 'Action')?.toLowerCase() === 'allow' &&
  fieldOfRule(rule, 'Dir')?.toLowerCase() === 'in' &&
  fieldOfRule(rule, 'Desc') === wmiReachText(reach)

/** Looks at the rules by their names. Rules of people's own stand under GUIDs, so that all of those are read. Throws WmiError. */
export const readOwnRules = async (context: ActionContext, reach: WmiReach): Promise<OwnRulesState> => {
  const registry = await openHostRegistry(context)
  const ids = ((await registry.valueNames(firewallRulesPath)) ?? []).map(({ name }) => name)
  const right = new Set<string>()
  const wrong = new Set<string>()
  for (const id of ids.filter((one) => one.startsWith('{'))) {
    const rule = await registry.string(firewallRulesPath, id)
    const name = rule === null ? undefined : fieldOfRule(rule, 'Name')
    if (rule === null || name === undefined || !ownWmiRules.some((own) => own.name === name)) continue
    ;(isWanted(rule, reach) ? right : wrong).add(name)
  }
  return { right: [...right], wrong: [...wrong] }
}

/** Whether every rule is there as wanted, and none beside it. */
export const ownRulesAreSet = ({ right, wrong }: OwnRulesState): boolean =>
  wrong.length === 0 && right.length === ownWmiRules.length

/**
 * Makes what is missing: a rule of the same name that is not as wanted is deleted first and waited for, because two
 * programs that Windows starts do not wait for each other. Returns how it is afterwards. Throws WmiError, AppFailure.
 */
export const makeOwnRules = async (context: ActionContext, reach: WmiReach): Promise<OwnRulesState> => {
  const read = (): Promise<OwnRulesState> => readOwnRules(context, reach)
  const found = await read()
  for (const name of found.wrong) await startProcess(context, netshDeleteWmiRule(name))
  const cleared =
    found.wrong.length === 0 ? found : await pollUntil(context, read, ({ wrong }) => wrong.length === 0, netshTimes)
  if (cleared.wrong.length > 0) return cleared
  for (const rule of ownWmiRules.filter(({ name }) => !cleared.right.includes(name)))
    await startProcess(context, netshAddWmiRule(rule, reach))
  return pollUntil(context, read, ownRulesAreSet, netshTimes)
}
