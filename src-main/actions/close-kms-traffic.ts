import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { closeFirewallCommand } from '../licensing/command-lines.ts'
import { defineAction } from './action.ts'
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

interface Closed {
  readonly rules: readonly string[]
  readonly changed: boolean
}

const isClosed = (rules: Parameters<typeof areKmsRules>[0]): boolean => rules.length === 0 || areKmsRules(rules, false)
const closed = (rules: Parameters<typeof areKmsRules>[0], changed: boolean): Closed => ({
  rules: rules.map(({ id }) => id),
  changed,
})

/**
 * Closes the firewall to KMS clients on a computer that is no KMS host any more: turns Windows' own rule group off
 * (kms.md 4). Rules that were made for a port other than 1688 stay.
 */
export const closeKmsTraffic = defineAction<Record<string, never>, KmsTrafficEvidence, Closed>({
  kind: 'firewall.close-kms',
  params: z.object({}).strict(),
  evidence: KmsTrafficEvidence,
  risk: 'change',
  weight: 5,
  deadline: 120_000,
  title: () => 'Close the firewall to KMS traffic (rule group “Key Management Service”)',
  equivalent: (_, target) => closeFirewallCommand(target),
  undo: () => ({ possible: true, sentence: `To open it again: ${netshSwitchKmsGroup(true)}.` }),
  counterSteps: (_, before) => putGroupBack(before, false),
  check: async (context) => elevationFindings(context),
  before: kmsTrafficBefore,
  run: async (context, _, before) => {
    const now = await readKmsRules(context, before.way)
    if (isClosed(now)) return closed(now, !isClosed(before.rules))
    const after = await switchKmsRules(context, before.way, false)
    if (isClosed(after)) return closed(after, true)
    throw new AppFailure({
      code: 'firewall-unchanged',
      message: `These firewall rules are still on: ${after.flatMap(({ id, enabled }) => (enabled ? [id] : [])).join(', ')}.`,
      remedy: `Run this on the computer as an administrator: ${netshSwitchKmsGroup(false)}`,
      retryable: true,
    })
  },
  settle: async (context, _, before) => {
    const now = await settledKmsRules(context, before.way, false)
    if (!isClosed(now)) return { state: 'not-done', outcome: 'The firewall still lets KMS traffic in.' }
    return {
      state: 'done',
      result: closed(now, !isClosed(before.rules)),
      outcome: 'The firewall does not let KMS traffic in.',
    }
  },
  outcome: ({ rules, changed }) =>
    changed ? `Firewall rules turned off: ${rules.join(', ')}.` : 'The firewall did not let KMS traffic in.',
})
