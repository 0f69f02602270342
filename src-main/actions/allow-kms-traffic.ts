import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { netshEnableKmsGroup, openFirewallCommand } from '../licensing/command-lines.ts'
import { defineAction } from './action.ts'
import type { FirewallRule } from './firewall-registry.ts'
import {
  areKmsRules,
  kmsTrafficBefore,
  KmsTrafficEvidence,
  netshSwitchKmsGroup,
  putGroupBack,
  readKmsRules,
  settledKmsRules,
  switchKmsRules,
} from './kms-traffic-rules.ts'
import { elevationFindings } from './local-rights.ts'

interface Allowed {
  readonly rules: readonly string[]
  readonly changed: boolean
}

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
export const allowKmsTraffic = defineAction<Record<string, never>, KmsTrafficEvidence, Allowed>({
  kind: 'firewall.allow-kms',
  params: z.object({}).strict(),
  evidence: KmsTrafficEvidence,
  risk: 'change',
  weight: 5,
  deadline: 120_000,
  title: () => 'Let KMS traffic through the firewall (rule group “Key Management Service”)',
  equivalent: (_, target) => openFirewallCommand(target),
  undo: () => ({ possible: true, sentence: `To close it again: ${netshSwitchKmsGroup(false)}.` }),
  counterSteps: (_, before) => putGroupBack(before, true),
  check: async (context) => elevationFindings(context),
  before: kmsTrafficBefore,
  run: async (context, _, before) => {
    const now = await readKmsRules(context, before.way)
    if (now.length === 0) throw unchanged(now)
    if (areKmsRules(now, true)) return { rules: now.map(({ id }) => id), changed: !areKmsRules(before.rules, true) }
    const after = await switchKmsRules(context, before.way, true)
    if (!areKmsRules(after, true)) throw unchanged(after)
    return { rules: after.map(({ id }) => id), changed: true }
  },
  settle: async (context, _, before) => {
    const now = await settledKmsRules(context, before.way, true)
    if (!areKmsRules(now, true)) return { state: 'not-done', outcome: 'The firewall does not let KMS traffic in yet.' }
    return {
      state: 'done',
      result: { rules: now.map(({ id }) => id), changed: !areKmsRules(before.rules, true) },
      outcome: 'The firewall lets KMS traffic in.',
    }
  },
  outcome: ({ rules, changed }) =>
    changed ? `Firewall rules turned on: ${rules.join(', ')}.` : 'The firewall let KMS traffic in already.',
})
