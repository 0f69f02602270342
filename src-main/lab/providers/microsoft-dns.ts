import { text, uint, type CimObject } from '../../wmi/cim-values.ts'
import { pathString } from '../../wmi/wql.ts'
import type { SrvRecord } from '../../contract/models/kms-host-report.ts'
import { isWithin } from '../../network/dns-names.ts'
import { sameSrv } from '../../network/update-message.ts'
import { labError, labHresults } from '../lab-error.ts'
import { addByHand, recordsOf, removeRecord } from '../net/dns-records.ts'
import { dnsSrvSchema, dnsZoneSchema } from '../schema/microsoft-dns.ts'
import { fullNameOf, type Scene } from '../world/scene.ts'
import type { Computer, DnsZone, SrvRecordState } from '../world/state.ts'
import { microsoftDns, textInput, type ClassProvider, type MethodCall } from './class-provider.ts'

/** The role of Windows; a name server of another make has no such classes. */
const isDnsServer = ({ services, platform }: Computer): boolean =>
  platform === 'windows' && services['dns'] !== undefined

const zonesHere = (scene: Scene): readonly DnsZone[] =>
  Object.values(scene.transaction.readNetwork.zones).filter(({ server }) => server === scene.host)

/** assumed: while the DNS service is stopped its classes fail with WBEM_E_FAILED. */
const requireService = (scene: Scene, operation: 'query' | 'call'): void => {
  if (scene.computer().services['dns']?.phase === 'Running') return
  throw labError(operation, labHresults.wbemFailed, 'The DNS service does not run.')
}

/** MicrosoftDNS_Zone. uncertain: AllowUpdate 0 none, 1 any, 2 secure only (kms.md 3). */
export const dnsZoneProvider: ClassProvider = {
  schema: dnsZoneSchema,
  namespaces: [microsoftDns],
  installed: isDnsServer,
  prepare: requireService,
  rows: (scene) =>
    zonesHere(scene).map(({ name, update }) => ({
      Name: name,
      ContainerName: name,
      DnsServerName: fullNameOf(scene.computer()),
      ZoneType: 1,
      DsIntegrated: update === 'secure',
      AllowUpdate: { none: 0, any: 1, secure: 2, tsig: 0 }[update],
      Aging: false,
      Paused: false,
      Reverse: false,
      RefreshInterval: 168,
      NoRefreshInterval: 168,
    })),
}

const recordRow = (scene: Scene, zone: DnsZone, record: SrvRecordState): CimObject => {
  const { owner, target, port, priority, weight, ttl, registeredAt } = record
  return {
    ContainerName: zone.name,
    DnsServerName: fullNameOf(scene.computer()),
    DomainName: owner.replace(/^[^.]+\./, ''),
    OwnerName: owner,
    RecordClass: 1,
    RecordData: `${priority} ${weight} ${port} ${target}.`,
    SRVDomainName: `${target}.`,
    Priority: priority,
    Weight: weight,
    Port: port,
    TTL: ttl,
    // documented: dynamic records carry a time in hours since 1601, static ones 0.
    Timestamp: registeredAt === null ? 0 : Math.floor(registeredAt / 3_600_000) + 3_234_576,
  }
}

/** The reference to a record that Create and Modify give back. */
const referenceTo = (scene: Scene, zone: DnsZone, record: SrvRecordState): string => {
  const row = recordRow(scene, zone, record)
  const keys = dnsSrvSchema.keys.map((key) => {
    const value = row[key]
    return `${key}=${typeof value === 'number' ? value : pathString(String(value))}`
  })
  return `${dnsSrvSchema.name}.${keys.join(',')}`
}

const withoutDot = (name: string): string => name.trim().replace(/\.$/, '')

const recordOf = (row: CimObject): SrvRecord => ({
  target: withoutDot(text(row, 'SRVDomainName')),
  port: uint(row, 'Port'),
  priority: uint(row, 'Priority'),
  weight: uint(row, 'Weight'),
  ttl: uint(row, 'TTL'),
})

const usualTtl = 3600

/** assumed codes: 0x80041002 for a zone that is not here, 0x80041008 for a name outside it, 0x80041019 for a record that is there. */
const create = (call: MethodCall): CimObject => {
  const { scene, input } = call
  const zone = zonesHere(scene).find(({ name }) => name === withoutDot(textInput(call, 'ContainerName')).toLowerCase())
  if (!zone) throw labError('call', labHresults.wbemNotFound, 'This DNS server has no such zone.')
  const owner = withoutDot(textInput(call, 'OwnerName')).toLowerCase()
  const record = recordOf({ ...input, TTL: input['TTL'] ?? usualTtl })
  if (!isWithin(owner, zone.name) || record.target === '') {
    throw labError('call', labHresults.wbemInvalidParameter, 'The name does not lie in the zone, or no host is given.')
  }
  return put(scene, zone, owner, record)
}

const put = (scene: Scene, zone: DnsZone, owner: string, record: SrvRecord): CimObject => {
  if (recordsOf(zone, owner).some((known) => sameSrv(known, record))) {
    throw labError('call', labHresults.wbemAlreadyExists, 'This record is there already.')
  }
  const draft = scene.transaction.network.zones[zone.name]
  if (draft) addByHand(draft, owner, record)
  const made = draft?.srv.at(-1)
  return { ReturnValue: 0, RR: made ? referenceTo(scene, zone, made) : null }
}

const take = (scene: Scene, row: CimObject): void => {
  const draft = scene.transaction.network.zones[text(row, 'ContainerName')]
  if (draft) removeRecord(draft, text(row, 'OwnerName'), recordOf(row))
}

/** documented: what is not given stays as it is (kms.md 3). */
const modify = ({ scene, input, instance }: MethodCall): CimObject => {
  const row = instance ?? {}
  const zone = zonesHere(scene).find(({ name }) => name === text(row, 'ContainerName'))
  if (!zone) throw labError('call', labHresults.wbemNotFound, 'This DNS server has no such zone.')
  const before = recordOf(row)
  const after = recordOf({ ...row, ...input })
  const owner = text(row, 'OwnerName')
  if (!sameSrv(before, after) && recordsOf(zone, owner).some((known) => sameSrv(known, after))) {
    throw labError('call', labHresults.wbemAlreadyExists, 'This record is there already.')
  }
  const draft = scene.transaction.network.zones[zone.name]
  const held = draft?.srv.find((known) => known.owner === owner && sameSrv(known, before))
  if (held) Object.assign(held, { ...after, registeredAt: null })
  return { ReturnValue: 0, RR: held ? referenceTo(scene, zone, held) : null }
}

/** MicrosoftDNS_SRVType. */
export const dnsSrvProvider: ClassProvider = {
  schema: dnsSrvSchema,
  namespaces: [microsoftDns],
  installed: isDnsServer,
  prepare: requireService,
  rows: (scene) => zonesHere(scene).flatMap((zone) => zone.srv.map((record) => recordRow(scene, zone, record))),
  invoke: (call) => (call.method === 'Modify' ? modify(call) : create(call)),
  remove: take,
}
