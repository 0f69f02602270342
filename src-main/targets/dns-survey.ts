import { AppFailure } from '../contract/app-error.ts'
import type { AuthoritativeLookup, KmsEndpointProbe } from '../contract/models/dns.ts'
import type { DnsSurvey, DomainSurvey } from '../contract/models/dns-survey.ts'
import { checkDomain, sameName } from '../network/dns-names.ts'
import { noServerName } from '../network/dns-failure.ts'
import { parseDnsServer } from '../network/dns-server-address.ts'
import { judgeRecords } from '../network/record-findings.ts'
import type { Site } from '../wmi/wmi-session.ts'
import { domainFindings } from './domain-findings.ts'
import { inTurns } from './in-turns.ts'

/** What a survey of KMS records asks with. */
export interface SurveyParts {
  readonly site: Pick<Site, 'lookupAuthoritative' | 'probeKms'>
  /** Names of the KMS hosts that the app knows; bare names count in every domain. */
  readonly knownHosts: readonly string[]
  readonly now: Date
  readonly signal: AbortSignal
}

/** Domains and probes under way at a time: enough to be quick, too few to look like a scan of the network. */
const domainsAtOnce = 4
const probesAtOnce = 8

const endpoint = ({ target, port }: { readonly target: string; readonly port: number }): string =>
  `${target.toLowerCase().replace(/\.$/, '')} ${port}`

const recordsOf = (lookup: AuthoritativeLookup) => (lookup.outcome === 'asked' ? lookup.records : [])

const fullNames = (knownHosts: readonly string[], domain: string): readonly string[] =>
  knownHosts.map((host) => (host.includes('.') ? host : `${host}.${domain}`))

const surveyOf = (
  lookup: AuthoritativeLookup,
  probes: readonly KmsEndpointProbe[],
  knownHosts: readonly string[],
): DomainSurvey => {
  const known = fullNames(knownHosts, lookup.domain)
  const presence = recordsOf(lookup)
  const judged = judgeRecords({ presence, probes, knownHosts: known.length === 0 ? null : known })
  return {
    domain: lookup.domain,
    lookup,
    records: judged.map((one, index) => ({
      ...one,
      on: presence[index]?.on ?? [],
      missingOn: presence[index]?.missingOn ?? [],
      probe: probes.find(({ host, port }) => port === one.record.port && sameName(host, one.record.target)) ?? null,
    })),
    findings: domainFindings(lookup, known),
  }
}

/** Checks typed domains and servers. Throws AppFailure `invalid-input`, field `domains.<index>` or `servers.<index>`. */
export const checkSurvey = (
  domains: readonly string[],
  servers: readonly string[],
): { readonly domains: readonly string[]; readonly servers: readonly string[] } => {
  const checked = domains.map((typed, index) => {
    const domain = checkDomain(typed, `domains.${index}`)
    if (!domain.ok) throw new AppFailure(domain.error)
    return domain.value
  })
  servers.forEach((server, index) => {
    if (parseDnsServer(server) === null) throw new AppFailure({ ...noServerName(server), field: `servers.${index}` })
  })
  return { domains: [...new Set(checked)], servers }
}

/**
 * Asks the authoritative servers of each domain for its KMS records and finds out, record by record, whether the name
 * resolves and the KMS interface answers; no activation is asked for. Each server and each probe has its own deadline
 * (network/authoritative.ts, network/kms-endpoint-probe.ts). Rejects with the signal's reason alone.
 */
export const surveyKmsRecords = async (
  { site, knownHosts, now, signal }: SurveyParts,
  domains: readonly string[],
  servers: readonly string[],
): Promise<DnsSurvey> => {
  const begin = servers.length === 0 ? undefined : servers
  const lookups = await inTurns(domains, domainsAtOnce, signal, (domain) =>
    site.lookupAuthoritative(domain, begin, signal),
  )
  const records = lookups.flatMap(recordsOf).map(({ record }) => record)
  const endpoints = [...new Map(records.map((record) => [endpoint(record), record])).values()]
  const probes = await inTurns(endpoints, probesAtOnce, signal, ({ target, port }) =>
    // A record may name port 0, which nothing can be asked on.
    port < 1
      ? Promise.resolve<KmsEndpointProbe>({ host: target, port, outcome: 'failed', detail: `${port} is no TCP port.` })
      : site.probeKms(target, port, signal),
  )
  return {
    askedAt: now.toISOString(),
    domains: lookups.map((lookup) => surveyOf(lookup, probes, knownHosts)),
    knownHosts: knownHosts.length === 0 ? null : [...knownHosts],
  }
}
