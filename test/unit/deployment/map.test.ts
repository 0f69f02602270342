import { describe, expect, test } from 'vitest'
import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'
import type { DnsSurvey } from '../../../src-main/contract/models/dns-survey.ts'
import type { KmsEndpointProbe } from '../../../src-main/contract/models/dns.ts'
import { createClientTally } from '../../../src-main/deployment/client-tally.ts'
import { namedHost } from '../../../src-main/deployment/host-key.ts'
import { mapFindings } from '../../../src-main/deployment/map-findings.ts'
import { hostsToProbe, mapDomains, mapHosts } from '../../../src-main/deployment/map-hosts.ts'
import { computerRow, licence } from './rows.ts'

const probe = (host: string, outcome: KmsEndpointProbe['outcome']): KmsEndpointProbe => ({
  host,
  port: 1688,
  outcome,
  detail: null,
})

const survey = (targets: readonly (readonly [string, KmsEndpointProbe['outcome']])[]): DnsSurvey => {
  const records = targets.map(([target, outcome]) => ({
    record: { target, port: 1688, priority: 0, weight: 0, ttl: 3600 },
    state: outcome === 'kms' ? ('good' as const) : ('dead' as const),
    findings: [],
    probe: probe(target, outcome),
    on: [],
    missingOn: [],
  }))
  const name = '_vlmcs._tcp.contoso.com'
  return {
    askedAt: '2026-11-22T12:00:00.000Z',
    knownHosts: null,
    domains: [
      {
        domain: 'contoso.com',
        lookup: {
          outcome: 'asked',
          domain: 'contoso.com',
          name,
          zone: 'contoso.com',
          primary: 'dc01.contoso.com',
          servers: [],
          records: [],
          agreement: 'unknown',
        },
        records,
        findings: [],
      },
    ],
  }
}

const mapOf = (
  rows: readonly ComputerRow[],
  asked: DnsSurvey | null = null,
  probes: readonly KmsEndpointProbe[] = [],
  knownHosts: readonly string[] = ['KMS01'],
) => {
  const counting = createClientTally()
  rows.forEach(counting.add)
  const tally = counting.finish()
  const hosts = mapHosts({ tally, survey: asked, knownHosts, probes })
  const domains = mapDomains(asked, hosts)
  return { tally, hosts, domains, findings: mapFindings(tally, domains, hosts) }
}

const kms = computerRow(900, {
  name: 'KMS01.contoso.com',
  isKmsHost: true,
  currentCount: 40,
  licence: licence({ kind: 'kms-host' }),
  kmsHost: null,
})

test.each([
  ['KMS01', 'contoso.com', { key: 'kms01.contoso.com', port: null }],
  ['kms01.contoso.com:1689', null, { key: 'kms01.contoso.com', port: 1689 }],
  ['KMS01.contoso.com.', 'other.com', { key: 'kms01.contoso.com', port: null }],
  ['[2001:DB8::1]:1688', 'contoso.com', { key: '2001:db8::1', port: 1688 }],
  ['10.0.0.5', 'contoso.com', { key: '10.0.0.5', port: null }],
])('%s in %s is one host however it is written', (text, domain, expected) => {
  expect(namedHost(text, domain)).toMatchObject(expected)
})

describe('findings', () => {
  const kinds = (map: ReturnType<typeof mapOf>) => map.findings.map(({ kind }) => kind)

  test('a sound estate has none', () => {
    const map = mapOf([kms, computerRow(1), computerRow(2)], survey([['kms01.contoso.com', 'kms']]))
    expect(map.findings).toEqual([])
    expect(map.hosts).toMatchObject([{ name: 'KMS01.contoso.com', state: 'serving', clients: 2, computer: 900 }])
  })

  test('a record without a KMS service behind it is dead, whoever is known', () => {
    const map = mapOf(
      [kms],
      survey([
        ['kms01.contoso.com', 'kms'],
        ['old.contoso.com', 'name-not-found'],
      ]),
    )
    expect(map.findings).toMatchObject([{ kind: 'dead-record', level: 'problem', host: 'old.contoso.com' }])
  })

  test('a host that answers and that nobody named is rogue, but not where no host is known at all', () => {
    const asked = survey([['rogue.contoso.com', 'kms']])
    expect(kinds(mapOf([kms], asked))).toEqual(['rogue-host'])
    expect(kinds(mapOf([kms], survey([['kms01.contoso.com', 'kms']]), [], []))).toEqual(['no-known-host'])
    expect(kinds(mapOf([computerRow(1, { kmsHost: 'rogue' })], asked, [], ['ROGUE.contoso.com']))).toEqual([])
    const found = computerRow(7, { name: 'rogue.contoso.com', isKmsHost: true, currentCount: 30 })
    expect(kinds(mapOf([kms, found], asked))).toEqual(['rogue-host'])
  })

  test('a host key that a scan found is rogue where neither a person nor DNS tells of it', () => {
    const found = computerRow(7, { name: 'hidden.contoso.com', isKmsHost: true, currentCount: 3 })
    const asked = survey([['kms01.contoso.com', 'kms']])
    expect(mapOf([kms, found], asked).findings).toMatchObject([{ kind: 'rogue-host', host: 'hidden.contoso.com' }])
    expect(kinds(mapOf([kms, found], asked, [], []))).toEqual(['rogue-host', 'no-known-host'])
    expect(kinds(mapOf([kms, found], asked, [], ['KMS01', 'hidden']))).toEqual(['host-below-threshold'])
    expect(kinds(mapOf([kms, found], null))).not.toContain('rogue-host')
  })

  test('clients whose fixed host does not answer are named', () => {
    const lost = computerRow(3, { kmsHost: 'gone.contoso.com' })
    const map = mapOf([kms, lost], null, [
      probe('gone.contoso.com', 'name-not-found'),
      probe('kms01.contoso.com', 'kms'),
    ])
    expect(map.findings).toMatchObject([{ kind: 'host-gone', computers: [3], names: ['pc3.contoso.com'] }])
  })

  test('a probe that could not be made accuses nobody', () => {
    const map = mapOf([kms, computerRow(3, { kmsHost: 'far.contoso.com' })], null, [probe('far.contoso.com', 'failed')])
    expect(kinds(map)).not.toContain('host-gone')
    expect(kinds(map)).not.toContain('rogue-host')
  })

  test('twins are named together, whatever the case of their ID', () => {
    const map = mapOf([computerRow(1, { cmid: 'AA' }), computerRow(2, { cmid: 'aa' }), computerRow(4)])
    expect(map.findings).toMatchObject([{ kind: 'duplicate-cmid', computers: [1, 2] }])
  })

  test('clients of one domain on two hosts are split; those on the smaller one are named', () => {
    const map = mapOf([kms, computerRow(1), computerRow(2), computerRow(3, { kmsHost: 'kms02.contoso.com' })])
    expect(map.findings).toMatchObject([{ kind: 'split-clients', computers: [3], domain: 'contoso.com' }])
  })

  test('a client without a host is a problem only while it is not activated: Active Directory needs none', () => {
    const without = (status: 'licensed' | 'oob-grace') =>
      computerRow(1, { kmsHost: null, licence: licence({ status }) })
    expect(kinds(mapOf([without('licensed')]))).toEqual([])
    expect(mapOf([without('oob-grace')]).findings).toMatchObject([
      { kind: 'no-host', computers: [1], remedy: expect.stringMatching(/^Publish/) },
    ])
    const asked = survey([['kms01.contoso.com', 'kms']])
    expect(mapOf([kms, without('oob-grace')], asked).findings).toMatchObject([
      { kind: 'no-host', computers: [1], remedy: expect.stringMatching(/^Activate/) },
    ])
  })

  test('a count below 25 is told', () => {
    const map = mapOf([{ ...kms, currentCount: 24 }], survey([['kms01.contoso.com', 'kms']]))
    expect(map.findings).toMatchObject([{ kind: 'host-below-threshold', level: 'warning' }])
    expect(map.findings[0]?.message).toContain('it activates servers and Office')
    const few = mapOf([{ ...kms, currentCount: 4 }], survey([['kms01.contoso.com', 'kms']]))
    expect(few.findings[0]?.message).toContain('activates nobody yet')
  })
})

test('ten thousand clients become few groups, and nobody is lost', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => computerRow(index + 1, { group: `Group ${index % 60}` }))
  const { tally } = mapOf(rows)
  expect(tally.groups.length).toBeLessThanOrEqual(25)
  expect(tally.groups.reduce((sum, { total }) => sum + total, 0)).toBe(10_000)
  expect(tally.groups.at(-1)).toMatchObject({ by: 'rest', host: 'kms01.contoso.com' })
  expect(hostsToProbe(tally, null, 32)).toEqual([{ host: 'kms01.contoso.com', port: 1688 }])
})
