import type { MapDomain, MapFinding, MapHost } from '../contract/models/estate-map.ts'
import { clientThreshold, serverThreshold } from '../licensing/kms-facts.ts'
import type { ClientTally, TalliedClient } from './client-tally.ts'
import { domainOf } from './host-key.ts'

const namesShown = 20

const about = (clients: readonly TalliedClient[]): Pick<MapFinding, 'computers' | 'names'> => ({
  computers: clients.map(({ id }) => id),
  names: clients.slice(0, namesShown).map(({ name }) => name),
})
const nobody = { computers: [], names: [] } satisfies Pick<MapFinding, 'computers' | 'names'>
const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)
const clientsText = (count: number): string => counted(count, 'KMS client', 'KMS clients')

const domainFindings = ({ domain, state, records }: MapDomain): readonly MapFinding[] => {
  const at = { domain, host: null, ...nobody }
  switch (state) {
    case 'could-not-ask':
      return [
        {
          ...at,
          kind: 'dns-not-asked',
          level: 'warning',
          message: `The DNS servers of ${domain} could not be asked, so that nothing is known of its KMS records.`,
          remedy: 'Look at the page "Publish KMS in DNS" for the reason, and make the map again.',
        },
      ]
    case 'no-zone':
    case 'none':
      return [
        {
          ...at,
          kind: 'no-records',
          level: 'info',
          message: `${domain} has no KMS record (_vlmcs._tcp): clients find no KMS host there by themselves.`,
          remedy: 'Publish the KMS host there, unless the clients have a fixed host or are activated another way.',
        },
      ]
    case 'records':
      return records
        .filter((record) => record.state === 'dead')
        .map(({ host, port }) => ({
          ...at,
          kind: 'dead-record',
          level: 'problem',
          host,
          message: `The SRV record of ${domain} leads to ${host}, port ${port}, where no KMS service answers.`,
          remedy: 'Remove the record if the host is gone, or start the KMS host and open its firewall.',
        }))
  }
}

const hostFindings = (host: MapHost, clients: readonly TalliedClient[]): readonly MapFinding[] => {
  const at = { host: host.key, domain: null, ...about(clients) }
  switch (host.state) {
    case 'rogue':
      return [
        {
          ...at,
          kind: 'rogue-host',
          level: 'problem',
          message: `${host.name} ${host.computer === null ? 'answers as a KMS host' : 'is a KMS host'}${host.inDns ? ', and DNS leads clients to it' : ''}, but nobody named it as one.${clients.length > 0 ? ` ${clientsText(clients.length)} ${clients.length === 1 ? 'leads' : 'lead'} to it.` : ''}`,
          remedy:
            'If it is yours, add it on the page "KMS hosts". If not, remove its SRV record, put a client setup key on it in place of the host key, and point its clients elsewhere.',
        },
      ]
    case 'gone':
      return clients.length === 0
        ? []
        : [
            {
              ...at,
              kind: 'host-gone',
              level: 'problem',
              message: `${clientsText(clients.length)} ${clients.length === 1 ? 'leads' : 'lead'} to ${host.name}, where no KMS service answers.`,
              remedy:
                'Clear the fixed host of these clients so that they look in DNS, or set the KMS host that they shall ask.',
            },
          ]
    case 'below-threshold':
      return [
        {
          ...at,
          ...nobody,
          kind: 'host-below-threshold',
          level: 'warning',
          message: `${host.name} counts ${counted(host.currentCount ?? 0, 'computer', 'computers')}: ${(host.currentCount ?? 0) < serverThreshold ? `it activates nobody yet. Servers and Office need ${serverThreshold}, Windows clients ${clientThreshold}.` : `it activates servers and Office, which need ${serverThreshold}, but no Windows clients, which need ${clientThreshold}.`}`,
          remedy: 'Let more computers ask this host, and mend clients that share a client machine ID: they count once.',
        },
      ]
    case 'serving':
    case 'unknown':
      return []
  }
}

const twinFindings = (twins: readonly TalliedClient[]): MapFinding => ({
  kind: 'duplicate-cmid',
  level: 'problem',
  host: null,
  domain: null,
  ...about(twins),
  message: `${twins
    .slice(0, 4)
    .map(({ name }) => name)
    .join(
      ', ',
    )}${twins.length > 4 ? ` and ${twins.length - 4} more` : ''} have the same client machine ID: a KMS host counts them as one computer.`,
  remedy:
    'Rearm all but one of them (slmgr /rearm), restart them, and activate them again. Generalize the image that they came from with sysprep.',
})

const splitFindings = (tally: ClientTally, hosts: ReadonlyMap<string, MapHost>): readonly MapFinding[] =>
  [...tally.domains].flatMap(([domain, byHost]): MapFinding[] => {
    if (byHost.size < 2) return []
    const parts = [...byHost].toSorted(([, left], [, right]) => right.length - left.length)
    const weak = parts.some(([key]) => hosts.get(key)?.state !== 'serving')
    const list = parts
      .slice(0, 4)
      .map(([key, clients]) => `${hosts.get(key)?.name ?? key} (${clients.length})`)
      .join(', ')
    return [
      {
        kind: 'split-clients',
        level: weak ? 'warning' : 'info',
        host: null,
        domain,
        ...about(parts.slice(1).flatMap(([, clients]) => clients)),
        message: `The clients of ${domain} are split over ${parts.length} KMS hosts: ${list}${parts.length > 4 ? ' and more' : ''}.`,
        remedy: `Each host counts its own clients: make sure that every one of them reaches ${clientThreshold}, or point the computers below to one host.`,
      },
    ]
  })

const hostless = (clients: readonly TalliedClient[], inDns: boolean): readonly MapFinding[] => {
  if (clients.length === 0) return []
  const [is, knows, asked] = clients.length === 1 ? ['is', 'knows', 'has asked'] : ['are', 'know', 'have asked']
  return [
    {
      kind: 'no-host',
      level: 'warning',
      host: null,
      domain: null,
      ...about(clients),
      message: inDns
        ? `${clientsText(clients.length)} ${is} not activated and ${asked} no KMS host yet, though DNS has one for their domain.`
        : `${clientsText(clients.length)} ${is} not activated and ${knows} no KMS host: none is fixed, and no record in DNS is known for their domain.`,
      remedy: inDns
        ? 'Activate them. Where that fails, the result says what keeps them from it.'
        : 'Publish the KMS host in the DNS domain of these computers, or set it at them.',
    },
  ]
}

const hostlessFindings = (clients: readonly TalliedClient[], domains: readonly MapDomain[]): readonly MapFinding[] => {
  const published = new Set(domains.flatMap(({ domain, state }) => (state === 'records' ? [domain.toLowerCase()] : [])))
  const isPublished = ({ name }: TalliedClient): boolean => published.has(domainOf(name) ?? '')
  return [
    ...hostless(
      clients.filter((client) => !isPublished(client)),
      false,
    ),
    ...hostless(clients.filter(isPublished), true),
  ]
}

const namelessFinding = (hosts: readonly MapHost[]): readonly MapFinding[] =>
  hosts.length === 0 || hosts.some(({ known }) => known)
    ? []
    : [
        {
          kind: 'no-known-host',
          level: 'info',
          host: null,
          domain: null,
          ...nobody,
          message:
            'Nobody named the KMS hosts of this place, so that a host that answers cannot be told from a rogue one.',
          remedy: 'Add your KMS hosts on the page "KMS hosts", and make the map again.',
        },
      ]

const order = { problem: 0, warning: 1, info: 2 } as const

/** The problems of an estate, the worst first. */
export const mapFindings = (
  tally: ClientTally,
  domains: readonly MapDomain[],
  hosts: readonly MapHost[],
): readonly MapFinding[] => {
  const byKey = new Map(hosts.map((host) => [host.key, host]))
  return [
    ...domains.flatMap(domainFindings),
    ...hosts.flatMap((host) => hostFindings(host, tally.hosts.get(host.key)?.clients ?? [])),
    ...tally.twins.map(twinFindings),
    ...splitFindings(tally, byKey),
    ...hostlessFindings(tally.hostless, domains),
    ...namelessFinding(hosts),
  ].toSorted((left, right) => order[left.level] - order[right.level])
}
