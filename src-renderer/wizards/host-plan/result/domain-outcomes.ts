import type { LicensingEvent } from '../../../../src-main/contract/models/kms-host-report.ts'

/** What became of publishing a KMS host in one DNS domain. */
export interface DomainOutcome {
  readonly domain: string
  readonly published: boolean
  /** The event that says so: 12294 published, 12293 not (events.json). */
  readonly event: LicensingEvent
}

const published = 12_294
const refused = 12_293

/** The domain stands last in both events; classic events may put all data into one string (events.json, layout). */
const domainOf = ({ data }: LicensingEvent): string => data.at(-1)?.split(',').at(-1)?.trim() ?? ''

/**
 * What the last event of each domain says, in the order of the domains' names. A host tries again and again, so an older
 * event about the same domain does not count. Of two at the same time the one that stands first is the newer: main lists
 * events newest first.
 */
export const domainOutcomes = (events: readonly LicensingEvent[]): readonly DomainOutcome[] => {
  const last = new Map<string, LicensingEvent>()
  for (const event of events.toSorted((one, other) => other.time.localeCompare(one.time))) {
    const key = domainOf(event).toLowerCase()
    if ((event.id === published || event.id === refused) && !last.has(key)) last.set(key, event)
  }
  return [...last.entries()]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([, event]) => ({ domain: domainOf(event), published: event.id === published, event }))
}

/** Whether a domain is known in which the host could not publish itself. */
export const isRefusedSomewhere = (events: readonly LicensingEvent[]): boolean =>
  domainOutcomes(events).some((outcome) => !outcome.published)
