import { z } from 'zod'
import { netshEnableKmsGroup } from '../licensing/command-lines.ts'
import { kmsFirewallGroup, kmsFirewallRules } from '../licensing/kms-facts.ts'
import type { ActionContext, CounterStep } from './action.ts'
import { switchRulesThroughCim } from './firewall-cim.ts'
import { type FirewallGroup, type FirewallWay, firewallWay, readGroup } from './firewall-group.ts'
import type { FirewallRule } from './firewall-registry.ts'
import { pollUntil } from './poll.ts'
import { startProcess } from './process-start.ts'

const group: FirewallGroup = { resource: kmsFirewallGroup, rules: kmsFirewallRules, netsh: netshEnableKmsGroup }

/** The rules of the group “Key Management Service” before a step touched them. */
export const KmsTrafficEvidence = z
  .object({
    way: z.enum(['netsh', 'cim']),
    rules: z.array(z.object({ id: z.string(), enabled: z.boolean() }).strict()),
  })
  .strict()
export type KmsTrafficEvidence = z.infer<typeof KmsTrafficEvidence>

/** Milliseconds for netsh to do its work, and for one that was under way when the app ended. */
const netshTimes = { every: 500, atMost: 30_000 }
const lookAgainTimes = { every: 1000, atMost: 5000 }

/** The command that turns the group on or off. */
export const netshSwitchKmsGroup = (on: boolean): string =>
  on ? netshEnableKmsGroup : netshEnableKmsGroup.replace('enable=yes', 'enable=no')

/** The group's rules as they are now. Throws WmiError. */
export const readKmsRules = (context: ActionContext, way: FirewallWay): Promise<readonly FirewallRule[]> =>
  readGroup(context, way, group)

/** Whether all of them are on (or off); never where there are none. */
export const areKmsRules = (rules: readonly FirewallRule[], on: boolean): boolean =>
  rules.length > 0 && rules.every(({ enabled }) => enabled === on)

/** The step that puts the group back to on or off; none where it was so, null where some rules were on and some off. */
export const putGroupBack = ({ rules }: KmsTrafficEvidence, isNowOn: boolean): readonly CounterStep[] | null => {
  if (rules.length === 0 || areKmsRules(rules, isNowOn)) return []
  if (!areKmsRules(rules, !isNowOn)) return null
  return [{ kind: isNowOn ? 'firewall.close-kms' : 'firewall.allow-kms', params: {} }]
}

/** What a step that switches the group begins with. Throws WmiError. */
export const kmsTrafficBefore = async (context: ActionContext): Promise<KmsTrafficEvidence> => {
  const way = await firewallWay(context)
  return { way, rules: [...(await readKmsRules(context, way))] }
}

/** Turns the group on or off and gives the rules as they are afterwards; netsh is waited for. Throws WmiError. */
export const switchKmsRules = async (
  context: ActionContext,
  way: FirewallWay,
  on: boolean,
): Promise<readonly FirewallRule[]> => {
  context.note('Waiting for the firewall')
  if (way === 'cim') await switchRulesThroughCim(context, kmsFirewallGroup, on)
  else await startProcess(context, netshSwitchKmsGroup(on))
  return pollUntil(
    context,
    () => readKmsRules(context, way),
    (rules) => areKmsRules(rules, on),
    netshTimes,
  )
}

/** The rules once a netsh that was under way when the app ended has had time to finish. Throws WmiError. */
export const settledKmsRules = (
  context: ActionContext,
  way: FirewallWay,
  on: boolean,
): Promise<readonly FirewallRule[]> =>
  pollUntil(
    context,
    () => readKmsRules(context, way),
    (rules) => areKmsRules(rules, on),
    lookAgainTimes,
  )
