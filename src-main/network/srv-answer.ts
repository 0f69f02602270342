import type { Answer, DecodedPacket } from 'dns-packet'
import type { AppError } from '../contract/app-error.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { hresultOfRcode, rcodeName, rcodeOf } from './dns-rcodes.ts'

/** What a DNS server's answer to an SRV question says. */
export type SrvAnswer =
  | { readonly outcome: 'found'; readonly records: SrvRecord[] }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'could-not-ask'; readonly error: AppError }

/** A target of "." says that the service is decidedly not there (RFC 2782). */
const toRecord = (answer: Answer): SrvRecord[] => {
  if (answer.type !== 'SRV') return []
  const { target, port, priority, weight } = answer.data
  if (target === '.' || target === '') return []
  return [{ target, port, priority: priority ?? 0, weight: weight ?? 0, ttl: answer.ttl ?? null }]
}

/** In the order in which clients try them: lower priority first, then higher weight (RFC 2782). */
const inOrder = (a: SrvRecord, b: SrvRecord): number =>
  a.priority - b.priority || b.weight - a.weight || (a.target < b.target ? -1 : 1)

/** Why a server did not answer a question, from its response code. */
export const refusal = (rcode: number, server: string): AppError => {
  const name = rcodeName(rcode)
  const base = {
    target: server,
    hresult: hresultOfRcode(rcode),
    detail: `rcode ${name}`,
    retryable: name === 'SERVFAIL',
  }
  if (name === 'REFUSED' || name === 'NOTAUTH') {
    return {
      ...base,
      code: 'access-denied',
      message: `The DNS server ${server} refuses to answer this question (${name}).`,
      remedy: 'Ask a DNS server that serves this domain, or allow this computer to ask this one.',
    }
  }
  return {
    ...base,
    code: 'host-unreachable',
    message: `The DNS server ${server} could not answer (${name}).`,
    remedy: 'Check the DNS server and its forwarders, or ask another DNS server.',
  }
}

/** The error of a server that points to others instead of answering. */
export const referral = (server: string): AppError => ({
  code: 'host-unreachable',
  message: `The DNS server ${server} does not serve this domain and does not ask others for it.`,
  remedy: 'Ask a DNS server that serves this domain.',
  target: server,
  detail: 'referral without recursion',
  retryable: false,
})

/**
 * Reads a DNS answer. NXDOMAIN, and an answer without SRV records, mean `none`; every other response code, and an answer
 * without authority (a referral to other servers), mean that the question was not answered.
 */
export const readSrvAnswer = (packet: DecodedPacket, server: string): SrvAnswer => {
  const rcode = rcodeOf(packet.flags)
  if (rcode === 3) return { outcome: 'none' }
  if (rcode !== 0) return { outcome: 'could-not-ask', error: refusal(rcode, server) }
  const records = (packet.answers ?? []).flatMap(toRecord).toSorted(inOrder)
  if (records.length > 0) return { outcome: 'found', records }
  const authority = packet.authorities ?? []
  const isReferral = !packet.flag_aa && !packet.flag_ra && !authority.some(({ type }) => type === 'SOA')
  return isReferral ? { outcome: 'could-not-ask', error: referral(server) } : { outcome: 'none' }
}
