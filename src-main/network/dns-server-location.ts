import { fail, ok, type Result } from '../contract/app-error.ts'
import { noServerName, serverNotFound } from './dns-failure.ts'
import { type DnsServerAddress, parseDnsServer } from './dns-server-address.ts'
import { checkHostName } from './name-check.ts'

/**
 * Finds where a DNS server listens that is given as people write it (`dns01`, `192.0.2.1:53`): its first address and its
 * port. Errors: `invalid-input` (field `server`), `name-not-found`, or what the name look-up says.
 */
export const locateServer = async (server: string, signal?: AbortSignal): Promise<Result<DnsServerAddress>> => {
  const address = parseDnsServer(server)
  if (address === null) return fail(noServerName(server))
  const resolved = await checkHostName(address.host, signal)
  if (resolved.outcome === 'could-not-ask') return fail(resolved.error)
  const host = resolved.outcome === 'found' ? resolved.addresses[0] : undefined
  if (host !== undefined) return ok({ host, port: address.port })
  return fail(serverNotFound(server))
}
