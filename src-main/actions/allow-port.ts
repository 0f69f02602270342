import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { netshAllowPort, netshForbidPort, kmsPortRuleName } from '../licensing/kms-port-rule.ts'
import { defineAction, type ActionContext } from './action.ts'
import { firewallRulesPath } from './firewall-registry.ts'
import { fieldOfRule } from './firewall-rule-text.ts'
import { openHostRegistry } from './host-settings-reader.ts'
import { elevationFindings } from './local-rights.ts'
import { pollUntil } from './poll.ts'
import { startProcess } from './process-start.ts'

const Params = z.object({ port: z.number().int().min(1).max(65_535) }).strict()
const Evidence = z
  .object({
    /** The rule that lets the port in already; null where there is none. */
    rule: z.string().nullable(),
    /** Names of the rules that were there before: the new one is looked for among the others. */
    others: z.array(z.string()),
  })
  .strict()
type Evidence = z.infer<typeof Evidence>
interface Allowed {
  readonly rule: string
  readonly changed: boolean
}

/** Milliseconds for netsh to do its work, and for one that was under way when the app ended. */
const netshTimes = { every: 500, atMost: 30_000 }
const lookAgainTimes = { every: 1000, atMost: 5000 }

/** Whether the text of a rule is the one that this action makes, and is on. */
const isOurs = (rule: string | null, port: number): boolean =>
  rule !== null &&
  fieldOfRule(rule, 'Name') === kmsPortRuleName(port) &&
  fieldOfRule(rule, 'LPort') === String(port) &&
  fieldOfRule(rule, 'Protocol') === '6' &&
  fieldOfRule(rule, 'Dir')?.toLowerCase() === 'in' &&
  fieldOfRule(rule, 'Action')?.toLowerCase() === 'allow' &&
  fieldOfRule(rule, 'Active')?.toUpperCase() === 'TRUE'

const ruleNames = async (context: ActionContext): Promise<readonly string[]> =>
  ((await (await openHostRegistry(context)).valueNames(firewallRulesPath)) ?? []).map(({ name }) => name)

/** Our rule among these; values are read one by one, so that as few as possible are asked for. */
const findAmong = async (context: ActionContext, names: readonly string[], port: number): Promise<string | null> => {
  const registry = await openHostRegistry(context)
  for (const name of names) if (isOurs(await registry.string(firewallRulesPath, name), port)) return name
  return null
}

const findNow = async (context: ActionContext, port: number, before: Evidence): Promise<string | null> => {
  if (before.rule !== null && (await findAmong(context, [before.rule], port))) return before.rule
  const others = new Set(before.others)
  const added = (await ruleNames(context)).filter((name) => !others.has(name))
  return findAmong(context, added, port)
}

/**
 * Lets KMS clients in on a port of one's own by a rule of its own: the rule group of Windows knows port 1688 alone
 * (kms.md 4). netsh does it in every Windows version, because a rule cannot be made with its port in one call of
 * MSFT_NetFirewallRule; the registry proves it.
 */
export const allowPort = defineAction<z.infer<typeof Params>, Evidence, Allowed>({
  kind: 'firewall.allow-port',
  params: Params,
  evidence: Evidence,
  risk: 'change',
  weight: 5,
  deadline: 120_000,
  title: ({ port }) => `Let KMS traffic on TCP port ${port} through the firewall (rule “${kmsPortRuleName(port)}”)`,
  equivalent: ({ port }, target) =>
    target.place === 'this-computer' ? netshAllowPort(port) : `On ${target.host}: ${netshAllowPort(port)}`,
  undo: ({ port }) => ({ possible: true, sentence: `To close it again: ${netshForbidPort(port)}.` }),
  check: async (context) => elevationFindings(context),
  before: async (context, { port }) => {
    context.note('Reading the firewall’s rules')
    const names = await ruleNames(context)
    return { rule: await findAmong(context, names, port), others: [...names] }
  },
  run: async (context, { port }, before) => {
    const now = await findNow(context, port, before)
    if (now !== null) return { rule: now, changed: now !== before.rule }
    context.note('Waiting for the firewall')
    await startProcess(context, netshAllowPort(port))
    const after = await pollUntil(
      context,
      () => findNow(context, port, before),
      (rule) => rule !== null,
      netshTimes,
    )
    if (after !== null) return { rule: after, changed: true }
    throw new AppFailure({
      code: 'firewall-unchanged',
      message: `The firewall of the computer has no rule “${kmsPortRuleName(port)}” that is on.`,
      remedy: `Run this on the computer as an administrator: ${netshAllowPort(port)}`,
      retryable: true,
    })
  },
  settle: async (context, { port }, before) => {
    const rule = await pollUntil(
      context,
      () => findNow(context, port, before),
      (found) => found !== null,
      lookAgainTimes,
    )
    if (rule === null) return { state: 'not-done', outcome: `The firewall does not let TCP port ${port} in yet.` }
    return {
      state: 'done',
      result: { rule, changed: rule !== before.rule },
      outcome: `The firewall lets TCP port ${port} in.`,
    }
  },
  outcome: ({ rule, changed }) =>
    changed ? `Firewall rule made: ${rule}.` : 'The firewall had this rule already, and it is on.',
})
