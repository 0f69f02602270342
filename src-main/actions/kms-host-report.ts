import type { KmsHostReport, PortProbe } from '../contract/models/kms-host-report.ts'
import { licensingService } from '../licensing/kms-facts.ts'
import type { ActionContext } from './action.ts'
import { eventsOrError } from './events-or-error.ts'
import { lookUpKmsHosts } from './kms-dns-lookup.ts'
import { readKmsEvents } from './licensing-events.ts'
import { readSnapshot } from './licensing-reader.ts'
import { pollUntil } from './poll.ts'
import { readService } from './windows-service.ts'

/** Milliseconds that a host which was just restarted has to open its port. */
const portTimes = { every: 1000, atMost: 5000 }

/** This computer is asked through its own loop; it says nothing about the firewall then. */
const probe = (context: ActionContext, port: number): Promise<PortProbe> =>
  pollUntil(
    context,
    () => context.site.probe(context.host ?? 'localhost', port, context.signal),
    ({ outcome }) => outcome === 'open',
    portTimes,
  )

/**
 * Looks at a KMS host from all sides: licence, count, SRV record as its own clients would ask for it, port, events,
 * service. Reads only. Throws WmiError where the computer cannot be read; what only a part needs is told in that part.
 */
export const readKmsHostReport = async (context: ActionContext): Promise<KmsHostReport> => {
  context.note('Reading the licence')
  const snapshot = await readSnapshot(context)
  const host = snapshot.products.find(({ kind }) => kind === 'kms-host') ?? null
  const { state } = await readService(context, licensingService)
  context.note('Asking DNS')
  const srv = await lookUpKmsHosts(context, snapshot)
  context.note(`Trying port ${snapshot.kmsListeningPort}`)
  const port = await probe(context, snapshot.kmsListeningPort)
  context.note('Reading events')
  const { events, error } = await eventsOrError(context, () => readKmsEvents(context))
  return {
    snapshot,
    channel: host?.channel ?? null,
    licensed: host?.status === 'licensed',
    currentCount: host?.currentCount ?? null,
    requiredCount: host?.requiredCount ?? null,
    srv: [...srv],
    port,
    events: [...events],
    eventsError: error,
    serviceState: state,
  }
}
