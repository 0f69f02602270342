/** The words of the page that shows the end of a plan. */
export const result = {
  headingDoneUnverified: (name: string) => `The plan for ${name} has ended`,
  headingDiscarded: 'The plan was discarded',
  discardedBody: 'No further step will run. Steps that are done stay done; the journal keeps what was done.',
  failedBody:
    'The plan ended at the step that failed. Steps before it are done, steps after it were not run. Mend the cause, then start a new plan.',
  left: 'Done, but not activated yet',
  whatFailed: 'What failed',
  whatIsDone: 'What is done',
  whatIsNot: 'What was not done',
  nothing: 'Nothing',
  publishedTitle: 'Publishing in DNS',
  notPublishedRemedy: (domain: string) =>
    `Clients in ${domain} do not find this host by themselves. Let the zone take the record, or create it by hand; the host tries again when its licensing service is restarted, and once a day.`,
  state: 'State of the KMS host',
  verifiedAt: (time: string) => `Read at ${time}`,
  verify: 'Verify again',
  verifying: 'Verifying',
  verifyFailed: 'The verification did not succeed',
  notVerified: 'The computer has not been asked since the plan ended.',
  channel: 'Channel',
  channelNone: 'No KMS host product found',
  licensed: 'Activated',
  licensedYes: 'Yes, licensed',
  licensedNo: 'No, not licensed',
  count: 'Current count',
  countUnknown: 'Not told by Windows',
  countOf: (current: number, required: number | null) =>
    required === null ? `${current}` : `${current} (needed: ${required})`,
  countHint:
    '0 is normal at first; clients raise it when they ask. Windows clients are activated from 25 on, servers from 5.',
  service: 'Licensing service',
  serviceHint: 'It stops by itself when idle and starts when a client asks.',
  port: 'KMS port',
  srv: 'DNS (SRV records)',
  srvFound: (name: string, server: string) => `${name}, asked from ${server}:`,
  srvNone: (name: string, server: string) =>
    `${name}: no record, asked from ${server}. The host publishes it within minutes of its activation if DNS lets it; else create the record by hand.`,
  srvCouldNotAsk: (name: string, server: string, why: string) =>
    `${name}: could not ask ${server}, so whether there is a record is not known. ${why}`,
  srvNoDomain: 'The computer has no DNS domain, so there is no record to look for.',
  srvRecord: (target: string, port: number, priority: number, weight: number) =>
    `${target}, port ${port}, priority ${priority}, weight ${weight}`,
  defaultServer: 'the DNS server of this computer',
  events: 'Events',
  eventsNone: 'No event of the licensing service (12290, 12293, 12294) since the plan began.',
  eventsFailed: (why: string) => `The events could not be read. ${why}`,
  event: (id: number) => `Event ${id}`,
  startAgain: 'Start a new plan',
  copyDetails: 'Copy details',
  openJournal: 'Show in the journal',
  close: 'Close',
} as const
