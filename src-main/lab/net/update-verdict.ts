import type { SrvRecord } from '../../contract/models/kms-host-report.ts'
import { sameSrv } from '../../network/update-message.ts'
import type { SrvUpdate, TsigCredential } from '../../wmi/wmi-session.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { Computer, DnsZone } from '../world/state.ts'
import { recordsOf } from './dns-records.ts'

/** What a DNS server says to an update: done, a response code (RFC 2136, 2.2) or an error of the signature (RFC 8945, 3). */
export type UpdateVerdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'rcode'; readonly rcode: number }
  | { readonly kind: 'signature'; readonly error: number }

const rcodes = { refused: 5, yxrrset: 7, nxrrset: 8, notAuth: 9 } as const
const signatureErrors = { badSignature: 16, badKey: 17, badTime: 18 } as const
/** documented: clocks may differ by five minutes (RFC 8945, 10). */
const fudge = 300_000

const refuse = (rcode: number): UpdateVerdict => ({ kind: 'rcode', rcode })

const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '')

const checkKey = (scenario: Scenario, key: TsigCredential, clockDifference: number): UpdateVerdict | null => {
  const known = scenario.tsigKeys.find(({ name }) => plainName(name) === plainName(key.name))
  if (known === undefined || known.algorithm !== key.algorithm) {
    return { kind: 'signature', error: signatureErrors.badKey }
  }
  if (!Buffer.from(known.secret, 'base64').equals(Buffer.from(key.secret, 'base64'))) {
    return { kind: 'signature', error: signatureErrors.badSignature }
  }
  return Math.abs(clockDifference) > fudge ? { kind: 'signature', error: signatureErrors.badTime } : null
}

const mayChange = (zone: DnsZone, key: TsigCredential | null): boolean => {
  switch (zone.update) {
    case 'none':
    case 'secure':
      return false
    case 'any':
      return true
    case 'tsig':
      return key !== null && zone.tsigKeys.includes(plainName(key.name))
  }
}

const isAsSeen = (present: readonly SrvRecord[], seen: readonly SrvRecord[]): boolean =>
  present.length === seen.length && seen.every((record) => present.some((other) => sameSrv(other, record)))

export interface UpdateQuestion {
  readonly scenario: Scenario
  readonly server: Computer
  /** The zone as the server holds it; undefined where it does not. */
  readonly zone: DnsZone | undefined
  /** Milliseconds that the clock of the server is ahead of the technician's. */
  readonly clockDifference: number
}

/**
 * What a DNS server of the Lab answers to a dynamic update. documented: BIND proves the signature first, then zone, right
 * and prerequisites (RFC 2136, 3; RFC 8945, 5.2). assumed: a Microsoft DNS server, which takes no TSIG, refuses what is
 * signed with it, and a zone for secure updates refuses what is not signed by a computer of the domain.
 */
export const judgeUpdate = (
  { scenario, server, zone, clockDifference }: UpdateQuestion,
  update: SrvUpdate,
): UpdateVerdict => {
  if (update.key !== null) {
    if (server.platform === 'windows') return refuse(rcodes.refused)
    const wrong = checkKey(scenario, update.key, clockDifference)
    if (wrong !== null) return wrong
  }
  if (zone === undefined) return refuse(rcodes.notAuth)
  if (!mayChange(zone, update.key)) return refuse(rcodes.refused)
  if (isAsSeen(recordsOf(zone, update.owner), update.seen)) return { kind: 'done' }
  return refuse(update.seen.length === 0 ? rcodes.yxrrset : rcodes.nxrrset)
}
