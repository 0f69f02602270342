import { getServers } from 'node:dns'
import type { AppError } from '../contract/app-error.ts'
import type { SrvLookup } from '../contract/models/kms-host-report.ts'
import { noServer, transportFailure } from './dns-failure.ts'
import { isDnsName } from './dns-names.ts'
import { askForSrv, defaultPatience, type DnsPatience } from './dns-question.ts'
import { locateServer } from './dns-server-location.ts'
import { readSrvAnswer, type SrvAnswer } from './srv-answer.ts'

const notAsked = (error: AppError): SrvAnswer => ({ outcome: 'could-not-ask', error })

const askServer = async (
  name: string,
  server: string,
  patience: DnsPatience,
  signal: AbortSignal | undefined,
): Promise<SrvAnswer> => {
  const location = await locateServer(server, signal)
  if (!location.ok) return notAsked(location.error)
  try {
    return readSrvAnswer(await askForSrv(name, location.value, patience, signal), server)
  } catch (thrown) {
    return notAsked(transportFailure(server, thrown, signal))
  }
}

const askInTurn = async (
  name: string,
  servers: readonly string[],
  patience: DnsPatience,
  signal: AbortSignal | undefined,
): Promise<SrvAnswer> => {
  let last: SrvAnswer = notAsked(noServer)
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
