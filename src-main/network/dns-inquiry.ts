import type { DecodedPacket } from 'dns-packet'
import { type AppError, fail, ok, type Result } from '../contract/app-error.ts'
import { noServer, transportFailure } from './dns-failure.ts'
import { askDns, type DnsPatience, type DnsQuestion } from './dns-question.ts'
import { rcodeOf } from './dns-rcodes.ts'
import { locateServer } from './dns-server-location.ts'
import { refusal } from './srv-answer.ts'

/** Asks one question of whatever servers stand behind it. Never rejects. */
export type Inquiry = (question: DnsQuestion) => Promise<Result<DecodedPacket>>

const rcodeNxdomain = 3

const askOne = async (
  question: DnsQuestion,
  server: string,
  patience: DnsPatience,
  signal: AbortSignal | undefined,
): Promise<Result<DecodedPacket>> => {
  const location = await locateServer(server, signal)
  if (!location.ok) return location
  try {
    const packet = await askDns(question, location.value, patience, signal)
    const rcode = rcodeOf(packet.flags)
    return rcode === 0 || rcode === rcodeNxdomain ? ok(packet) : fail(refusal(rcode, server))
  } catch (thrown) {
    return fail(transportFailure(server, thrown, signal))
  }
}

/**
 * Asks the servers in turn until one says yes or no (NOERROR or NXDOMAIN). Gives its answer, or the error of the last one
 * that could not say.
 */
export const inquiry =
  (servers: readonly string[], patience: DnsPatience, signal?: AbortSignal): Inquiry =>
  async (question) => {
    let last: AppError = noServer
    for (const server of servers) {
      const answer = await askOne(question, server, patience, signal)
      if (answer.ok || signal?.aborted) return answer
      last = answer.error
    }
    return fail(last)
  }
