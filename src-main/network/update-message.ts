import type { SrvChange } from '../contract/models/dns.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { sameName } from './dns-names.ts'
import { dnsClass, dnsType, nameBytes, recordBytes, srvBytes, uint } from './dns-wire.ts'

/** Opcode UPDATE (RFC 2136, 1.3) and where it stands in the flags. */
export const updateOpcode = 5
const opcodeShift = 11

/** Two SRV records are the same to DNS where all but the TTL agree; names without case (RFC 2136, 1.1.1). */
export const sameSrv = (a: SrvRecord, b: SrvRecord): boolean =>
  a.port === b.port && a.priority === b.priority && a.weight === b.weight && sameName(a.target, b.target)

/** What an UPDATE message is made of. */
export interface UpdateContent {
  readonly id: number
  readonly zone: string
  readonly owner: string
  /** The records that must be there, no more and no fewer, for the change to be made. */
  readonly seen: readonly SrvRecord[]
  readonly change: SrvChange
}

const mustBeThere = (owner: string, seen: readonly SrvRecord[]): readonly Buffer[] => {
  if (seen.length === 0) {
    return [recordBytes({ name: owner, type: dnsType.SRV, class: dnsClass.NONE, ttl: 0, data: Buffer.alloc(0) })]
  }
  return seen.map((record) =>
    recordBytes({ name: owner, type: dnsType.SRV, class: dnsClass.IN, ttl: 0, data: srvBytes(record) }),
  )
}

const updates = (owner: string, change: SrvChange): readonly Buffer[] => {
  const remove = (record: SrvRecord): Buffer =>
    recordBytes({ name: owner, type: dnsType.SRV, class: dnsClass.NONE, ttl: 0, data: srvBytes(record) })
  const add = (record: SrvRecord & { readonly ttl: number }): Buffer =>
    recordBytes({ name: owner, type: dnsType.SRV, class: dnsClass.IN, ttl: record.ttl, data: srvBytes(record) })
  switch (change.kind) {
    case 'add':
      return [add(change.record)]
    case 'remove':
      return [remove(change.record)]
    case 'change':
      return [remove(change.from), add(change.to)]
  }
}

/**
 * An UPDATE message (RFC 2136, 2): the zone; as prerequisite the whole set of records as it was seen ("RRset exists, value
 * dependent", 2.4.2; or "RRset does not exist", 2.4.3), so that a change in between is refused; the deletion of the exact
 * record (2.5.4) before the addition (2.5.1).
 */
export const updateMessage = ({ id, zone, owner, seen, change }: UpdateContent): Buffer => {
  const prerequisites = mustBeThere(owner, seen)
  const changes = updates(owner, change)
  return Buffer.concat([
    uint(id, 2),
    uint(updateOpcode << opcodeShift, 2),
    uint(1, 2),
    uint(prerequisites.length, 2),
    uint(changes.length, 2),
    uint(0, 2),
    nameBytes(zone),
    uint(dnsType.SOA, 2),
    uint(dnsClass.IN, 2),
    ...prerequisites,
    ...changes,
  ])
}
