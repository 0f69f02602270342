import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { domainKey } from '../licensing/dns-domain-name.ts'
import { codeSentence } from '../licensing/error-explanations.ts'
import { kmsEvents } from '../licensing/event-descriptions.ts'
import { eventFields } from '../licensing/event-fields.ts'
import { parseCode } from '../licensing/result-code.ts'
import { uint } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { eventQuery, readTargetTime, toEvent } from './licensing-events.ts'
import { isLostConnection } from './lost-connection.ts'

/** What Windows logged about the publishing in one domain; code 0 for a record that was published (12294). */
export interface PublishingOutcome {
  readonly domain: string
  /** The code of event 12293, unsigned; null where the event has none that can be read. */
  readonly code: number | null
}

/** What was known before a restart, by which its events are told from older ones. */
export const BeforeRestart = z.object({
  /** The computer's own clock, ISO 8601. */
  since: z.string(),
  /** Number of the newest event about publishing in the log; null where the log was not or could not be read. */
  lastRecord: z.number().int().nullable(),
})
export type BeforeRestart = z.infer<typeof BeforeRestart>

interface NumberedEvent {
  readonly event: LicensingEvent
  readonly record: number
}

const day = 86_400_000

/** Events 12293 and 12294 of the licensing service of the last day, newest first. Throws WmiError. */
const readPublishingEvents = async (context: ActionContext): Promise<readonly NumberedEvent[]> => {
  const now = await readTargetTime(context)
  const since = new Date(now.getTime() - day)
  const wql = eventQuery({ log: 'Application', codes: [kmsEvents.srvFailed, kmsEvents.srvPublished], since })
  const session = await context.session('root\\cimv2')
  const rows = await session.query(wql, context.signal)
  return rows
    .map((row) => ({ event: toEvent(row, 'Application', now), record: uint(row, 'RecordNumber') }))
    .toSorted((left, right) => right.event.time.localeCompare(left.event.time) || right.record - left.record)
}

/**
 * What is to be remembered before a restart; the log is looked at where `withEvents` says so. A log that cannot be read
 * does not stand in the way of the restart. Throws WmiError.
 */
export const readBeforeRestart = async (context: ActionContext, withEvents: boolean): Promise<BeforeRestart> => {
  const since = (await readTargetTime(context)).toISOString()
  if (!withEvents) return { since, lastRecord: null }
  try {
    const events = await readPublishingEvents(context)
    return { since, lastRecord: Math.max(0, ...events.map(({ record }) => record)) }
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
    return { since, lastRecord: null }
  }
}

/** What was known before the restart of the licensing service in this plan; null where the plan has none. */
export const restartOf = (context: Pick<ActionContext, 'earlier'>): BeforeRestart | null => {
  const restart = BeforeRestart.safeParse(context.earlier('service.restart-licensing'))
  return restart.success ? restart.data : null
}

/**
 * Whether an event is younger than what was remembered. Logs carry whole seconds, so that within one second the record
 * number decides; a log that was cleared begins to count anew, so that a later second is enough.
 */
const isAfter = ({ event, record }: NumberedEvent, { since, lastRecord }: BeforeRestart): boolean => {
  const second = Math.floor(Date.parse(since) / 1000) * 1000
  const time = Date.parse(event.time)
  return time >= second + 1000 || (time >= second && (lastRecord === null || record > lastRecord))
}

/** The latest outcome per domain since then. Throws WmiError. */
export const readPublishingOutcomes = async (
  context: ActionContext,
  before: BeforeRestart,
): Promise<readonly PublishingOutcome[]> => {
  const found = new Map<string, PublishingOutcome>()
  for (const one of await readPublishingEvents(context)) {
    const { id, data } = one.event
    if (!isAfter(one, before)) continue
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
    remedy: `In a secure zone only the computer that made the record _vlmcs._tcp may change it. Make a global security group with the computer accounts of all KMS hosts, give it full control of _vlmcs in each of these zones (${domains}: DNS Manager, _tcp, _vlmcs, Properties, Security), restart this computer if it was added to the group, then restart the licensing service and look for event 12294. A zone that takes no updates at all has to be told to, or the record is made by hand.`,
    ...(first.code === null ? {} : { hresult: first.code }),
    retryable: true,
  })
}
