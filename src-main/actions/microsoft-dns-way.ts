import { AppFailure } from '../contract/app-error.ts'
import type { SrvChange } from '../contract/models/dns.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { targetLabel } from '../contract/models/target.ts'
import { kmsOwnerName } from '../network/dns-names.ts'
import { sameSrv } from '../network/update-message.ts'
import { uint } from '../wmi/cim-values.ts'
import { hresults, WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { elevationFindings } from './local-rights.ts'
import { onMicrosoftDns, readRecords, readZones, zoneFor, type MicrosoftZone } from './microsoft-dns-rows.ts'
import { describeRecord, type SrvStep } from './srv-step.ts'
import type { SrvWay } from './srv-way.ts'

/** WBEM_E_ALREADY_EXISTS (WMI SDK, "WMI Error Constants"). */
const alreadyExists = 0x80041019

const noSuchZone = (context: ActionContext, zone: string): AppFailure =>
  new AppFailure({
    code: 'not-found',
    field: 'zone',
    target: targetLabel(context.target),
    message: `${targetLabel(context.target)} does not hold the zone "${zone}".`,
    remedy: 'Choose the DNS server that holds the zone, or create the zone there first.',
    retryable: false,
  })

const explain = (context: ActionContext, { zone, domain }: SrvStep, change: SrvChange, thrown: unknown): unknown => {
  if (!(thrown instanceof WmiError)) return thrown
  if (thrown.hresult === alreadyExists) {
    const record = change.kind === 'add' ? change.record : change.kind === 'change' ? change.to : change.record
    return new AppFailure({
      code: 'already-used',
      field: 'record',
      message: `The record is there already: ${kmsOwnerName(domain)} points to ${describeRecord(record)}.`,
      remedy: 'Nothing needs to be done, or change another record.',
      hresult: thrown.hresult,
      retryable: false,
    })
  }
  return thrown.hresult === hresults.wbemNotFound && change.kind === 'add' ? noSuchZone(context, zone) : thrown
}

const requireDone = (method: string, code: number): void => {
  if (code !== 0) throw new WmiError('call', code, `The DNS server refused ${method}.`)
}

const pathOf = async (context: ActionContext, { zone, domain }: SrvStep, wanted: SrvRecord): Promise<string> => {
  const found = (await readRecords(context, zone, domain)).find(({ record }) => sameSrv(record, wanted))
  if (found) return found.path
  throw new AppFailure({
    code: 'digest-mismatch',
    field: 'record',
    message: `The record for ${describeRecord(wanted)} is not there any more.`,
    remedy: 'Look the records up again and make the plan anew if the change is still wanted.',
    retryable: false,
  })
}

const write = async (context: ActionContext, step: SrvStep, change: SrvChange): Promise<void> =>
  onMicrosoftDns(context, async (session) => {
    switch (change.kind) {
      case 'add': {
        const { record } = change
        const zone = zoneFor(await readZones(context), step.domain)
        if (zone?.name !== step.zone.toLowerCase()) throw noSuchZone(context, step.zone)
        const input = {
          DnsServerName: zone.serverName,
          ContainerName: zone.name,
          OwnerName: kmsOwnerName(step.domain),
          RecordClass: 1,
          TTL: record.ttl,
          Priority: record.priority,
          Weight: record.weight,
          Port: record.port,
          SRVDomainName: `${record.target}.`,
        }
        const method = 'CreateInstanceFromPropertyData'
        const answer = await session.call('MicrosoftDNS_SRVType', method, input, context.signal)
        requireDone(method, uint(answer, 'ReturnValue'))
        return
      }
      case 'change': {
        const { ttl, priority, weight, port, target } = change.to
        const input = { TTL: ttl, Priority: priority, Weight: weight, Port: port, SRVDomainName: `${target}.` }
        const path = await pathOf(context, step, change.from)
        requireDone('Modify', uint(await session.call(path, 'Modify', input, context.signal), 'ReturnValue'))
        return
      }
      case 'remove':
        await session.deleteInstance(await pathOf(context, step, change.record), context.signal)
    }
  })

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

const zoneFindings = (zone: MicrosoftZone): readonly Finding[] => {
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

/** Microsoft DNS through its own management: MicrosoftDNS_SRVType on the DNS server itself (kms.md 3). */
export const microsoftDnsWay = (context: ActionContext, step: SrvStep): SrvWay => ({
  read: async () => (await readRecords(context, step.zone, step.domain)).map(({ record }) => record),
  apply: async (change) => {
    try {
      await write(context, step, change)
      return null
    } catch (thrown) {
      throw explain(context, step, change, thrown)
    }
  },
  check: async () => {
    const zone = zoneFor(await readZones(context), step.domain)
    if (zone?.name === step.zone.toLowerCase()) return [...elevationFindings(context), ...zoneFindings(zone)]
    throw noSuchZone(context, step.zone)
  },
})
