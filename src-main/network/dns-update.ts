import { randomInt } from 'node:crypto'
import { type AppError, fail, ok, type Result } from '../contract/app-error.ts'
import type { SrvChange } from '../contract/models/dns.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { deadline } from './abort.ts'
import { transportFailure } from './dns-failure.ts'
import type { DnsServerAddress } from './dns-server-address.ts'
import { locateServer } from './dns-server-location.ts'
import { exchangeOverTcp, exchangeOverUdp, type IsAnswer, type RawAnswer } from './dns-transport.ts'
import { signMessage } from './tsig.ts'
import type { TsigKey } from './tsig-input.ts'
import { judgeUpdateAnswer } from './update-answer.ts'
import type { UpdateSubject } from './update-failure.ts'
import { updateMessage, updateOpcode } from './update-message.ts'
import { updateObjection } from './update-objection.ts'

/** Longest message over UDP without an agreement on more (RFC 1035, 4.2.1). */
const longestUdpMessage = 512

/** A change of the SRV records of one name. */
export interface DnsUpdate {
  /** The zone, as the SOA record names it. */
  readonly zone: string
  /** `_vlmcs._tcp.<domain>`. */
  readonly owner: string
  /** All SRV records of that name as the person saw them; the server refuses the change where they differ by now. */
  readonly seen: readonly SrvRecord[]
  readonly change: SrvChange
  /** The primary server of the zone: a name or an address, `host:port` allowed. */
  readonly server: string
  /** Null sends the change unsigned. */
  readonly key: TsigKey | null
}

export interface DnsUpdateOptions {
  /** `udp-first` goes on to TCP where the message is too long or the answer was cut off. */
  readonly transport?: 'udp-first' | 'tcp'
  /** Milliseconds for each exchange with the server. */
  readonly milliseconds?: number
  readonly signal?: AbortSignal
  /** Milliseconds since 1970; the signature carries the time. */
  readonly now?: () => number
}

/** A change that the server said was made. `signed`: its word is proven by the TSIG signature of its answer. */
export interface DnsUpdateDone {
  readonly server: string
  readonly over: 'udp' | 'tcp'
  readonly signed: boolean
}

const exchange = async (
  address: DnsServerAddress,
  message: Buffer,
  isAnswer: IsAnswer,
  { transport = 'udp-first', milliseconds = 5_000, signal }: DnsUpdateOptions,
): Promise<{ readonly answer: RawAnswer; readonly over: 'udp' | 'tcp' }> => {
  if (transport === 'udp-first' && message.length <= longestUdpMessage) {
    const answer = await exchangeOverUdp(address, message, isAnswer, deadline(milliseconds, signal))
    if (!answer.packet.flag_tc) return { answer, over: 'udp' }
  }
  return { answer: await exchangeOverTcp(address, message, isAnswer, deadline(milliseconds, signal)), over: 'tcp' }
}

/** An update that nobody answered may have been made all the same. It is not sent twice, as the second could be refused. */
const unanswered = (error: AppError): AppError =>
  error.code === 'port-closed'
    ? error
    : {
        ...error,
        message: `${error.message} Whether the change was made is not known.`,
        remedy: `Read the records again before you repeat it.${error.remedy === undefined ? '' : ` ${error.remedy}`}`,
      }

const opcodeOf = (flags: number | undefined): number => ((flags ?? 0) >> 11) & 0xf

/**
 * Adds, removes or changes one SRV record by dynamic update (RFC 2136), signed with TSIG (RFC 8945) where a key is given.
 * The server makes it only if the records are still as `seen`. A TTL that differs from that of the other records of the
 * name becomes the TTL of all of them. Never throws; errors are values:
 * `already-used` (the record is there already), `digest-mismatch` (somebody changed the records), `not-found` (no such
 * record, or the server does not serve the zone), `access-denied` (refused, clocks differ, answer not proven),
 * `wrong-password` (key or secret wrong), `invalid-input`, `name-not-found`, `port-closed`, `timeout`, `host-unreachable`,
 * `cancelled`. None of them holds the secret.
 */
export const updateSrvRecords = async (
  update: DnsUpdate,
  options: DnsUpdateOptions = {},
): Promise<Result<DnsUpdateDone>> => {
  const { zone, owner, server, key } = update
  const wrong = updateObjection(update)
  if (wrong !== null) return fail(wrong)
  const location = await locateServer(server, options.signal)
  if (!location.ok) return location
  const id = randomInt(0x1_0000)
  const now = options.now ?? Date.now
  const plain = updateMessage({ id, zone, owner, seen: update.seen, change: update.change })
  const signed = key === null ? null : signMessage(plain, key, now())
  const isAnswer: IsAnswer = (packet) =>
    packet.type === 'response' && packet.id === id && opcodeOf(packet.flags) === updateOpcode
  const subject: UpdateSubject = { server, zone, owner, keyName: key?.name ?? null }
  try {
    const { answer, over } = await exchange(location.value, signed?.message ?? plain, isAnswer, options)
    const proof = key === null || signed === null ? null : { key, requestMac: signed.mac, now: now() }
    const failure = judgeUpdateAnswer(answer, subject, proof)
    return failure === null ? ok({ server, over, signed: key !== null }) : fail(failure)
  } catch (thrown) {
    return fail(unanswered(transportFailure(server, thrown, options.signal)))
  }
}
