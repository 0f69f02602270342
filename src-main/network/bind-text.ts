import { AppFailure, type Result } from '../contract/app-error.ts'
import type { BindText, BindTextQuestion } from '../contract/models/dns-survey.ts'
import { bindConfiguration, nsupdateScript } from './bind-configuration.ts'
import { checkDomain, checkTargetName, isDnsName, isWithin, kmsOwnerName } from './dns-names.ts'
import { noServerName } from './dns-failure.ts'
import { parseDnsServer } from './dns-server-address.ts'
import { checkPort, checkWholeNumber } from './srv-record-input.ts'

const valueOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new AppFailure(result.error)
}

const refuse = (field: string, message: string, remedy: string): never => {
  throw new AppFailure({ code: 'invalid-input', field, message, remedy, retryable: false })
}

const zoneOf = (typed: string | null, domain: string): string => {
  if (typed === null || typed.trim() === '') return domain
  const zone = typed.trim().toLowerCase().replace(/\.$/, '')
  if (!isDnsName(zone) || !/^[a-z0-9._-]+$/.test(zone))
    return refuse('zone', `"${typed.trim()}" is no DNS zone.`, 'Enter a zone such as "contoso.com".')
  return isWithin(kmsOwnerName(domain), zone)
    ? zone
    : refuse('zone', `"${domain}" does not lie in the zone "${zone}".`, 'Enter the zone that holds the domain.')
}

/** The name goes into a configuration file, between quotation marks and into a shell command. */
const keyNameOf = (typed: string): string => {
  const name = typed.trim().replace(/\.$/, '')
  return /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(name)
    ? name
    : refuse(
        'keyName',
        `"${name}" is no name for a TSIG key.`,
        'Enter letters, digits and hyphens, for example "kms-key".',
      )
}

/**
 * The BIND configuration for typed input. Throws AppFailure `invalid-input` with the field: `domain`, `zone`, `target`,
 * `addresses`, `port`, `priority`, `weight`, `ttl`, `keyName` or `server`.
 */
export const bindText = (question: BindTextQuestion): BindText => {
  const domain = valueOf(checkDomain(question.domain))
  const server = question.server === null ? null : parseDnsServer(question.server)
  if (question.server !== null && server === null) throw new AppFailure(noServerName(question.server))
  const shared = {
    port: valueOf(checkPort(question.port)),
    priority: valueOf(checkWholeNumber(question.priority, 'priority', 'priority', 0, 65_535)),
    weight: valueOf(checkWholeNumber(question.weight, 'weight', 'weight', 0, 65_535)),
    ttl: valueOf(checkWholeNumber(question.ttl, 'ttl', 'time to live', 0, 2_147_483_647)),
  }
  const subject = {
    domain,
    zone: zoneOf(question.zone, domain),
    records: question.hosts.map(({ target }) => ({ target: valueOf(checkTargetName(target)), ...shared })),
    addresses: question.hosts.map(({ address }) => address.trim()),
    keyName: keyNameOf(question.keyName),
    algorithm: question.algorithm,
  }
  const ways = valueOf(bindConfiguration(subject))
  return {
    ways: [...ways],
    nsupdate: nsupdateScript(subject, server === null ? null : `${server.host} ${server.port}`),
  }
}
