import type { MapClients, MapFindingKind, MapHostState } from '../../../src-main/contract/models/estate-map.ts'

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** Words of the page "Deployment map". */
export const map = {
  heading: 'Deployment map',
  intro:
    'How the computers of the list come to their KMS host: the records in DNS, the hosts that answer, and the clients that lead to them, as they were scanned last. DNS and the hosts are asked anew; nothing is changed.',
  make: 'Make the map',
  again: 'Make it again',
  making: 'Asking DNS and the KMS hosts',
  stop: 'Stop',
  failed: 'The map could not be made',
  dnsFailed: 'DNS could not be asked',
  ready: 'The map is ready.',
  emptyTitle: 'There is no computer in the list yet',
  empty: 'Add computers on the page "Computers" and scan them; the map is made of what the scan reads.',
  unreadTitle: 'No computer was read yet',
  unread: 'Scan the computers on the page "Computers" first. Until then the map shows DNS alone.',
  figures: (read: number, computers: number, clients: number, others: number): string =>
    `${read} of ${counted(computers, 'computer', 'computers')} read: ${counted(clients, 'KMS client', 'KMS clients')}${others > 0 ? `, ${others} activated another way (MAK, retail, OEM)` : ''}.`,
  madeAt: (time: string): string => `Made at ${time}.`,
  domains: 'Domains',
  domainsHint: 'Leave it empty for the domains of the computers. Several by comma.',
  picture: 'The map',
  pictureName: 'DNS domains, KMS hosts and KMS clients, and what leads to what',
  pictureText: (domains: number, hosts: number, clients: number, problems: number): string =>
    `${counted(domains, 'domain', 'domains')}, ${counted(hosts, 'KMS host', 'KMS hosts')}, ${counted(clients, 'group of clients', 'groups of clients')}, ${counted(problems, 'problem', 'problems')}. The tables below say the same.`,
  dnsColumn: 'DNS',
  hostColumn: 'KMS hosts',
  clientColumn: 'Clients',
  findings: 'What to mend',
  noFindings: 'Nothing is wrong with what was read.',
  hosts: 'KMS hosts',
  host: 'KMS host',
  state: 'State',
  count: 'Counted',
  leadsTo: 'Leads to',
  clients: 'Clients',
  clientTable: 'Clients by KMS host',
  records: 'KMS records in DNS',
  domain: 'Domain',
  record: 'Record',
  recordStates: {
    good: 'Good',
    dead: 'Dead: no KMS service answers',
    rogue: 'Rogue host',
    unsure: 'Not known',
  },
  domainStates: {
    records: 'Records found',
    none: 'No KMS record',
    'no-zone': 'No such zone',
    'could-not-ask': 'Could not be asked',
  },
  known: 'Known',
  inDns: 'In DNS',
  yes: 'Yes',
  no: 'No',
  group: 'Group',
  total: 'Computers',
  licensed: 'Activated',
  grace: 'In grace',
  notification: 'Notification',
  unlicensed: 'Not activated',
  unknown: 'Unknown',
  noHost: 'No KMS host',
  notCounted: 'Not read',
  names: (count: number): string => `Computers concerned (${count})`,
  more: (count: number): string => `and ${count} more`,
  copyNames: 'Copy the names',
  select: (count: number): string => `Select ${count === 1 ? 'it' : 'them'} on the page Computers`,
  openDns: 'Open KMS in DNS',
  openHosts: 'Open KMS hosts',
  configure: (name: string): string => `Configure ${name}`,
  rearm: (name: string): string => `Prepare ${name} as an image`,
  hostFacts: (count: number | null, clients: number): string =>
    `${count === null ? '' : `counts ${count}, `}${counted(clients, 'client', 'clients')}`,
} as const

/** States of a KMS host in words. */
export const hostStates: Readonly<Record<MapHostState, string>> = {
  serving: 'Serving',
  'below-threshold': 'Below 25: Windows clients are refused, below 5 servers too',
  unknown: 'Not known',
  rogue: 'Rogue: nobody named it a KMS host',
  gone: 'Gone: no KMS service answers',
}

/** The same, short enough for the picture. */
export const shortHostStates: Readonly<Record<MapHostState, string>> = {
  serving: 'Serving',
  'below-threshold': 'Below 25',
  unknown: 'Not known',
  rogue: 'Rogue',
  gone: 'Gone',
}

/** Problems by name, as the heading of a finding. */
export const findingNames: Readonly<Record<MapFindingKind, string>> = {
  'dead-record': 'Dead SRV record',
  'rogue-host': 'Rogue KMS host',
  'host-gone': 'Clients with a host that is gone',
  'host-below-threshold': 'Count too low',
  'duplicate-cmid': 'Same client machine ID',
  'split-clients': 'Clients split over hosts',
  'no-host': 'Clients without a host',
  'dns-not-asked': 'DNS not asked',
  'no-records': 'No KMS record',
  'no-known-host': 'No KMS host is named',
}

/** What a group of clients is called. */
export const clientsName = ({ name, by }: Pick<MapClients, 'name' | 'by'>): string => {
  switch (by) {
    case 'group':
      return `Group ${name ?? ''}`
    case 'domain':
      return name ?? ''
    case 'workgroup':
      return 'Without a domain'
    case 'rest':
      return 'Further groups'
  }
}
