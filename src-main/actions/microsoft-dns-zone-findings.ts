import type { Finding } from '../contract/models/finding.ts'
import type { MicrosoftZone } from './microsoft-dns-rows.ts'

/** Numbers of zone types and of AllowUpdate as words. General knowledge of the DNS service; kms.md 3 marks AllowUpdate as not verified. */
const zoneKinds: Readonly<Record<number, string>> = {
  1: 'a primary zone',
  2: 'a secondary zone',
  3: 'a stub zone',
  4: 'a forwarder',
}
const updateWords: Readonly<Record<number, string>> = {
  0: 'takes no dynamic updates, so KMS hosts cannot publish themselves',
  1: 'takes dynamic updates from anybody',
  2: 'takes secure dynamic updates only',
}

/** What a technician must know of a zone before changing it; a copy of a zone cannot be changed. */
export const zoneFindings = (zone: MicrosoftZone): readonly Finding[] => {
  const kind = zoneKinds[zone.type] ?? `a zone of type ${zone.type}`
  const kept = zone.dsIntegrated ? ', kept in Active Directory' : ''
  const updates = updateWords[zone.allowUpdate] ?? `has the update setting ${zone.allowUpdate}`
  const facts: Finding = {
    check: 'dns-zone',
    level: 'info',
    message: `${zone.name} is ${kind}${kept}, and ${updates}. A record made by hand is static: nothing removes it when the KMS host is gone.`,
  }
  const copy: Finding = {
    check: 'dns-zone-copy',
    level: 'problem',
    field: 'server',
    message: `${zone.name} is only ${kind} on this server, which cannot be changed here.`,
    remedy: 'Choose the primary DNS server of the zone.',
  }
  const paused: Finding = {
    check: 'dns-zone-paused',
    level: 'warning',
    message: `The zone ${zone.name} is paused: its server does not answer questions about it.`,
    remedy: 'Start the zone in DNS Manager.',
  }
  return [facts, ...([2, 3, 4].includes(zone.type) ? [copy] : []), ...(zone.paused ? [paused] : [])]
}
