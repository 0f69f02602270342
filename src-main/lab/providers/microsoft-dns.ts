import { dnsSrvSchema, dnsZoneSchema } from '../schema/microsoft-dns.ts'
import { fullNameOf, type Scene } from '../world/scene.ts'
import type { Computer, DnsZone } from '../world/state.ts'
import { microsoftDns, type ClassProvider } from './class-provider.ts'

const isDnsServer = ({ services }: Computer): boolean => services['dns'] !== undefined

const zonesHere = (scene: Scene): readonly DnsZone[] =>
  Object.values(scene.transaction.readNetwork.zones).filter(({ server }) => server === scene.host)

/** MicrosoftDNS_Zone. uncertain: AllowUpdate 0 none, 1 any, 2 secure only (kms.md 3). */
export const dnsZoneProvider: ClassProvider = {
  schema: dnsZoneSchema,
  namespaces: [microsoftDns],
  installed: isDnsServer,
  rows: (scene) =>
    zonesHere(scene).map(({ name, update }) => ({
      Name: name,
      ContainerName: name,
      DnsServerName: fullNameOf(scene.computer()),
      ZoneType: 1,
      DsIntegrated: update === 'secure',
      AllowUpdate: { none: 0, any: 1, secure: 2 }[update],
      Aging: false,
      Paused: false,
      Reverse: false,
      RefreshInterval: 168,
      NoRefreshInterval: 168,
    })),
}

/** MicrosoftDNS_SRVType. */
export const dnsSrvProvider: ClassProvider = {
  schema: dnsSrvSchema,
  namespaces: [microsoftDns],
  installed: isDnsServer,
  rows: (scene) =>
    zonesHere(scene).flatMap((zone) =>
      zone.srv.map(({ owner, target, port, priority, weight, ttl, registeredAt }) => ({
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
      })),
    ),
}
