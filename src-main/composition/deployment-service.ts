import { AppFailure, toAppError } from '../contract/app-error.ts'
import type { CalendarQuestion } from '../contract/models/estate-calendar.ts'
import type { EstateMap } from '../contract/models/estate-map.ts'
import type { DnsPlace, DnsSurvey } from '../contract/models/dns-survey.ts'
import { createCalendar, createCalendarRows } from '../deployment/calendar.ts'
import { createClientTally } from '../deployment/client-tally.ts'
import { mapFindings } from '../deployment/map-findings.ts'
import { hostsToProbe, mapDomains, mapHosts } from '../deployment/map-hosts.ts'
import type { DeploymentService } from '../handlers/deployment-service.ts'
import type { DnsService } from '../handlers/service-interfaces.ts'
import { inTurns } from '../targets/in-turns.ts'
import { isInPlace, siteIn } from './dns-service.ts'
import type { EstateRegister } from './estate-register.ts'
import type { KnownHosts } from './known-kms-hosts.ts'
import type { TargetLookParts } from './target-look.ts'
import { walkEstate } from './walk-estate.ts'

/** What maps and calendars are made of. */
export interface DeploymentParts extends Pick<TargetLookParts, 'sites' | 'clock'> {
  readonly register: Pick<EstateRegister, 'rows' | 'rowsOf'>
  readonly dns: DnsService
  readonly knownHosts: Pick<KnownHosts, 'list'>
}

/** What a survey takes at once (contract, DnsSurveyQuestion). */
const mostDomains = 20
/** Hosts that only clients name: enough for any estate, and no scan of the network. */
const mostProbes = 32
const probesAtOnce = 8

type Asked =
  | { readonly survey: DnsSurvey; readonly error: null }
  | { readonly survey: null; readonly error: EstateMap['dnsError'] }

/** Maps and calendars of estates. */
export const createDeploymentService = (parts: DeploymentParts): DeploymentService => {
  const { register, dns, clock } = parts

  const knownNames = (place: DnsPlace): readonly string[] =>
    parts.knownHosts
      .list()
      .filter((known) => isInPlace(known, place))
      .map(({ name }) => name)

  const ask = async (
    place: DnsPlace,
    domains: readonly string[],
    servers: readonly string[],
    typed: boolean,
    signal: AbortSignal,
  ): Promise<Asked> => {
    try {
      const question = { place, domains: [...domains], servers: [...servers], target: null }
      return { survey: await dns.survey(question, signal), error: null }
    } catch (thrown) {
      const error = toAppError(thrown)
      // What the person typed is for the person to mend; anything else leaves a map without DNS.
      if (signal.aborted || (typed && error.code === 'invalid-input')) throw new AppFailure(error, { cause: thrown })
      return { survey: null, error }
    }
  }

  const walkGroup = (
    { place, group }: Pick<CalendarQuestion, 'place' | 'group'>,
    signal: AbortSignal,
    into: { add(row: Parameters<ReturnType<typeof createCalendar>['add']>[0]): void },
  ): Promise<void> =>
    walkEstate(register, place, null, signal, (rows) => {
      for (const row of rows) if (group === null || row.group?.toLowerCase() === group.toLowerCase()) into.add(row)
    })

  return {
    map: async ({ place, domains, servers }, signal) => {
      const counting = createClientTally()
      await walkEstate(register, place, null, signal, (rows) => rows.forEach(counting.add))
      const tally = counting.finish()
      const asked = domains.length > 0 ? domains : tally.domainNames.slice(0, mostDomains)
      const { survey, error } = await ask(place, asked, servers, domains.length + servers.length > 0, signal)
      const site = siteIn(parts, place)
      const probes = await inTurns(hostsToProbe(tally, survey, mostProbes), probesAtOnce, signal, ({ host, port }) =>
        site.probeKms(host, port, signal),
      )
      const hosts = mapHosts({ tally, survey, knownHosts: knownNames(place), probes })
      const mapped = mapDomains(survey, hosts)
      return {
        madeAt: clock.now().toISOString(),
        computers: tally.computers,
        read: tally.read,
        kmsClients: tally.kmsClients,
        otherChannels: tally.otherChannels,
        domains: [...mapped],
        hosts: [...hosts],
        clients: [...tally.groups],
        findings: [...mapFindings(tally, mapped, hosts)],
        dnsError: error,
      }
    },
    calendar: async (question, signal) => {
      const calendar = createCalendar(clock.now(), question.unit)
      await walkGroup(question, signal, calendar)
      return calendar.finish()
    },
    calendarRows: async (question, signal) => {
      const rows = createCalendarRows(new Date(question.madeAt), question.unit, question.bucket)
      await walkGroup(question, signal, rows)
      return rows.page(question.offset, question.limit)
    },
  }
}
