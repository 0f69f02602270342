import { versionNumber } from '../licensing/windows-names.ts'
import type { ActionContext } from './action.ts'
import { enableRulesThroughCim, readRulesFromCim } from './firewall-cim.ts'
import { readRulesFromRegistry, type FirewallRule } from './firewall-registry.ts'
import { readWindowsVersion } from './licensing-reader.ts'
import { startProcess } from './process-start.ts'

/** A rule group of Windows' own firewall. */
export interface FirewallGroup {
  /** Its resource id, the same in every language (kms.md 4). */
  readonly resource: string
  /** Names under which its rules usually stand. */
  readonly rules: readonly string[]
  /** The command line that turns it on. */
  readonly netsh: string
}

/** How a computer's firewall is read and changed. */
export type FirewallWay = 'netsh' | 'cim'

/** Windows 8 / Server 2012, the first with root\StandardCimv2. */
const firstWithCim = 602

/** Before Windows 8 netsh turns rules on and the registry proves it; later Windows has a class for it. Throws WmiError. */
export const firewallWay = async (context: ActionContext): Promise<FirewallWay> =>
  versionNumber((await readWindowsVersion(context)).osVersion) >= firstWithCim ? 'cim' : 'netsh'

/** The rules of a group. Throws WmiError. */
export const readGroup = (
  context: ActionContext,
  way: FirewallWay,
  { resource, rules }: FirewallGroup,
): Promise<readonly FirewallRule[]> =>
  way === 'cim' ? readRulesFromCim(context, resource) : readRulesFromRegistry(context, resource, rules)

/** Turns a group on; whoever calls this looks whether it is. Throws WmiError, AppFailure. */
export const enableGroup = (context: ActionContext, way: FirewallWay, group: FirewallGroup): Promise<void> =>
  way === 'cim' ? enableRulesThroughCim(context, group.resource) : startProcess(context, group.netsh)

/** Whether a group has rules and all of them are on. */
export const areOn = (rules: readonly FirewallRule[]): boolean =>
  rules.length > 0 && rules.every(({ enabled }) => enabled)
