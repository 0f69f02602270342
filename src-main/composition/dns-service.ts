import { readSnapshot } from '../actions/licensing-reader.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { DnsPlace, DnsSurveyQuestion } from '../contract/models/dns-survey.ts'
import type { KnownKmsHost } from '../contract/models/known-kms-host.ts'
import { targetLabel, type TargetRef } from '../contract/models/target.ts'
import type { DnsService } from '../handlers/service-interfaces.ts'
import type { Site } from '../wmi/wmi-session.ts'
import { checkSurvey, surveyKmsRecords } from '../targets/dns-survey.ts'
import type { KnownHosts } from './known-kms-hosts.ts'
import { readOwnDomain } from './own-domain.ts'
import { createTargetLook, type TargetLookParts } from './target-look.ts'

/** What asking DNS needs. */
export interface DnsServiceParts extends TargetLookParts {
  readonly knownHosts: Pick<KnownHosts, 'list'>
}

/** A target that stands for a place as a whole: only where it is counts. */
const anyTargetIn = (place: DnsPlace): TargetRef =>
  place.place === 'network' ? { place: 'this-computer' } : { ...place, host: 'dns' }

/** Whether a known host is in the place that is asked: Lab hosts mean nothing on the network, and the other way round. */
export const isInPlace = ({ host }: Pick<KnownKmsHost, 'host'>, place: DnsPlace): boolean =>
  place.place === 'lab' ? host.place === 'lab' && host.scenario === place.scenario : host.place !== 'lab'

/** The engine's way to a place. */
export const siteIn = ({ sites }: Pick<TargetLookParts, 'sites'>, place: DnsPlace): Site =>
  sites.shared(anyTargetIn(place))

const noDomain = (target: TargetRef): AppFailure =>
  new AppFailure({
    code: 'invalid-input',
    field: 'domains',
    message: `No domain was given, and ${targetLabel(target)} is in no DNS domain.`,
    remedy: 'Enter the domains to look in, for example "contoso.com".',
    retryable: false,
  })

/** Looks up KMS records through the shared engine. Reads only. */
export const createDnsService = (parts: DnsServiceParts): DnsService => {
  const look = createTargetLook(parts)
  const ownDomain = async ({ place, target }: DnsSurveyQuestion, signal: AbortSignal): Promise<string> => {
    if (target === null) return readOwnDomain(siteIn(parts, place), signal)
    const { dnsDomain } = await look(target, signal, readSnapshot)
    if (dnsDomain === null) throw noDomain(target)
    return dnsDomain
  }
  const knownNames = (place: DnsPlace): readonly string[] => {
    try {
      return parts.knownHosts
        .list()
        .filter((known) => isInPlace(known, place))
        .map(({ name }) => name)
    } catch {
      // A journal that cannot be read keeps nobody from looking at DNS: then no host is known.
      return []
    }
  }
  return {
    survey: async (question, signal) => {
      const typed = checkSurvey(question.domains, question.servers)
      const domains = typed.domains.length > 0 ? typed.domains : [await ownDomain(question, signal)]
      const { place } = question
      const site = siteIn(parts, place)
      const knownHosts = knownNames(place)
      try {
        return await surveyKmsRecords({ site, knownHosts, now: parts.clock.now(), signal }, domains, typed.servers)
      } catch (thrown) {
        if (!signal.aborted) throw thrown
        throw new AppFailure({ code: 'cancelled', message: 'The look at DNS was cancelled.', retryable: true })
      }
    },
  }
}
