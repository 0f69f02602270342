import type { AppError } from '../contract/app-error.ts'
import { toExactError } from '../contract/models/app-error-schema.ts'
import type { DnsPlace } from '../contract/models/dns-survey.ts'
import type { HostRef, KnownHostsQuestion, KnownKmsHost } from '../contract/models/known-kms-host.ts'
import { HostName, type TargetRef } from '../contract/models/target.ts'
import type { KmsHostService } from '../handlers/service-interfaces.ts'
import { sameName } from '../network/dns-names.ts'
import { checkSurvey } from '../targets/dns-survey.ts'
import { inTurns } from '../targets/in-turns.ts'
import { readKmsHostOverview } from '../targets/kms-host-overview.ts'
import { isInPlace, siteIn } from './dns-service.ts'
import { hostRefOf, type KnownHosts } from './known-kms-hosts.ts'
import { readOwnDomain } from './own-domain.ts'
import { createTargetLook, type TargetLookParts } from './target-look.ts'

/** What the KMS hosts page needs. */
export interface KmsHostServiceParts extends TargetLookParts {
  readonly knownHosts: KnownHosts
}

const placeOf = (target: TargetRef): DnsPlace =>
  target.place === 'lab' ? { place: 'lab', scenario: target.scenario } : { place: 'network' }

const hostIn = (place: DnsPlace, host: string): HostRef =>
  place.place === 'lab' ? { place: 'lab', scenario: place.scenario, host } : { place: 'network', host }

/** Whether a name from DNS is a known host: by its full name, or by the bare name under which it was added. */
const isSameHost = (known: KnownKmsHost, target: string): boolean =>
  sameName(known.name, target) ||
  (known.host.place !== 'this-computer' && sameName(known.host.host, target)) ||
  (!known.name.includes('.') && sameName(known.name, target.split('.')[0] ?? ''))

/** Lists KMS hosts and looks at them through the shared engine. */
export const createKmsHostService = (parts: KmsHostServiceParts): KmsHostService => {
  const { knownHosts } = parts
  const look = createTargetLook(parts)

  const findInDns = async (
    { place, domains, servers }: NonNullable<KnownHostsQuestion['dns']>,
    known: readonly KnownKmsHost[],
    signal: AbortSignal,
  ): Promise<{ readonly hosts: KnownKmsHost[]; readonly dnsErrors: AppError[] }> => {
    const typed = checkSurvey(domains, servers)
    const site = siteIn(parts, place)
    const asked = typed.domains.length > 0 ? typed.domains : [await readOwnDomain(site, signal)]
    const begin = typed.servers.length === 0 ? undefined : typed.servers
    const lookups = await inTurns(asked, 4, signal, (domain) => site.lookupAuthoritative(domain, begin, signal))
    const targets = lookups.flatMap((lookup) =>
      lookup.outcome === 'asked' ? lookup.records.map(({ record }) => record.target) : [],
    )
    const dnsErrors = lookups.flatMap((lookup) => {
      if (lookup.outcome !== 'asked') return [toExactError(lookup.error)]
      return lookup.servers.flatMap(({ answer }) =>
        answer.outcome === 'could-not-ask' ? [toExactError(answer.error)] : [],
      )
    })
    const since = parts.clock.now().toISOString()
    const here = known.filter((one) => isInPlace(one, place))
    const fresh = [...new Set(targets.map((target) => target.toLowerCase().replace(/\.$/, '')))].filter(
      (target) => HostName.safeParse(target).success && !here.some((one) => isSameHost(one, target)),
    )
    return {
      hosts: fresh.map((name) => ({ host: hostIn(place, name), name, source: 'dns' as const, since })),
      dnsErrors,
    }
  }

  return {
    overview: async ({ target, days }, signal) => {
      const hosts = knownHosts.list().filter((one) => isInPlace(one, placeOf(target))).length
      const overview = await look(target, signal, (context) =>
        readKmsHostOverview(context, { days, hosts: Math.max(1, hosts) }),
      )
      knownHosts.learnName(hostRefOf(target), overview.snapshot.fullName)
      return overview
    },
    list: async ({ dns }, signal) => {
      const known = knownHosts.list()
      if (dns === null) return { hosts: [...known], dnsErrors: [] }
      const found = await findInDns(dns, known, signal)
      return { hosts: [...known, ...found.hosts], dnsErrors: found.dnsErrors }
    },
    add: (host) => knownHosts.add(host),
    remove: (host) => knownHosts.remove(host),
  }
}
