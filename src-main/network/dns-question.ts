import { randomInt } from 'node:crypto'
import { type DecodedPacket, encode, RECURSION_DESIRED } from 'dns-packet'
import { deadline } from './abort.ts'
import { rcodeOf } from './dns-rcodes.ts'
import { sameName } from './dns-names.ts'
import type { DnsServerAddress } from './dns-server-address.ts'
import { askOverTcp, askOverUdp, type IsAnswer } from './dns-transport.ts'

/** How patient a look-up is: `attempts` times `attemptMilliseconds` for every DNS server. */
export interface DnsPatience {
  readonly attempts: number
  readonly attemptMilliseconds: number
}

export const defaultPatience: DnsPatience = { attempts: 2, attemptMilliseconds: 2_500 }

const isTimeout = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'TimeoutError'

/** What a DNS server is asked. */
export interface DnsQuestion {
  readonly name: string
  readonly type: 'A' | 'AAAA' | 'NS' | 'SOA' | 'SRV'
  /** Whether the server may ask others for the answer (RD). */
  readonly recursion: boolean
}

/** Only a refusal may leave the question out: a server that could not read it has nothing to repeat (RFC 1035, 4.1.1). */
const repeatsQuestion = (packet: DecodedPacket, asked: DnsQuestion): boolean => {
  const [question, ...more] = packet.questions ?? []
  if (question === undefined) return rcodeOf(packet.flags) !== 0
  return more.length === 0 && question.type === asked.type && sameName(question.name, asked.name)
}

/**
 * Asks one DNS server: over UDP, again where nothing comes back, and over TCP where the answer was cut off (TC). An answer
 * counts only with the number and the question of what was asked. Rejects with a system error, a TimeoutError, or the
 * signal's reason.
 */
export const askDns = async (
  question: DnsQuestion,
  server: DnsServerAddress,
  patience: DnsPatience,
  signal?: AbortSignal,
): Promise<DecodedPacket> => {
  const { name, type } = question
  const id = randomInt(0x1_0000)
  const flags = question.recursion ? RECURSION_DESIRED : 0
  const query = encode({ type: 'query', id, flags, questions: [{ type, name }] })
  const isAnswer: IsAnswer = (packet) =>
    packet.type === 'response' && packet.id === id && repeatsQuestion(packet, question)
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

/** askDns for the SRV records of a name; the server may ask others. */
export const askForSrv = async (
  name: string,
  server: DnsServerAddress,
  patience: DnsPatience,
  signal?: AbortSignal,
): Promise<DecodedPacket> => askDns({ name, type: 'SRV', recursion: true }, server, patience, signal)
