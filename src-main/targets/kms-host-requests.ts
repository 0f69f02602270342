import type { ActionContext } from '../actions/action.ts'
import { readEvents } from '../actions/event-spans.ts'
import type { KmsRequests } from '../contract/models/kms-host-overview.ts'
import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import { kmsEvents } from '../licensing/event-descriptions.ts'
import { clientsSeen, duplicateClients } from '../licensing/kms-request-clients.ts'
import { refusalsByCode, requestsByStatus, requestsOverTime } from '../licensing/kms-request-counts.ts'
import { readKmsRequests, type KmsRequestRecord } from '../licensing/kms-requests.ts'

/** Requests that are read at most; the newest count. */
const mostRequests = 2000
/** Clients that are listed at most. */
const mostClients = 500

const minute = 60_000
const day = 24 * 60 * minute

/** How far back each look at the log reaches, in days: a busy host's log is not fetched whole to show its newest part. */
const looks = [1, 7, 30, 90] as const

/** Requests of a host as they were read, oldest first. */
export interface ReadRequests {
  readonly requests: readonly KmsRequestRecord[]
  readonly unreadable: number
  readonly truncated: boolean
}

/** Reads event 12290 back from `now` by `days`, at most 2,000 of them. Throws WmiError. */
export const readRequests = async (context: ActionContext, now: Date, days: number): Promise<ReadRequests> => {
  const events: LicensingEvent[] = []
  let before: Date | undefined
  let truncated = false
  for (const reach of [...looks.filter((look) => look < days), days]) {
    const since = new Date(now.getTime() - reach * day)
    const span = { log: 'Key Management Service', codes: [kmsEvents.hostRequest], since }
    events.push(...(await readEvents(context, before === undefined ? span : { ...span, before })))
    before = since
    truncated = events.length > mostRequests || (events.length === mostRequests && reach < days)
    if (events.length >= mostRequests) break
  }
  return { ...readKmsRequests(events.slice(0, mostRequests)), truncated }
}

const bucketFor = (days: number): number => (days <= 2 ? 60 * minute : days <= 10 ? 6 * 60 * minute : day)

/** What the page shows of the requests: plots, who asked, what was refused. `now` is the host's clock. */
export const describeRequests = (read: ReadRequests, now: Date, days: number): KmsRequests => {
  const { requests, unreadable, truncated } = read
  const bucket = bucketFor(days)
  // Whole buckets in UTC, the present one included, so that the bars stand at round hours.
  const to = new Date((Math.floor(now.getTime() / bucket) + 1) * bucket)
  const from = new Date(Math.floor((now.getTime() - days * day) / bucket) * bucket)
  const shared = new Set(duplicateClients(requests, now).map(({ cmid }) => cmid))
  const clients = clientsSeen(requests)
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    bucketMinutes: bucket / minute,
    buckets: requestsOverTime(requests, { from, to, bucket }).map((one) => ({ ...one })),
    total: requests.length,
    unreadable,
    truncated,
    byStatus: requestsByStatus(requests).map((one) => ({ ...one })),
    refusals: refusalsByCode(requests).map((one) => ({ ...one })),
    clients: clients
      .slice(0, mostClients)
      .map((client) => ({ ...client, names: [...client.names], duplicate: shared.has(client.cmid) })),
    clientTotal: clients.length,
  }
}
