import { getServers } from 'node:dns'
import type { AppError } from '../contract/app-error.ts'
import type { SrvLookup } from '../contract/models/kms-host-report.ts'
import { systemCode } from './abort.ts'
import { askForSrv, defaultPatience, type DnsPatience, isDnsName } from './dns-question.ts'
import { parseDnsServer } from './dns-server-address.ts'
import { checkHostName } from './name-check.ts'
import { readSrvAnswer, type SrvAnswer } from './srv-answer.ts'

const notAsked = (error: AppError): SrvAnswer => ({ outcome: 'could-not-ask', error })

/** A closed UDP port is ECONNREFUSED on Linux and ECONNRESET on Windows. */
const failure = (server: string, thrown: unknown, signal: AbortSignal | undefined): AppError => {
  const code = systemCode(thrown)
  const base = { target: server, detail: code || String(thrown), retryable: true } as const
  if (signal?.aborted) return { ...base, code: 'cancelled', message: 'The DNS question was cancelled.' }
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') {
    return {
      ...base,
      code: 'port-closed',
      message: `No DNS service answers on ${server}.`,
      remedy: 'Check the name of the DNS server, and that its DNS service runs.',
    }
  }
  const timedOut = thrown instanceof Error && thrown.name === 'TimeoutError'
  return {
    ...base,
    code: timedOut ? 'timeout' : 'host-unreachable',
    message: `The DNS server ${server} did not answer.`,
    remedy: 'Check that the DNS server is on and that UDP and TCP port 53 reach it.',
  }
}

const askServer = async (
  name: string,
  server: string,
  patience: DnsPatience,
  signal: AbortSignal | undefined,
): Promise<SrvAnswer> => {
  const address = parseDnsServer(server)
  if (address === null) {
    return notAsked({
      code: 'invalid-input',
      field: 'server',
      message: `"${server}" is no DNS server: a name or an IP address is expected, with a port behind it if need be.`,
      remedy: 'Enter the DNS server as "dns01", "192.0.2.1" or "192.0.2.1:53".',
      retryable: false,
    })
  }
  const resolved = await checkHostName(address.host, signal)
  if (resolved.outcome === 'could-not-ask') return notAsked(resolved.error)
  const host = resolved.outcome === 'found' ? resolved.addresses[0] : undefined
  if (host === undefined) {
    return notAsked({
      code: 'name-not-found',
      field: 'server',
      target: server,
      message: `The DNS server "${server}" was not found by that name.`,
      remedy: 'Check the name, or enter the IP address of the DNS server.',
      retryable: false,
    })
  }
  try {
    return readSrvAnswer(await askForSrv(name, { host, port: address.port }, patience, signal), server)
  } catch (thrown) {
    return notAsked(failure(server, thrown, signal))
  }
}

const askInTurn = async (
  name: string,
  servers: readonly string[],
  patience: DnsPatience,
  signal: AbortSignal | undefined,
): Promise<SrvAnswer> => {
  let last: SrvAnswer = notAsked({
    code: 'host-unreachable',
    message: 'This computer has no DNS server set, so DNS could not be asked.',
    remedy: 'Set a DNS server on this computer, or name one to ask.',
    retryable: true,
  })
  for (const server of servers) {
    last = await askServer(name, server, patience, signal)
    if (last.outcome !== 'could-not-ask' || signal?.aborted) return last
  }
  return last
}

/**
 * Asks DNS for SRV records. With `server` (a name or an address, `host:port` allowed) that server alone is asked; without,
 * the DNS servers of this computer in turn, until one answers. "Could not ask" (time-out, refusal, server failure) is kept
 * apart from "none" (no such name, no such record). Never throws; an aborted signal answers `could-not-ask`, `cancelled`.
 */
export const lookupSrv = async (
  name: string,
  server?: string,
  signal?: AbortSignal,
  patience: DnsPatience = defaultPatience,
  ownServers: () => readonly string[] = getServers,
): Promise<SrvLookup> => {
  const asked = { name, server: server ?? null }
  if (!isDnsName(name)) {
    const error: AppError = {
      code: 'invalid-input',
      field: 'name',
      message: `"${name}" is no DNS name.`,
      remedy: 'Enter a domain such as "contoso.com".',
      retryable: false,
    }
    return { outcome: 'could-not-ask', ...asked, error }
  }
  const answer = await askInTurn(name, server === undefined ? ownServers() : [server], patience, signal)
  return { ...answer, ...asked }
}
