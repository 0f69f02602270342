import type { TsigAlgorithm } from '../../../src-main/contract/models/dns.ts'
import type { PublishChange } from '../../../src-main/contract/models/publish-draft.ts'

/** What a wizard does to the records. */
export type Operation = PublishChange['op']

export const stepNames = ['Record', 'How to write it', 'Review', 'Write'] as const

const shortName = (target: string): string => target.split('.')[0]?.toUpperCase() ?? target

/** The name of the wizard in its frame. */
export const titles: Record<Operation, string> = {
  create: 'Add a KMS record',
  change: 'Change a KMS record',
  remove: 'Remove a KMS record',
}

/** The verb of the button that starts the plan, for example "Publish KMS01 in contoso.test". */
export const commitVerb = (op: Operation, target: string, domain: string): string => {
  switch (op) {
    case 'create':
      return `Publish ${shortName(target)} in ${domain}`
    case 'change':
      return `Change the record of ${shortName(target)}`
    case 'remove':
      return `Remove the record of ${shortName(target)}`
  }
}

/** The words of the step "Record". */
export const record = {
  headings: {
    create: 'Which KMS host is to be published?',
    change: 'What is to be changed?',
    remove: 'Which record is removed?',
  },
  domain: 'DNS domain',
  domainHint: 'The domain in which clients look, for example contoso.com.',
  domainFixed: 'A record stays in its domain. To publish in another one, add a record there.',
  target: 'KMS host (full name)',
  targetHint: 'For example kms01.contoso.com. It must be a name, not an address.',
  port: 'Port',
  portHint: 'KMS hosts listen on 1688 unless that was changed.',
  priority: 'Priority',
  priorityHint: 'Lower is tried first.',
  weight: 'Weight',
  weightHint: 'Among hosts of one priority, more is asked more often.',
  ttl: 'TTL in seconds',
  ttlHint: '3600 is one hour.',
  priorityNote:
    'Only Windows 7, Windows Server 2008 R2 and later mind priority and weight; older clients choose at random.',
  noUpdates:
    'A record that you create by hand is kept up to date by nobody. Where DNS takes no updates from the KMS host, turn publishing off there, or its event log fills with event 12293.',
  replicationTitle: 'Give DNS time to replicate',
  replication:
    'Changes show once all DNS servers have replicated. Changing again before that can leave the old record on a server.',
  removeWhat: 'This record will be removed',
  removeEffect:
    'Clients that ask DNS afterwards no longer find this host. Those that remember it go on asking it until it fails.',
  removeOwn:
    'A KMS host that publishes by itself creates its record again, once a day and whenever its licensing service starts. Turn publishing off there first if the host still runs.',
  checked: 'What the check found',
  checking: 'Checking',
} as const

/** The words of the step "How to write it". */
export const way = {
  heading: 'How is DNS changed?',
  kind: 'Which DNS server holds the zone?',
  microsoft: 'Microsoft DNS (Windows)',
  microsoftHint: 'Changed through the DNS server’s own management (WMI), with an account that may administer DNS.',
  update: 'BIND, or another server that takes dynamic updates',
  updateHint: 'Changed by a DNS update message (RFC 2136), best signed with a TSIG key.',
  server: 'DNS server',
  serverHint: 'The server that takes changes for the zone. Name or address.',
  primary: (name: string) => `The zone names ${name} as the server that takes changes.`,
  account: 'Account on the DNS server (optional)',
  accountHint: 'Leave both fields empty to use the account that you are signed in with.',
  labAccounts: 'Accounts of this Lab',
  port: 'Port',
  portHint: '53 is usual.',
  zone: 'Zone (optional)',
  zoneHint: 'Leave it empty: the app asks the server.',
  transport: 'Transport',
  auto: 'UDP, and TCP where needed',
  tcp: 'TCP only',
  signing: 'Proof that the change comes from you',
  signed: 'Sign it with a TSIG key',
  unsigned: 'Send it unsigned',
  unsignedTitle: 'An unsigned change proves nothing',
  unsignedBody:
    'The server can only look at the sender’s address, which can be forged. A server that accepts unsigned changes accepts them from anybody whom its list of addresses lets in: ask for a TSIG key, and see “BIND configuration”.',
  keyName: 'Name of the key',
  keyNameHint: 'What stands after “key” in the key file, for example kms-key.',
  algorithm: 'Algorithm',
  secret: 'Secret',
  secretHint: 'The Base64 text of the key file. Held in memory only, never written to disk.',
  showSecret: 'Show the secret',
  hideSecret: 'Hide the secret',
  labKeys: 'Keys of this Lab',
  labKeysHint: 'Fictional. They work in the Lab only.',
  fillInKey: (name: string) => `Use ${name}`,
  proposing: 'Making the plan and asking the DNS server',
  proposeFailed: 'The plan could not be made',
  reassurance: 'Nothing is changed yet. The next page shows every step first.',
  complaints: {
    serverMissing: 'Type the name or the address of the DNS server.',
    serverMalformed: (text: string) => `“${text}” is not a computer name or an address.`,
    userMissing: 'Type the user name that belongs to the password, or clear the password.',
    passwordMissing: (user: string) => `Type the password of ${user}, or clear the user name.`,
    secretMissing: 'Paste the secret of the key, or choose to send the change unsigned.',
    keyNameMissing: 'Type the name of the key, or choose to send the change unsigned.',
  },
} as const

/** TSIG algorithms as they are chosen, the recommended one first. */
export const algorithms: readonly (readonly [TsigAlgorithm, string])[] = [
  ['hmac-sha256', 'hmac-sha256 (recommended)'],
  ['hmac-sha512', 'hmac-sha512'],
  ['hmac-sha384', 'hmac-sha384'],
  ['hmac-sha224', 'hmac-sha224'],
  ['hmac-sha1', 'hmac-sha1 (weak)'],
  ['hmac-md5', 'hmac-md5 (broken, for old servers only)'],
]

/** The words of review, writing and result. */
export const plan = {
  reviewHeading: 'Review what will be done',
  reviewIntro: (server: string) =>
    `These steps run against ${server}, in this order. Nothing has been changed yet. After the change the server is asked again, and the answer decides whether it worked.`,
  commandsNote: 'The app does not run these commands; they do the same by hand.',
  commitFailed: 'The plan was not started',
  starting: 'Starting the plan',
  runningHeading: 'Writing to DNS',
  doneHeading: 'DNS was changed',
  failedHeading: 'DNS was not changed as planned',
  discardedHeading: 'The plan was discarded',
  doneBody: 'The DNS server confirmed the change when it was asked again. What it holds now stands below.',
  discardedBody: 'No further step will run. Steps that are done stay done; the journal keeps what was done.',
  replication: 'Other DNS servers show the change once they have replicated, and clients once the TTL has run out.',
  nowTitle: 'What DNS holds now',
  startAgain: 'Try again with these entries',
  backToRecords: 'Back to the records',
} as const
