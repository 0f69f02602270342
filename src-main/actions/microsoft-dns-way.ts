import { AppFailure } from '../contract/app-error.ts'
import type { SrvChange, SrvRecordValue } from '../contract/models/dns.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { targetLabel } from '../contract/models/target.ts'
import { kmsOwnerName, sameName } from '../network/dns-names.ts'
import { sameSrv } from '../network/update-message.ts'
import { uint } from '../wmi/cim-values.ts'
import { hresults, WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { elevationFindings } from './local-rights.ts'
import { onMicrosoftDns, readRecords, readZones, zoneFor, type MicrosoftRecord } from './microsoft-dns-rows.ts'
import { zoneFindings } from './microsoft-dns-zone-findings.ts'
import { describeRecord, isMade, type SrvStep } from './srv-step.ts'
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

const findRecord = async (
  context: ActionContext,
  { zone, domain }: SrvStep,
  wanted: SrvRecord,
): Promise<MicrosoftRecord> => {
  const found = (await readRecords(context, zone, domain)).find(({ record }) => sameSrv(record, wanted))
  if (found) return found
  throw new AppFailure({
    code: 'digest-mismatch',
    field: 'record',
    message: `The record for ${describeRecord(wanted)} is not there any more.`,
    remedy: 'Look the records up again and make the plan anew if the change is still wanted.',
    retryable: false,
  })
}

/** Modify takes what is to change; what is not given stays (kms.md 3). */
const changedProperties = (from: SrvRecord, to: SrvRecordValue): Readonly<Record<string, string | number>> => ({
  ...(from.ttl === to.ttl ? {} : { TTL: to.ttl }),
  ...(from.priority === to.priority ? {} : { Priority: to.priority }),
  ...(from.weight === to.weight ? {} : { Weight: to.weight }),
  ...(from.port === to.port ? {} : { Port: to.port }),
  ...(sameName(from.target, to.target) ? {} : { SRVDomainName: `${to.target}.` }),
})

/** Asks the server as a client would. Its own management has told what it holds; this tells whether it answers so. */
const askAsClient = async (context: ActionContext, step: SrvStep, change: SrvChange): Promise<string> => {
  const server = context.host ?? '127.0.0.1'
  const answer = await context.site.resolveSrv(kmsOwnerName(step.domain), server, context.signal)
  switch (answer.outcome) {
    case 'could-not-ask':
      return `Its answer to a DNS question could not be had: ${answer.error.message}`
    case 'found':
    case 'none': {
      const records = answer.outcome === 'found' ? answer.records : []
      return isMade(records, change)
        ? 'It answers DNS questions accordingly.'
        : 'It does not answer DNS questions accordingly yet: look the records up again.'
    }
  }
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
        const { path, record } = await findRecord(context, step, change.from)
        const input = changedProperties(record, change.to)
        requireDone('Modify', uint(await session.call(path, 'Modify', input, context.signal), 'ReturnValue'))
        return
      }
      case 'remove':
        await session.deleteInstance((await findRecord(context, step, change.record)).path, context.signal)
    }
  })

/** Microsoft DNS through its own management: MicrosoftDNS_SRVType on the DNS server itself (kms.md 3). */
export const microsoftDnsWay = (context: ActionContext, step: SrvStep): SrvWay => ({
  read: async () => (await readRecords(context, step.zone, step.domain)).map(({ record }) => record),
  apply: async (change) => {
    try {
      await write(context, step, change)
      return await askAsClient(context, step, change)
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
