import { randomInt } from 'node:crypto'
import { type DecodedPacket, encode, RECURSION_DESIRED } from 'dns-packet'
import { deadline } from './abort.ts'
import type { DnsServerAddress } from './dns-server-address.ts'
import { askOverTcp, askOverUdp, type IsAnswer } from './dns-transport.ts'

/** How patient a look-up is: `attempts` times `attemptMilliseconds` for every DNS server. */
export interface DnsPatience {
  readonly attempts: number
  readonly attemptMilliseconds: number
}

export const defaultPatience: DnsPatience = { attempts: 2, attemptMilliseconds: 2_500 }

/** Names are compared without case and without the dot at the end (RFC 4343). */
export const sameName = (a: string, b: string): boolean =>
  a.toLowerCase().replace(/\.$/, '') === b.toLowerCase().replace(/\.$/, '')

/** Whether a name can stand in a DNS question: labels of 1 to 63 printable ASCII characters, 253 in all. */
export const isDnsName = (name: string): boolean => {
  const bare = name.replace(/\.$/, '')
  return bare.length > 0 && bare.length <= 253 && bare.split('.').every((label) => /^[!-~]{1,63}$/.test(label))
}

const isTimeout = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'TimeoutError'

/**
 * Asks one DNS server for the SRV records of a name: over UDP, again where nothing comes back, and over TCP where the
 * answer was cut off. Rejects with a system error, a TimeoutError, or the signal's reason.
 */
export const askForSrv = async (
  name: string,
  server: DnsServerAddress,
  patience: DnsPatience,
  signal?: AbortSignal,
): Promise<DecodedPacket> => {
  const id = randomInt(0x1_0000)
  const query = encode({ type: 'query', id, flags: RECURSION_DESIRED, questions: [{ type: 'SRV', name }] })
  const isAnswer: IsAnswer = (packet) => {
    const [question] = packet.questions ?? []
    const ours = question === undefined || (question.type === 'SRV' && sameName(question.name, name))
    return packet.type === 'response' && packet.id === id && ours
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await askOverUdp(server, query, isAnswer, deadline(patience.attemptMilliseconds, signal))
      if (!answer.flag_tc) return answer
      return await askOverTcp(server, query, isAnswer, deadline(patience.attemptMilliseconds, signal))
    } catch (thrown) {
      if (signal?.aborted || !isTimeout(thrown) || attempt >= patience.attempts) throw thrown
    }
  }
}
