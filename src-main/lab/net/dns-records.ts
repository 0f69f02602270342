import type { Draft } from 'immer'
import type { SrvChange } from '../../contract/models/dns.ts'
import type { SrvRecord } from '../../contract/models/kms-host-report.ts'
import { sameSrv } from '../../network/update-message.ts'
import type { DnsZone, SrvRecordState } from '../world/state.ts'

/** Who owns a name that was made by hand: no computer may update it in a secure zone. */
export const byHand = '(made by hand)'

/** A record of the state as it is shown. */
export const srvRecordOf = ({ target, port, priority, weight, ttl }: SrvRecordState): SrvRecord => ({
  target,
  port,
  priority,
  weight,
  ttl,
})

/** The records of a name, in no particular order. */
export const recordsOf = (zone: DnsZone, owner: string): readonly SrvRecordState[] =>
  zone.srv.filter((record) => record.owner === owner.toLowerCase())

const staticRecord = (owner: string, record: SrvRecord): SrvRecordState => ({
  owner: owner.toLowerCase(),
  target: record.target.replace(/\.$/, ''),
  port: record.port,
  priority: record.priority,
  weight: record.weight,
  ttl: record.ttl ?? 3600,
  registeredAt: null,
})

/** Adds a record made by hand: static, never aged out. */
export const addByHand = (zone: Draft<DnsZone>, owner: string, record: SrvRecord): void => {
  const made = staticRecord(owner, record)
  zone.srv.push(made)
  zone.nameOwners[made.owner] ??= byHand
}

/** Takes one record away. assumed: a name without records has no owner any more; Windows keeps a tombstone for some days. */
export const removeRecord = (zone: Draft<DnsZone>, owner: string, record: SrvRecord): void => {
  const name = owner.toLowerCase()
  const index = zone.srv.findIndex((known) => known.owner === name && sameSrv(known, record))
  if (index >= 0) zone.srv.splice(index, 1)
  if (zone.srv.some((known) => known.owner === name)) return
  delete zone.nameOwners[name]
  zone.sharedNames = zone.sharedNames.filter((shared) => shared !== name)
}

/** Makes a change. documented: the TTL of the newest record becomes that of all records of the name (RFC 2136, 7.14). */
export const applyChange = (zone: Draft<DnsZone>, owner: string, change: SrvChange): void => {
  const gone = change.kind === 'add' ? null : change.kind === 'remove' ? change.record : change.from
  const coming = change.kind === 'remove' ? null : change.kind === 'add' ? change.record : change.to
  if (coming !== null) addByHand(zone, owner, coming)
  if (gone !== null) removeRecord(zone, owner, gone)
  if (coming === null) return
  for (const record of zone.srv) {
    if (record.owner === owner.toLowerCase()) record.ttl = coming.ttl
  }
}
