import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { FirewallProfile } from '../contract/models/remote-management.ts'
import {
  netshAddWmiRule,
  netshDeleteWmiRule,
  netshWmiGroup,
  ownWmiRules,
  wmiFirewallGroup,
  wmiFirewallRules,
} from '../licensing/wmi-firewall.ts'
import { readSubnet } from '../licensing/subnet-input.ts'
import { defineAction, type ActionContext } from './action.ts'
import { areOn, enableGroup, firewallWay, readGroup, type FirewallGroup } from './firewall-group.ts'
import { elevationFindings } from './local-rights.ts'
import { makeOwnRules, ownRulesAreSet, readOwnRules } from './own-wmi-rules.ts'
import { pollUntil } from './poll.ts'

const Sender = z
  .string()
  .max(128)
  .refine((text) => text === 'any' || text === 'localsubnet' || isSubnet(text), 'not a subnet')
const isSubnet = (text: string): boolean => {
  const read = readSubnet(text)
  return read.outcome === 'value' && read.value === text
}

const Params = z.discriminatedUnion('rules', [
  z.object({ rules: z.literal('windows') }).strict(),
  z
    .object({
      rules: z.literal('own'),
      profiles: z.array(FirewallProfile).min(1).max(3),
      remote: z.array(Sender).min(1).max(64),
    })
    .strict(),
])
type Params = z.infer<typeof Params>
const Evidence = z.object({ way: z.enum(['netsh', 'cim']), allowed: z.boolean() }).strict()
interface Allowed {
  readonly rules: readonly string[]
  readonly changed: boolean
}

/** Milliseconds for the firewall to take a change, and for one that was under way when the app ended. */
const changeTimes = { every: 500, atMost: 30_000 }
const lookAgainTimes = { every: 1000, atMost: 5000 }

const group: FirewallGroup = { resource: wmiFirewallGroup, rules: wmiFirewallRules, netsh: netshWmiGroup('yes') }

const commands = (params: Params): readonly string[] =>
  params.rules === 'windows' ? [netshWmiGroup('yes')] : ownWmiRules.flatMap((rule) => [netshAddWmiRule(rule, params)])

/** The rules that let WMI in as wanted; null while they do not. */
const allowedNow = async (
  context: ActionContext,
  params: Params,
  way: 'netsh' | 'cim',
): Promise<readonly string[] | null> => {
  if (params.rules === 'windows') {
    const rules = await readGroup(context, way, group)
    return areOn(rules) ? rules.map(({ id }) => id) : null
  }
  const found = await readOwnRules(context, params)
  return ownRulesAreSet(found) ? found.right : null
}

const unchanged = (params: Params): AppFailure =>
  new AppFailure({
    code: 'firewall-unchanged',
    message: 'The firewall of the computer does not let WMI in as it was to.',
    remedy: `Run this on the computer as an administrator: ${commands(params).join(' & ')}`,
    retryable: true,
  })

const titleOf = (params: Params): string =>
  params.rules === 'windows'
    ? 'Let WMI through the firewall (rule group “Windows Management Instrumentation (WMI)”)'
    : `Let WMI through the firewall on ${params.profiles.join(', ')} networks, from ${params.remote.join(', ').replace('localsubnet', 'the local subnet').replace('any', 'anywhere')}`

/**
 * Lets remote management in (deploying-kms-activation.txt, "Configuring Windows Firewall for Remote Software License Manager
 * Operations"): Windows' own rule group for a single subnet, or three rules of the app's own for chosen networks and
 * senders. netsh changes a group only as a whole, and MSFT_NetFirewallRule takes no senders in one call.
 */
export const allowWmi = defineAction<Params, z.infer<typeof Evidence>, Allowed>({
  kind: 'firewall.allow-wmi',
  params: Params,
  evidence: Evidence,
  risk: 'change',
  weight: 5,
  deadline: 120_000,
  title: titleOf,
  equivalent: (params, target) => {
    const typed = commands(params).join(' & ')
    return target.place === 'this-computer' ? typed : `On ${target.host}: ${typed}`
  },
  undo: (params) => ({
    possible: true,
    sentence:
      params.rules === 'windows'
        ? `To close it again: ${netshWmiGroup('no')}. It ends remote management as well.`
        : ['To close it again, delete each rule:', ...ownWmiRules.map(({ name }) => netshDeleteWmiRule(name))].join(
            '\n• ',
          ),
  }),
  check: async (context) => elevationFindings(context),
  before: async (context, params) => {
    const way = await firewallWay(context)
    return { way, allowed: (await allowedNow(context, params, way)) !== null }
  },
  run: async (context, params, { way, allowed }) => {
    const now = await allowedNow(context, params, way)
    if (now !== null) return { rules: now, changed: !allowed }
    context.note('Waiting for the firewall')
    if (params.rules === 'own') await makeOwnRules(context, params)
    else await enableGroup(context, way, group)
    const after = await pollUntil(
      context,
      () => allowedNow(context, params, way),
      (rules) => rules !== null,
      changeTimes,
    )
    if (after === null) throw unchanged(params)
    return { rules: after, changed: true }
  },
  settle: async (context, params, { way, allowed }) => {
    const rules = await pollUntil(
      context,
      () => allowedNow(context, params, way),
      (found) => found !== null,
      lookAgainTimes,
    )
    if (rules === null) return { state: 'not-done', outcome: 'The firewall does not let WMI in as wanted yet.' }
    return { state: 'done', result: { rules, changed: !allowed }, outcome: 'The firewall lets WMI in as wanted.' }
  },
  outcome: ({ rules, changed }) =>
    changed ? `Firewall rules turned on: ${rules.join(', ')}.` : 'The firewall let WMI in as wanted already.',
})
