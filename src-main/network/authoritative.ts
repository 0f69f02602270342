import { getServers } from 'node:dns'
import type { AppError } from '../contract/app-error.ts'
import type { AuthoritativeLookup, AuthoritativeServer, ServerAnswer } from '../contract/models/dns.ts'
import { transportFailure } from './dns-failure.ts'
import { inquiry } from './dns-inquiry.ts'
import { checkDomain, kmsOwnerName } from './dns-names.ts'
import { askDns, defaultPatience, type DnsPatience } from './dns-question.ts'
import { rcodeOf } from './dns-rcodes.ts'
import type { SystemLookup } from './name-check.ts'
import { agreementOf, recordPresence } from './record-presence.ts'
import { readSrvAnswer } from './srv-answer.ts'
import { findZone } from './zone-search.ts'
import { findZoneServers, type ZoneServer } from './zone-servers.ts'

export interface AuthoritativeOptions {
  /** Where the search begins (`host[:port]`): recursive servers, or one that serves the zone. Default: this computer's own. */
  readonly servers?: readonly string[]
  /** Port at which the authoritative servers are asked; 53 unless told otherwise. */
  readonly port?: number
  readonly patience?: DnsPatience
  readonly signal?: AbortSignal
  /** The operating system's look-up, for servers whose addresses DNS did not give. */
  readonly look?: SystemLookup
}

const noAddress = ({ name }: ZoneServer): AppError => ({
  code: 'name-not-found',
  target: name,
  message: `No address was found for the DNS server "${name}", which the zone names as one of its own.`,
  remedy: 'Remove the name from the zone if that server is gone, or add its address.',
  retryable: false,
})

const notServing = (server: string): AppError => ({
  code: 'not-found',
  target: server,
  message: `The DNS server "${server}" is named as a server of this zone, but does not serve it.`,
  remedy: 'Check the zone on that server, or remove its name from the zone.',
  detail: 'answer without authority (AA)',
  retryable: false,
})

const askAddress = async (
  name: string,
  server: string,
  host: string,
  { port = 53, patience = defaultPatience, signal }: AuthoritativeOptions,
): Promise<ServerAnswer> => {
  try {
    const packet = await askDns({ name, type: 'SRV', recursion: false }, { host, port }, patience, signal)
    const rcode = rcodeOf(packet.flags)
    if ((rcode === 0 || rcode === 3) && !packet.flag_aa) return { outcome: 'could-not-ask', error: notServing(server) }
    return readSrvAnswer(packet, server)
  } catch (thrown) {
    return { outcome: 'could-not-ask', error: transportFailure(server, thrown, signal) }
  }
}

/** One address after the other, until one answers: another address is another way to the same server. */
const askServer = async (
  name: string,
  server: ZoneServer,
  options: AuthoritativeOptions,
): Promise<AuthoritativeServer> => {
  let asked: string | null = null
  let answer: ServerAnswer = { outcome: 'could-not-ask', error: noAddress(server) }
  for (const address of server.addresses) {
    if (asked !== null && options.signal?.aborted) break
    asked = address
    answer = await askAddress(name, server.name, address, options)
    if (answer.outcome !== 'could-not-ask') break
  }
  return { name: server.name, primary: server.primary, addresses: [...server.addresses], asked, answer }
}

/**
 * Asks every server that serves a domain's zone for the KMS records of the domain, so that nothing comes from a cache, the
 * TTL is whole, and differences between the servers (replication) are seen. All servers are asked at once. Never throws:
 * `no-zone` where the domain lies in no zone, `could-not-ask` where the zone could not be looked for, the domain is none
 * (`invalid-input`, field `domain`), or the signal aborted (`cancelled`); a server that did not answer says so in its place.
 */
export const lookupAuthoritative = async (
  domain: string,
  options: AuthoritativeOptions = {},
): Promise<AuthoritativeLookup> => {
  const checked = checkDomain(domain)
  if (!checked.ok) return { outcome: 'could-not-ask', domain, name: '', error: checked.error }
  const name = kmsOwnerName(checked.value)
  const asked = { domain: checked.value, name }
  const ask = inquiry(options.servers ?? getServers(), options.patience ?? defaultPatience, options.signal)
  const found = await findZone(name, checked.value, ask)
  if (!found.ok) {
    const missing = found.error.code === 'not-found' && found.error.field === 'domain'
    return { outcome: missing ? 'no-zone' : 'could-not-ask', ...asked, error: found.error }
  }
  const zoneServers = await findZoneServers(found.value, ask, options.signal, options.look)
  if (!zoneServers.ok) return { outcome: 'could-not-ask', ...asked, error: zoneServers.error }
  const servers = await Promise.all(zoneServers.value.map((server) => askServer(name, server, options)))
  return {
    outcome: 'asked',
    ...asked,
    ...found.value,
    servers,
    records: recordPresence(servers),
    agreement: agreementOf(servers),
  }
}
