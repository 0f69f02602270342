import { AppFailure } from '../contract/app-error.ts'
import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { domainKey } from '../licensing/dns-domain-name.ts'
import { codeSentence } from '../licensing/error-explanations.ts'
import { kmsEvents } from '../licensing/event-descriptions.ts'
import { eventFields } from '../licensing/event-fields.ts'
import { parseCode } from '../licensing/result-code.ts'
import type { ActionContext } from './action.ts'
import { RestartResult } from './restart-licensing-service.ts'

/** What Windows logged about the publishing in one domain; code 0 for a record that was published (12294). */
export interface PublishingOutcome {
  readonly domain: string
  /** The code of event 12293, unsigned; null where the event has none that can be read. */
  readonly code: number | null
}

/** When the licensing service was restarted by this plan, by the computer's own clock; null outside such a plan. */
export const restartedAt = (context: Pick<ActionContext, 'earlier'>): Date | null => {
  const restart = RestartResult.safeParse(context.earlier('service.restart-licensing'))
  return restart.success ? new Date(restart.data.since) : null
}

/** Logs carry whole seconds. */
const wholeSeconds = (time: Date): number => Math.floor(time.getTime() / 1000) * 1000

/** The latest outcome per domain among events that are not older than `since`; `events` newest first. */
export const publishingOutcomes = (events: readonly LicensingEvent[], since: Date): readonly PublishingOutcome[] => {
  const found = new Map<string, PublishingOutcome>()
  for (const { id, time, data } of events) {
    if (id !== kmsEvents.srvFailed && id !== kmsEvents.srvPublished) continue
    if (Date.parse(time) < wholeSeconds(since)) continue
    const { dnsDomain = '', resultCode = '' } = eventFields(id, data)
    const code = id === kmsEvents.srvPublished ? 0 : parseCode(resultCode)
    if (!found.has(domainKey(dnsDomain))) found.set(domainKey(dnsDomain), { domain: dnsDomain, code })
  }
  return [...found.values()]
}

const failureSentence = ({ domain, code }: PublishingOutcome): string =>
  `${domain === '' ? 'a DNS domain' : domain} (${code === null ? 'Windows gave no code' : codeSentence(code).replace(/\.$/, '')})`

/**
 * The failure for domains in which Windows could not publish the KMS host (event 12293); null where it could everywhere.
 * The remedy is the deployment guide's procedure for secure zones (kms.md 3).
 */
export const publishingFailure = (outcomes: readonly PublishingOutcome[]): AppFailure | null => {
  const failed = outcomes.filter(({ code }) => code !== 0)
  const [first] = failed
  if (first === undefined) return null
  const domains = failed.map(({ domain }) => domain).join(', ')
  return new AppFailure({
    code: 'licensing-refused',
    message: `The KMS host could not publish itself in DNS (event 12293): ${failed.map(failureSentence).join('; ')}.`,
    remedy: `In a secure zone only the computer that made the record _vlmcs._tcp may change it. Make a global security group with the computer accounts of all KMS hosts, give it full control of _vlmcs in each of these zones (${domains}: DNS Manager, _tcp, _vlmcs, Properties, Security), restart this computer if it was added to the group, then restart the licensing service and look for event 12294. Or create the record by hand.`,
    ...(first.code === null ? {} : { hresult: first.code }),
    retryable: true,
  })
}
