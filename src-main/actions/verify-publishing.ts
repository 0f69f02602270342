import { z } from 'zod'
import { domainKey } from '../licensing/dns-domain-name.ts'
import { kmsEvents } from '../licensing/event-descriptions.ts'
import { defineAction, type ActionContext } from './action.ts'
import { readTargetTime } from './licensing-events.ts'
import { readSnapshot } from './licensing-reader.ts'
import { pollUntil } from './poll.ts'
import {
  type BeforeRestart,
  publishingFailure,
  type PublishingOutcome,
  readPublishingOutcomes,
  restartOf,
} from './publishing-events.ts'

const Params = z
  .object({
    /** The domains of the publish list; null for the host's own domain. */
    domains: z.array(z.string().min(1).max(253)).nullable(),
  })
  .strict()
type Params = z.infer<typeof Params>
interface Verified {
  readonly published: readonly string[]
  /** Domains about which Windows has logged nothing since the restart. */
  readonly missing: readonly string[]
}

/** Milliseconds that Windows has to publish after a restart before a missing event is a warning. */
const times = { every: 2000, atMost: 45_000 }
const tenMinutes = 10 * 60_000

/** Without a restart in the plan, the events of the last minutes count. */
const recently = async (context: ActionContext): Promise<BeforeRestart> => ({
  since: new Date((await readTargetTime(context)).getTime() - tenMinutes).toISOString(),
  lastRecord: null,
})

const expectedDomains = async (context: ActionContext, { domains }: Params): Promise<readonly string[]> => {
  if (domains !== null) return domains
  const { dnsDomain } = await readSnapshot(context)
  return dnsDomain === null ? [] : [dnsDomain]
}

const missingOf = (expected: readonly string[], outcomes: readonly PublishingOutcome[]): readonly string[] => {
  const seen = new Set(outcomes.map(({ domain }) => domainKey(domain)))
  return expected.filter((domain) => !seen.has(domainKey(domain)))
}

const sentence = ({ published, missing }: Verified): string =>
  [
    published.length === 0 ? 'No domain was published yet.' : `Published in ${published.join(', ')} (event 12294).`,
    ...(missing.length === 0
      ? []
      : [
          `Warning: Windows has logged nothing about ${missing.join(', ')} since the restart. Look for event ${kmsEvents.srvPublished} or ${kmsEvents.srvFailed} later.`,
        ]),
  ].join(' ')

/**
 * Looks for one event per domain after the restart of the licensing service: 12294 where the host published itself, 12293
 * where it could not, which fails the step (deploying-kms-activation.txt). A domain without an event is a warning, because
 * a busy DNS server may take longer. Throws AppFailure `licensing-refused`, WmiError.
 */
export const verifyPublishing = defineAction<Params, null, Verified>({
  kind: 'kms-host.verify-publishing',
  params: Params,
  evidence: z.null(),
  risk: 'read',
  weight: 4,
  deadline: 120_000,
  title: ({ domains }) =>
    domains === null
      ? 'Check that the KMS host published itself in its own DNS domain'
      : `Check that the KMS host published itself in ${domains.join(', ')}`,
  equivalent: () => null,
  undo: () => null,
  before: async () => null,
  run: async (context, params) => {
    const expected = await expectedDomains(context, params)
    const before = restartOf(context) ?? (await recently(context))
    context.note('Waiting for the events of the licensing service')
    const outcomes = await pollUntil(
      context,
      () => readPublishingOutcomes(context, before),
      (seen) => missingOf(expected, seen).length === 0,
      times,
    )
    const failure = publishingFailure(outcomes)
    if (failure) throw failure
    return { published: outcomes.map(({ domain }) => domain), missing: missingOf(expected, outcomes) }
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  outcome: sentence,
})
