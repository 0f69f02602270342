import type { Draft } from 'immer'
import type { Scenario } from '../scenarios/scenario.ts'
import type { Scene } from '../world/scene.ts'
import type { DnsZone, NetworkState, SrvRecordState } from '../world/state.ts'
import type { Transaction } from '../world/transaction.ts'

/** documented: refusals of a dynamic update (kms.md 3). */
export const updateRefusals = {
  refused: 0x8007232d,
  notAuthoritative: 0x80072331,
  /** Another computer owns the record in a secure zone. */
  badSignature: 0x80072338,
  serverFailure: 0x8007232a,
} as const

/** The zone that a DNS name lies in: the one with the longest matching name. */
export const zoneOf = ({ zones }: NetworkState, name: string): DnsZone | undefined => {
  const wanted = name.toLowerCase().replace(/\.$/, '')
  return Object.values(zones)
    .filter((zone) => wanted === zone.name || wanted.endsWith(`.${zone.name}`))
    .toSorted((left, right) => right.name.length - left.name.length)[0]
}

/** Whether a computer answers DNS questions: switched on, with the DNS server service running. */
export const answersDns = (transaction: Transaction, host: string): boolean => {
  const computer = transaction.read(host)
  return computer?.power === 'on' && computer.services['dns']?.phase === 'Running'
}

/** What a DNS question for SRV records gives. */
export type SrvAnswer =
  | { readonly outcome: 'found'; readonly records: readonly SrvRecordState[] }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'server-failure' }

/** Asks for the SRV records of a name as any DNS server of the Lab would answer. */
export const askSrv = (transaction: Transaction, name: string): SrvAnswer => {
  const zone = zoneOf(transaction.readNetwork, name)
  if (!zone) return { outcome: 'none' }
  if (!answersDns(transaction, zone.server)) return { outcome: 'server-failure' }
  const owner = name.toLowerCase().replace(/\.$/, '')
  const records = zone.srv.filter((record) => record.owner === owner)
  return records.length === 0 ? { outcome: 'none' } : { outcome: 'found', records }
}

/** Key of a computer that came from a report, by bare name, full name or address. */
const loadedNamed = ({ loaded }: NetworkState, wanted: string): string | undefined =>
  Object.values(loaded).find(({ host, domain, address }) =>
    [host, domain === null ? host : `${host}.${domain.toLowerCase()}`, address].includes(wanted),
  )?.host

/** The computer (its key) or bare address that a name or address stands for; undefined where it does not resolve. */
export const lookUp = (network: NetworkState, scenario: Scenario, name: string): string | undefined => {
  const wanted = name.toLowerCase().replace(/\.$/, '')
  const host = scenario.locate(wanted) ?? loadedNamed(network, wanted)
  if (host !== undefined) return host
  const address = zoneOf(network, wanted)?.addresses[wanted]
  return address === undefined ? undefined : (scenario.locate(address) ?? loadedNamed(network, address) ?? address)
}

/** A zone without records. */
export const emptyZone = (name: string, server: string, update: DnsZone['update']): DnsZone => ({
  name,
  server,
  update,
  srv: [],
  nameOwners: {},
  sharedNames: [],
  tsigKeys: [],
  addresses: {},
})

/** Adds a record, or puts it in the place of the one with the same owner and target. */
const put = (zone: Draft<DnsZone>, record: SrvRecordState): void => {
  const same = zone.srv.findIndex(
    ({ owner, target }) => owner === record.owner && target.toLowerCase() === record.target.toLowerCase(),
  )
  if (same < 0) zone.srv.push(record)
  else zone.srv[same] = record
}

const mayUpdate = (scene: Scene, zone: DnsZone, owner: string): number | null => {
  switch (zone.update) {
    case 'none':
    case 'tsig':
      return updateRefusals.refused
    case 'any':
      return null
    case 'secure': {
      if (scene.computer().domain === null) return updateRefusals.refused
      const holder = zone.nameOwners[owner]
      const free = holder === undefined || holder === scene.host || zone.sharedNames.includes(owner)
      return free ? null : updateRefusals.badSignature
    }
  }
}

/**
 * Registers an SRV record by dynamic update, as a KMS host does by itself. documented: who creates an owner name owns it;
 * in a secure zone others are refused with 0x80072338 until the permissions of the name are changed; a zone without
 * dynamic updates refuses with 0x8007232D, and so does one that asks for TSIG, because the KMS service cannot sign with
 * it (kms.md 3). Returns null or the code of the refusal.
 */
export const publishSrv = (scene: Scene, domain: string, record: SrvRecordState): number | null => {
  const zone = zoneOf(scene.transaction.readNetwork, record.owner)
  if (!zone || zone.name !== domain.toLowerCase()) return updateRefusals.notAuthoritative
  if (!answersDns(scene.transaction, zone.server)) return updateRefusals.serverFailure
  const refusal = mayUpdate(scene, zone, record.owner)
  if (refusal !== null) return refusal
  const draft = scene.transaction.network.zones[zone.name]
  if (draft) {
    put(draft, record)
    draft.nameOwners[record.owner] ??= scene.host
  }
  return null
}
