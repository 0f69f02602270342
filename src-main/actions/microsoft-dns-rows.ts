import { AppFailure } from '../contract/app-error.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { targetLabel } from '../contract/models/target.ts'
import { isWithin, kmsOwnerName } from '../network/dns-names.ts'
import { flag, property, text, uint, type CimObject } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { wqlString } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'

const namespace = 'root\\MicrosoftDNS'

/** A zone of a Microsoft DNS server (kms.md 3, MicrosoftDNS_Zone). */
export interface MicrosoftZone {
  readonly name: string
  readonly serverName: string
  readonly type: number
  readonly dsIntegrated: boolean
  /** 0 none, 1 non-secure and secure, 2 secure only (kms.md 3, not verified). */
  readonly allowUpdate: number
  readonly paused: boolean
}

/** An SRV record with the path by which WMI changes and deletes it. */
export interface MicrosoftRecord {
  readonly record: SrvRecord
  readonly path: string
}

const bare = (name: string): string => name.trim().replace(/\.$/, '').toLowerCase()

const noMicrosoftDns = (context: ActionContext, thrown: WmiError): AppFailure =>
  new AppFailure(
    {
      code: 'not-found',
      field: 'server',
      target: targetLabel(context.target),
      message: `${targetLabel(context.target)} is no Microsoft DNS server: it lacks the namespace ${namespace}.`,
      remedy:
        'Choose the Windows server that holds the zone. For BIND and other DNS servers use a dynamic update instead.',
      hresult: thrown.hresult,
      retryable: false,
    },
    { cause: thrown },
  )

const denied = (context: ActionContext, thrown: WmiError): AppFailure =>
  new AppFailure(
    {
      code: 'access-denied',
      field: 'server',
      target: targetLabel(context.target),
      message: `${targetLabel(context.target)} does not let this account manage DNS.`,
      // General knowledge of Windows: the group DnsAdmins manages the DNS servers of a domain; WMI rights are asked for besides.
      remedy:
        'Use an account that is an administrator of the DNS server or a member of DnsAdmins with rights to WMI there.',
      hresult: thrown.hresult,
      retryable: false,
    },
    { cause: thrown },
  )

/** Runs work on root\MicrosoftDNS; a missing namespace and missing rights are explained. Throws AppFailure or WmiError. */
export const onMicrosoftDns = async <T>(
  context: ActionContext,
  work: (session: Awaited<ReturnType<ActionContext['session']>>) => Promise<T>,
): Promise<T> => {
  try {
    return await work(await context.session(namespace))
  } catch (thrown) {
    if (!(thrown instanceof WmiError)) throw thrown
    if (thrown.code === 'wmi-invalid-class') throw noMicrosoftDns(context, thrown)
    if (thrown.code === 'access-denied') throw denied(context, thrown)
    throw thrown
  }
}

const toZone = (row: CimObject): MicrosoftZone => ({
  name: bare(text(row, 'Name')),
  serverName: text(row, 'DnsServerName'),
  type: uint(row, 'ZoneType'),
  dsIntegrated: flag(row, 'DsIntegrated'),
  allowUpdate: uint(row, 'AllowUpdate'),
  paused: flag(row, 'Paused'),
})

/** The zones of the server. Throws as onMicrosoftDns. */
export const readZones = async (context: ActionContext): Promise<readonly MicrosoftZone[]> =>
  onMicrosoftDns(context, async (session) =>
    (await session.query('SELECT * FROM MicrosoftDNS_Zone', context.signal))
      .filter((row) => property(row, 'Reverse') !== true)
      .map(toZone),
  )

/** Of several zones the one that a domain's KMS name lies in: the one with the longest name. */
export const zoneFor = (zones: readonly MicrosoftZone[], domain: string): MicrosoftZone | undefined =>
  zones
    .filter(
      ({ name }) => name !== '' && name !== '..cache' && name !== '..roothints' && isWithin(kmsOwnerName(domain), name),
    )
    .toSorted((left, right) => right.name.length - left.name.length)[0]

/** The KMS records of a domain in a zone, with their paths. Throws as onMicrosoftDns. */
export const readRecords = async (
  context: ActionContext,
  zone: string,
  domain: string,
): Promise<readonly MicrosoftRecord[]> =>
  onMicrosoftDns(context, async (session) => {
    const owner = kmsOwnerName(domain)
    const wql = `SELECT * FROM MicrosoftDNS_SRVType WHERE ContainerName = ${wqlString(zone)} AND OwnerName = ${wqlString(owner)}`
    return (await session.query(wql, context.signal)).map((row) => ({
      record: {
        target: bare(text(row, 'SRVDomainName')),
        port: uint(row, 'Port'),
        priority: uint(row, 'Priority'),
        weight: uint(row, 'Weight'),
        ttl: uint(row, 'TTL'),
      },
      path: text(row, '__RELPATH'),
    }))
  })
