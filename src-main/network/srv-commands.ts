import type { SrvChange, SrvRecordValue, TsigAlgorithm } from '../contract/models/dns.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { parseDnsServer } from './dns-server-address.ts'
import { kmsOwnerName } from './dns-names.ts'

/** Where a record is: the domain of the clients and the zone that it lies in. */
export interface SrvPlace {
  readonly domain: string
  readonly zone: string
}

/** The owner name as dnscmd takes it: relative to the zone. */
const relativeOwner = ({ domain, zone }: SrvPlace): string => {
  const owner = kmsOwnerName(domain)
  const tail = `.${zone.toLowerCase()}`
  return owner.toLowerCase().endsWith(tail) ? owner.slice(0, -tail.length) : owner
}

const dataOf = ({ priority, weight, port, target }: SrvRecord): string => `SRV ${priority} ${weight} ${port} ${target}.`

/**
 * The dnscmd lines that make a change on a Microsoft DNS server; dnscmd knows no change, so that one is a deletion and an
 * addition. Syntax: general knowledge of Windows Server (dnscmd /recordadd, /recorddelete), there since Server 2003.
 */
export const dnscmdLines = (server: string | null, place: SrvPlace, change: SrvChange): readonly string[] => {
  const start = (verb: string): string => `dnscmd ${server ?? '.'} ${verb} ${place.zone} ${relativeOwner(place)}`
  const add = (record: SrvRecordValue): string => `${start('/recordadd')} ${record.ttl} ${dataOf(record)}`
  const remove = (record: SrvRecord): string => `${start('/recorddelete')} ${dataOf(record)} /f`
  switch (change.kind) {
    case 'add':
      return [add(change.record)]
    case 'remove':
      return [remove(change.record)]
    case 'change':
      return [remove(change.from), add(change.to)]
  }
}

const timeSpan = (seconds: number): string => {
  const two = (number: number): string => String(number).padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  const clock = [Math.floor((seconds % 86_400) / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return `${days > 0 ? `${days}.` : ''}${clock.map(two).join(':')}`
}

/** The line of PowerShell that adds a record, for Windows Server 2012 and later (kms.md 3, "Modern equal"). */
export const addRecordCmdlet = (server: string | null, place: SrvPlace, record: SrvRecordValue): string =>
  [
    `Add-DnsServerResourceRecord -Srv -ZoneName ${place.zone} -Name ${relativeOwner(place)}`,
    `-DomainName ${record.target} -Priority ${record.priority} -Weight ${record.weight} -Port ${record.port}`,
    `-TimeToLive ${timeSpan(record.ttl)}${server === null ? '' : ` -ComputerName ${server}`}`,
  ].join(' ')

/** How an update is sent: the server, whether over TCP from the start, and the key by its name, never its secret. */
export interface UpdateRoute {
  readonly server: string
  readonly tcp: boolean
  readonly key: { readonly name: string; readonly algorithm: TsigAlgorithm } | null
}

/** What a technician would type into nsupdate (BIND) for a change, the call itself first. The key stands in a key file. */
export const nsupdateLines = (route: UpdateRoute, place: SrvPlace, change: SrvChange): readonly string[] => {
  const owner = `${kmsOwnerName(place.domain)}.`
  const address = parseDnsServer(route.server)
  const add = (record: SrvRecordValue): string => `update add ${owner} ${record.ttl} ${dataOf(record)}`
  const remove = (record: SrvRecord): string => `update delete ${owner} ${dataOf(record)}`
  const changes = (): readonly string[] => {
    switch (change.kind) {
      case 'add':
        return [add(change.record)]
      case 'remove':
        return [remove(change.record)]
      case 'change':
        return [remove(change.from), add(change.to)]
    }
  }
  const key = route.key === null ? '' : ` -k ${route.key.name}.key`
  return [
    `nsupdate${route.tcp ? ' -v' : ''}${key}`,
    `server ${address?.host ?? route.server} ${address?.port ?? 53}`,
    `zone ${place.zone}.`,
    ...changes(),
    'send',
  ]
}
