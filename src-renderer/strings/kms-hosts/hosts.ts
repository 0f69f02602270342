import type { KnownKmsHost } from '../../../src-main/contract/models/known-kms-host.ts'

/** The words of the page "KMS hosts": the list and what is around it. */
export const hosts = {
  heading: 'KMS hosts',
  intro:
    'The KMS hosts that this app knows. Choose one to see how many computers it has counted, who asked, and how it is set.',
  list: 'Known KMS hosts',
  none: 'No KMS host is known yet',
  noneBody:
    'A host that is set up with this app appears here by itself. Add one that exists already, or look for hosts in DNS.',
  listFailed: 'The list could not be read',
  loading: 'Reading the list',
  thisComputer: 'This computer',
  inLab: 'In the Lab',
  inLabOf: (scenario: string) => `In the Lab, scenario ${scenario}`,
  onNetwork: 'On this network',
  add: 'Add a host',
  find: 'Find in DNS',
  keep: 'Keep in the list',
  keepNamed: (name: string) => `Keep ${name} in the list`,
  remove: (name: string) => `Remove ${name} from the list`,
  removeTitle: (name: string) => `Remove ${name} from the list?`,
  removeBody: 'The app forgets it. Nothing is changed on that computer or in DNS.',
  removeConfirm: 'Remove from the list',
  keepIt: 'Keep it',
  setUp: 'Set up a KMS host',
  cancel: 'Cancel',
  addTitle: 'Add a KMS host that exists already',
  addHost: 'Add to the list',
  where: 'Where is it?',
  network: 'On this network',
  lab: 'In the Lab (practice)',
  name: 'Computer name or address',
  nameHint: 'For example kms01.contoso.com. The full name is best.',
  labComputer: 'Computer in the Lab',
  choose: 'Choose a computer',
  nameMissing: 'Type the name or the address of the KMS host.',
  nameMalformed: (text: string) => `“${text}” is not a computer name or an address.`,
  labMissing: 'Choose a computer of the Lab.',
  addFailed: 'The host could not be added',
  findTitle: 'Find KMS hosts in DNS',
  findButton: 'Look in DNS',
  finding: 'Asking DNS',
  domains: 'DNS domains',
  domainsHint: 'One or more, separated by commas. Empty: the domain of this computer.',
  found: (count: number) =>
    count === 0
      ? 'DNS shows no KMS host that is not in the list already.'
      : count === 1
        ? 'One KMS host was found in DNS.'
        : `${count} KMS hosts were found in DNS.`,
  couldNotAsk: 'Could not ask everywhere, so there may be more hosts than are shown',
} as const

/** Where the app knows a host from. */
export const sourceWords: Record<KnownKmsHost['source'], (since: string) => string> = {
  plan: (since) => `set up with this app, ${since}`,
  'by-hand': (since) => `added by hand, ${since}`,
  dns: () => 'only found in DNS: make sure that it is yours',
}
