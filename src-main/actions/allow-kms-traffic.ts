import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { netshEnableKmsGroup, openFirewallCommand } from '../licensing/command-lines.ts'
import { kmsFirewallGroup, kmsFirewallRules } from '../licensing/kms-facts.ts'
import { defineAction } from './action.ts'
import { areOn, enableGroup, firewallWay, readGroup, type FirewallGroup } from './firewall-group.ts'
import type { FirewallRule } from './firewall-registry.ts'
import { elevationFindings } from './local-rights.ts'
import { pollUntil } from './poll.ts'

const Evidence = z
  .object({
    way: z.enum(['netsh', 'cim']),
    rules: z.array(z.object({ id: z.string(), enabled: z.boolean() }).strict()),
  })
  .strict()
interface Allowed {
  readonly rules: readonly string[]
  readonly changed: boolean
}

/** Milliseconds for netsh to do its work, and for one that was under way when the app ended. */
const netshTimes = { every: 500, atMost: 30_000 }
const lookAgainTimes = { every: 1000, atMost: 5000 }
const group: FirewallGroup = { resource: kmsFirewallGroup, rules: kmsFirewallRules, netsh: netshEnableKmsGroup }

const unchanged = (rules: readonly FirewallRule[]): AppFailure =>
  new AppFailure({
    code: 'firewall-unchanged',
    message:
      rules.length === 0
        ? 'The firewall of the computer has no rules of the group “Key Management Service”.'
        : `These firewall rules are still off: ${rules.flatMap(({ id, enabled }) => (enabled ? [] : [id])).join(', ')}.`,
    remedy: `Run this on the computer as an administrator: ${netshEnableKmsGroup}`,
    retryable: true,
  })

/**
 * Lets KMS clients in by turning on the firewall's own rule group, named by its resource id, which is the same in every
 * language (kms.md 4). Before Windows 8 netsh does it and the registry proves it; later Windows has a class for it.
 */
export const allowKmsTraffic = defineAction<Record<string, never>, z.infer<typeof Evidence>, Allowed>({
  kind: 'firewall.allow-kms',
  params: z.object({}).strict(),
  evidence: Evidence,
  risk: 'change',
  weight: 5,
  deadline: 120_000,
  title: () => 'Let KMS traffic through the firewall (rule group “Key Management Service”)',
  equivalent: (_, target) => openFirewallCommand(target),
  undo: () => ({
    possible: true,
    sentence: `To close it again: ${netshEnableKmsGroup.replace('enable=yes', 'enable=no')}.`,
  }),
  check: async (context) => elevationFindings(context),
  before: async (context) => {
    const way = await firewallWay(context)
    return { way, rules: [...(await readGroup(context, way, group))] }
  },
  run: async (context, _, before) => {
    const now = await readGroup(context, before.way, group)
    if (now.length === 0) throw unchanged(now)
    if (areOn(now)) return { rules: now.map(({ id }) => id), changed: !areOn(before.rules) }
    context.note('Waiting for the firewall')
    await enableGroup(context, before.way, group)
    const after = await pollUntil(context, () => readGroup(context, before.way, group), areOn, netshTimes)
    if (!areOn(after)) throw unchanged(after)
    return { rules: after.map(({ id }) => id), changed: true }
  },
  settle: async (context, _, before) => {
    const now = await pollUntil(context, () => readGroup(context, before.way, group), areOn, lookAgainTimes)
    if (!areOn(now)) return { state: 'not-done', outcome: 'The firewall does not let KMS traffic in yet.' }
    return {
      state: 'done',
      result: { rules: now.map(({ id }) => id), changed: !areOn(before.rules) },
      outcome: 'The firewall lets KMS traffic in.',
    }
  },
  outcome: ({ rules, changed }) =>
    changed ? `Firewall rules turned on: ${rules.join(', ')}.` : 'The firewall let KMS traffic in already.',
})
