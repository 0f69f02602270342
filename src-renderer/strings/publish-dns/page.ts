import type { KmsEndpointProbe } from '../../../src-main/contract/models/dns.ts'
import type { SurveyedRecord } from '../../../src-main/contract/models/dns-survey.ts'

/** The words of the page "Publish KMS in DNS": the tabs, and the look-up. */
export const page = {
  heading: 'Publish KMS in DNS',
  intro:
    'KMS clients find their host by an SRV record, _vlmcs._tcp and the domain. Look up what DNS holds, then create, change or remove records. Looking up changes nothing.',
  tabs: 'Parts of this page',
  tabRecords: 'KMS records',
  tabBind: 'BIND configuration',
  tabSeveral: 'Several KMS hosts',
  tabOff: 'Turn publishing off',
  where: 'Which network?',
  network: 'This network',
  lab: (title: string) => (title === '' ? 'The Lab (practice)' : `The Lab (practice): ${title}`),
  domains: 'DNS domains',
  domainsHint: 'One or more, separated by commas. Leave it empty for the domain of this computer.',
  domainsHintLab: 'One or more, separated by commas. These are the zones of the Lab.',
  servers: 'DNS servers to begin with (optional)',
  serversHint: 'Names or addresses, separated by commas. Empty: the DNS servers of this computer.',
  serversHintLab: 'Names or addresses, separated by commas. Empty: the DNS servers of the Lab.',
  lookUp: 'Look up',
  lookUpAgain: 'Look up again',
  asking: 'Asking the authoritative DNS servers and trying each KMS port',
  askingFor: (seconds: number) => `${seconds} seconds so far. A port that does not answer takes some time.`,
  cancel: 'Cancel the look-up',
  cancelled: 'The look-up was cancelled. Nothing was changed.',
  failed: 'The look-up did not succeed',
  answered: 'The look-up has its answer.',
  tooMany: (count: number, most: number) => `There are ${count} entries; ${most} can be looked up at once.`,
  emptyTitle: 'Nothing has been looked up yet',
  empty: 'Choose the network, then press “Look up”. The records appear here, each with what answers behind it.',
  askedAt: (time: string) => `Asked at ${time}`,
  knownHosts: (names: string) => `Compared with the KMS hosts that the app knows: ${names}.`,
  knownHostsNone:
    'The app knows no KMS host yet, so a record is called rogue only where something else than KMS answers.',
  add: 'Add a record',
  addTo: (domain: string) => `Add a record in ${domain}`,
  change: 'Change',
  changeOf: (target: string, port: number) => `Change the record of ${target}, port ${port}`,
  remove: 'Remove',
  removeOf: (target: string, port: number) => `Remove the record of ${target}, port ${port}`,
} as const

/** The words of one domain in the answer. */
export const domain = {
  zone: 'Zone',
  primary: 'Takes changes',
  agreement: 'Do the servers agree?',
  agree: 'Yes, every server that answered says the same',
  differ: 'No, the servers say different things',
  unknownAgreement: 'Only one server answered, so there is nothing to compare',
  noneAnswered: 'No server answered',
  servers: 'Authoritative servers',
  server: 'Server',
  answer: 'Answer',
  isPrimary: 'takes changes',
  serverFound: (count: number) => (count === 1 ? 'One KMS record' : `${count} KMS records`),
  serverNone: 'No KMS record',
  serverFailed: (why: string) => `Could not be asked. ${why}`,
  records: (name: string) => `KMS records of ${name}`,
  unknown: (name: string) => `Could not ask, so whether there are KMS records is not known: ${name}`,
  noZone: (name: string) => `No zone was found for ${name}`,
  target: 'KMS host',
  port: 'Port',
  priority: 'Priority',
  weight: 'Weight',
  ttl: 'TTL',
  ttlValue: (seconds: number) => `${seconds} s`,
  ttlUnknown: 'not told',
  answers: 'Answers as KMS?',
  judgement: 'Judgement',
  actions: 'Actions',
  findingsOf: (target: string) => `What was found out about ${target}`,
  findings: (name: string) => `About ${name}`,
} as const

/** What a probe of the KMS port found, in the words of the column "Answers as KMS?". */
export const probeWords: Record<KmsEndpointProbe['outcome'], string> = {
  kms: 'Yes',
  'not-kms': 'No, another service',
  'other-service': 'No, another service',
  refused: 'No, port closed',
  'no-answer': 'No answer',
  'name-not-found': 'Name not found',
  failed: 'Could not be tried',
}

/** What is thought of a record. */
export const stateWords: Record<SurveyedRecord['state'], string> = {
  good: 'Good',
  rogue: 'Rogue',
  dead: 'Dead',
  unsure: 'Unsure',
}
