import type { ClientStates, MapClients } from '../contract/models/estate-map.ts'
import type { ComputerRow } from '../contract/models/estate.ts'
import { domainOf, namedHost, type NamedHost } from './host-key.ts'

/** A KMS client as far as findings need it. */
export interface TalliedClient {
  readonly id: number
  readonly name: string
}

/** The clients that lead to one host. */
export interface HostClients {
  readonly host: NamedHost
  readonly clients: readonly TalliedClient[]
}

const noStates: ClientStates = { licensed: 0, grace: 0, notification: 0, unlicensed: 0, unknown: 0 }

const stateOf = (status: NonNullable<ComputerRow['licence']>['status']): keyof ClientStates => {
  switch (status) {
    case 'licensed':
    case 'notification':
    case 'unlicensed':
    case 'unknown':
      return status
    case 'oob-grace':
    case 'oot-grace':
    case 'non-genuine-grace':
    case 'extended-grace':
      return 'grace'
  }
}

interface Group {
  readonly key: string
  readonly name: string | null
  readonly by: MapClients['by']
  readonly host: string | null
  readonly states: Record<keyof ClientStates, number>
  total: number
}

const groupOf = (row: ComputerRow): Pick<Group, 'name' | 'by'> => {
  if (row.group !== null) return { name: row.group, by: 'group' }
  const domain = domainOf(row.name)
  return domain === null ? { name: null, by: 'workgroup' } : { name: domain, by: 'domain' }
}

/** Groups that a picture has room for; the smallest are put together per host. */
const mostGroups = 24

const folded = (groups: readonly Group[]): readonly MapClients[] => {
  const bySize = groups.toSorted((left, right) => right.total - left.total || left.key.localeCompare(right.key))
  const rest = new Map<string | null, Group>()
  for (const small of bySize.slice(mostGroups)) {
    const sum = rest.get(small.host) ?? {
      key: `rest ${small.host ?? ''}`,
      name: null,
      by: 'rest' as const,
      host: small.host,
      states: { ...noStates },
      total: 0,
    }
    rest.set(small.host, sum)
    sum.total += small.total
    for (const state of Object.keys(noStates) as (keyof ClientStates)[]) sum.states[state] += small.states[state]
  }
  return [...bySize.slice(0, mostGroups), ...rest.values()]
}

/** What was counted of an estate's computers. */
export interface ClientTally {
  readonly computers: number
  readonly read: number
  readonly kmsClients: number
  readonly otherChannels: number
  readonly groups: readonly MapClients[]
  /** By `NamedHost.key`. */
  readonly hosts: ReadonlyMap<string, HostClients>
  /** Clients without a host that are not activated; those that Active Directory activated need none. */
  readonly hostless: readonly TalliedClient[]
  /** Client machine IDs that several computers have. */
  readonly twins: readonly (readonly TalliedClient[])[]
  /** Clients of each domain by the host that they lead to. */
  readonly domains: ReadonlyMap<string, ReadonlyMap<string, readonly TalliedClient[]>>
  /** Domains by the number of their computers, largest first. */
  readonly domainNames: readonly string[]
  /** Computers that a scan found to be KMS hosts, by `NamedHost.key`. */
  readonly kmsHosts: ReadonlyMap<string, ComputerRow>
}

const pushTo = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Counts the computers of an estate one by one, so that ten thousand need not be held or walked at once. */
export const createClientTally = () => {
  let computers = 0
  let read = 0
  let kmsClients = 0
  let otherChannels = 0
  const groups = new Map<string, Group>()
  const hosts = new Map<string, { host: NamedHost; clients: TalliedClient[] }>()
  const hostless: TalliedClient[] = []
  const cmids = new Map<string, TalliedClient[]>()
  const domains = new Map<string, Map<string, TalliedClient[]>>()
  const domainCounts = new Map<string, number>()
  const kmsHosts = new Map<string, ComputerRow>()

  const addClient = (row: ComputerRow, licence: NonNullable<ComputerRow['licence']>): void => {
    const client = { id: row.id, name: row.name }
    const domain = domainOf(row.name)
    const host = row.kmsHost === null || row.kmsHost.trim() === '' ? null : namedHost(row.kmsHost, domain)
    const { name, by } = groupOf(row)
    const key = [by, name ?? '', host?.key ?? ''].join('\n')
    const group = groups.get(key) ?? { key, name, by, host: host?.key ?? null, states: { ...noStates }, total: 0 }
    groups.set(key, group)
    group.total += 1
    group.states[stateOf(licence.status)] += 1
    if (row.cmid !== null && row.cmid !== '') pushTo(cmids, row.cmid.toLowerCase(), client)
    if (host === null) {
      if (licence.status !== 'licensed') hostless.push(client)
      return
    }
    const known = hosts.get(host.key)
    if (known) known.clients.push(client)
    else hosts.set(host.key, { host, clients: [client] })
    if (domain === null) return
    const split = domains.get(domain) ?? new Map<string, TalliedClient[]>()
    domains.set(domain, split)
    pushTo(split, host.key, client)
  }

  return {
    add(row: ComputerRow): void {
      computers += 1
      const domain = domainOf(row.name)
      if (domain !== null) domainCounts.set(domain, (domainCounts.get(domain) ?? 0) + 1)
      if (row.isKmsHost) kmsHosts.set(namedHost(row.name, domain).key, row)
      if (row.licence === null) return
      read += 1
      if (row.licence.kind !== 'kms-client') otherChannels += 1
      else {
        kmsClients += 1
        addClient(row, row.licence)
      }
    },
    finish: (): ClientTally => ({
      computers,
      read,
      kmsClients,
      otherChannels,
      groups: folded([...groups.values()]),
      hosts,
      hostless,
      twins: [...cmids.values()].filter(({ length }) => length > 1),
      domains,
      domainNames: [...domainCounts]
        .toSorted(([left, many], [right, more]) => more - many || left.localeCompare(right))
        .map(([domain]) => domain),
      kmsHosts,
    }),
  }
}
