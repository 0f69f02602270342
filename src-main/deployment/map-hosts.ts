import type { KmsEndpointProbe } from '../contract/models/dns.ts'
import type { DnsSurvey } from '../contract/models/dns-survey.ts'
import type { MapDomain, MapHost, MapHostState } from '../contract/models/estate-map.ts'
import { clientThreshold, defaultKmsPort } from '../licensing/kms-facts.ts'
import type { ClientTally } from './client-tally.ts'
import { namedHost } from './host-key.ts'

/** What a map is made of beside the computers. */
export interface MapSources {
  readonly tally: ClientTally
  /** Null where DNS could not be asked. */
  readonly survey: DnsSurvey | null
  /** Names of the KMS hosts that plans set up or people added. */
  readonly knownHosts: readonly string[]
  /** What answered at the hosts that only clients name. */
  readonly probes: readonly KmsEndpointProbe[]
}

/** A host and port to ask. */
export interface HostEndpoint {
  readonly host: string
  readonly port: number
}

const recordsIn = (survey: DnsSurvey | null) => survey?.domains.flatMap(({ records }) => records) ?? []
const keyOf = (host: string): string => namedHost(host, null).key

/** Hosts to which clients lead and of which the look at DNS says nothing: at most `most`, those with the most clients first. */
export const hostsToProbe = (tally: ClientTally, survey: DnsSurvey | null, most: number): readonly HostEndpoint[] => {
  const probed = new Set(recordsIn(survey).flatMap(({ probe, record }) => (probe ? [keyOf(record.target)] : [])))
  return [...tally.hosts.values()]
    .filter(({ host }) => !probed.has(host.key))
    .toSorted((left, right) => right.clients.length - left.clients.length)
    .slice(0, most)
    .map(({ host }) => ({ host: host.name, port: host.port ?? defaultKmsPort }))
}

/** Names of known hosts as keys; a bare one counts in every domain of the estate. What a scan found may be a rogue host. */
const knownKeys = (knownHosts: readonly string[], { tally }: Pick<MapSources, 'tally'>): ReadonlySet<string> =>
  new Set(
    knownHosts.flatMap((name) => [
      keyOf(name),
      ...(name.includes('.') ? [] : tally.domainNames.map((domain) => namedHost(name, domain).key)),
    ]),
  )

const answered = (probes: readonly KmsEndpointProbe[]): boolean | null => {
  if (probes.some(({ outcome }) => outcome === 'kms')) return true
  return probes.some(({ outcome }) => outcome !== 'failed') ? false : null
}

interface HostFacts {
  readonly known: boolean
  /** Whether any KMS host of the place was named at all. */
  readonly anyKnown: boolean
  /** Null where DNS was not asked. */
  readonly inDns: boolean | null
  readonly serves: boolean | null
  /** Whether a scan found a KMS host key on it. */
  readonly scanned: boolean
  readonly count: number | null
}

const stateOf = ({ known, anyKnown, inDns, serves, scanned, count }: HostFacts): MapHostState => {
  if (!known && serves === true && anyKnown) return 'rogue'
  // A host key that neither a person nor DNS tells of: nobody leads clients to it on purpose.
  if (!known && scanned && inDns === false) return 'rogue'
  if (serves === false) return 'gone'
  if (count !== null && count < clientThreshold) return 'below-threshold'
  return serves === true ? 'serving' : 'unknown'
}

/** Every KMS host that DNS, clients, scans or people name, those with the most clients first. */
export const mapHosts = (sources: MapSources): readonly MapHost[] => {
  const { tally, survey, knownHosts, probes } = sources
  const records = recordsIn(survey)
  const known = knownKeys(knownHosts, sources)
  const probesOf = new Map<string, KmsEndpointProbe[]>()
  for (const probe of [...probes, ...records.flatMap((record) => record.probe ?? [])])
    probesOf.set(keyOf(probe.host), [...(probesOf.get(keyOf(probe.host)) ?? []), probe])
  const inDns = new Map(records.map(({ record }) => [keyOf(record.target), record.target]))
  const names = new Map<string, string>([
    ...knownHosts.filter((name) => name.includes('.')).map((name) => [keyOf(name), name] as const),
    ...[...tally.hosts].map(([key, { host }]) => [key, host.name] as const),
    ...[...inDns].map(([key, target]) => [key, target.replace(/\.$/, '')] as const),
    ...[...tally.kmsHosts].map(([key, row]) => [key, row.name] as const),
  ])
  return [...names]
    .map(([key, name]): MapHost => {
      const row = tally.kmsHosts.get(key) ?? null
      const currentCount = row?.currentCount ?? null
      return {
        key,
        name,
        computer: row?.id ?? null,
        known: known.has(key),
        inDns: inDns.has(key),
        state: stateOf({
          known: known.has(key),
          anyKnown: known.size > 0,
          inDns: survey === null ? null : inDns.has(key),
          serves: answered(probesOf.get(key) ?? []),
          scanned: row !== null,
          count: currentCount,
        }),
        currentCount,
        clients: tally.hosts.get(key)?.clients.length ?? 0,
      }
    })
    .toSorted((left, right) => right.clients - left.clients || left.name.localeCompare(right.name))
}

/** The domains that were asked, with what their records lead to. */
export const mapDomains = (survey: DnsSurvey | null, hosts: readonly MapHost[]): readonly MapDomain[] => {
  const states = new Map(hosts.map((host) => [host.key, host.state]))
  return (survey?.domains ?? []).map(({ domain, lookup, records }) => ({
    domain,
    state: lookup.outcome !== 'asked' ? lookup.outcome : records.length > 0 ? 'records' : 'none',
    records: records.map(({ record, state }) => {
      const host = keyOf(record.target)
      const hostState = states.get(host)
      return {
        host,
        port: record.port,
        priority: record.priority,
        weight: record.weight,
        state:
          state === 'dead' || hostState === 'gone'
            ? 'dead'
            : hostState === 'rogue'
              ? 'rogue'
              : hostState === 'unknown'
                ? 'unsure'
                : 'good',
      }
    }),
  }))
}
