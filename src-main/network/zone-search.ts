import type { DecodedPacket } from 'dns-packet'
import { type AppError, fail, ok, type Result } from '../contract/app-error.ts'
import type { Inquiry } from './dns-inquiry.ts'
import { isWithin } from './dns-names.ts'

/** A zone and the server that takes its changes. */
export interface FoundZone {
  readonly zone: string
  /** MNAME of the SOA record. */
  readonly primary: string
}

const withoutDot = (name: string): string => name.toLowerCase().replace(/\.$/, '')

const labelCount = (name: string): number => (name === '' ? 0 : name.split('.').length)

/** The SOA record of a zone that holds `name`, whether it is the answer or stands beside a "no such name". */
const enclosingSoa = (packet: DecodedPacket, name: string): FoundZone | null => {
  for (const record of [...(packet.answers ?? []), ...(packet.authorities ?? [])]) {
    if (record.type !== 'SOA' || !isWithin(name, record.name)) continue
    return { zone: withoutDot(record.name), primary: withoutDot(record.data.mname) }
  }
  return null
}

/** The name itself, then each name above it down to the last label. */
const upwards = (name: string): readonly string[] => {
  const labels = name.split('.')
  return labels.map((_, index) => labels.slice(index).join('.'))
}

/** The error where no zone holds a domain. */
export const noZone = (domain: string): AppError => ({
  code: 'not-found',
  field: 'domain',
  message: `No DNS zone was found that holds "${domain}".`,
  remedy: 'Check the spelling of the domain, or ask a DNS server inside your network that serves it.',
  retryable: false,
})

/**
 * Finds the zone that `owner` lies in, from the name itself upwards, by the SOA record. The root does not count as a zone
 * of the domain, and a top-level zone only where the server that was asked serves it itself, as with a network that calls
 * itself "corp". Errors: `not-found`, or why no server could be asked.
 */
export const findZone = async (owner: string, domain: string, ask: Inquiry): Promise<Result<FoundZone>> => {
  for (const name of upwards(withoutDot(owner))) {
    const answer = await ask({ name, type: 'SOA', recursion: true })
    if (!answer.ok) return answer
    const found = enclosingSoa(answer.value, owner)
    if (found === null) continue
    const labels = labelCount(found.zone)
    return labels >= 2 || (labels === 1 && answer.value.flag_aa) ? ok(found) : fail(noZone(domain))
  }
  return fail(noZone(domain))
}
