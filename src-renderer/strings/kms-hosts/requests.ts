/** The words of what clients asked of a KMS host. */
export const requests = {
  heading: 'Requests',
  failed: 'The requests could not be read from the event log',
  none: 'No computer has asked in this time.',
  noneBody:
    'Clients ask by themselves every two hours until they are activated, then every seven days. If none asks, look at the KMS port, at DNS and at the clients.',
  title: (total: number, span: string, refused: number) =>
    `${total === 1 ? 'One request' : `${total} requests`} in ${span}, ${refused === 0 ? 'none refused' : `${refused} refused`}`,
  axis: (span: string) => `Requests per ${span}`,
  bucketMinutes: (minutes: number) =>
    minutes % 1440 === 0
      ? minutes === 1440
        ? 'day'
        : `${minutes / 1440} days`
      : minutes % 60 === 0
        ? minutes === 60
          ? 'hour'
          : `${minutes / 60} hours`
        : `${minutes} minutes`,
  accepted: 'Taken',
  refused: 'Refused',
  growthTitle: (count: number, needed: number) => `${count} of ${needed} clients counted`,
  growthExpected: (needed: number, at: string) => `${needed} expected at about ${at}`,
  growthReached: (needed: number) => `the ${needed} that Windows clients need are reached`,
  growthUnknown: 'when the rest will come cannot be told',
  growthAxis: 'Computers that asked',
  threshold: (needed: number, of: 'clients' | 'servers') =>
    of === 'clients' ? `${needed} for Windows clients` : `${needed} for servers`,
  forecast: 'Expected',
  seen: 'Different computers so far',
  now: 'now',
  time: 'Time',
  clientsInBucket: 'Computers',
  showTable: 'Show as a table',
  hideTable: 'Hide the table',
  truncated: 'The event log holds more than was read, so the oldest requests are missing.',
  unreadable: (count: number) =>
    count === 1 ? 'One event 12290 could not be read.' : `${count} events 12290 could not be read.`,
  byState: 'Requests by licence state',
  byStateCaption: 'In which state computers asked',
  state: 'Licence state',
  inSpan: (span: string) => `In ${span}`,
  sinceKey: 'Since the host key was installed',
  allRequests: 'All requests',
  failedRequests: 'Of these, refused',
  refusals: 'Refused requests',
  code: 'Code',
  meaning: 'What it means',
  count: 'Requests',
  computers: 'Computers',
  last: 'Last',
  who: 'Who asked',
  whoTitle: (count: number) => (count === 1 ? 'One computer asked' : `${count} computers asked`),
  computer: 'Computer',
  lastAsked: 'Last asked',
  answer: 'Answer',
  taken: 'Taken',
  machineId: 'Machine ID (end)',
  filter: 'Filter',
  filterHint: 'Computer or machine ID',
  showAll: (count: number) => `Show all ${count}`,
  notListed: (count: number) => `${count} more are not listed.`,
  noMatch: 'No computer matches the filter.',
  alsoAs: (names: string) => `also as ${names}`,
  nameUnknown: 'Name not told',
  virtual: 'virtual',
  duplicatesTitle: (groups: number) =>
    groups === 1 ? 'Several computers share one machine ID' : `Computers share ${groups} machine IDs`,
  duplicatesBody:
    'They were cloned from one image that was not generalized (sysprep /generalize), or with SkipRearm set. A machine ID counts once, however many computers carry it, so the count stays low. Prepare the image with sysprep /generalize and without SkipRearm. On each computer that exists already run slmgr /rearm, then restart it; that uses up one rearm of the few that there are (Windows 7: three).',
  duplicateMark: 'shared machine ID',
} as const
