import { describe, expect, it } from 'vitest'
import { JudgedRecord, type KmsEndpointProbe, type RecordPresence } from '../../../src-main/contract/models/dns.ts'
import type { SrvRecord } from '../../../src-main/contract/models/kms-host-report.ts'
import { judgeRecords, type RecordEvidence } from '../../../src-main/network/record-findings.ts'

const record = (target: string, more: Partial<SrvRecord> = {}): SrvRecord => ({
  target,
  port: 1688,
  priority: 0,
  weight: 0,
  ttl: 3600,
  ...more,
})
const kms01 = record('kms01.contoso.com')
const at = (entry: SrvRecord, on = ['dc01', 'dc02'], missingOn: string[] = []): RecordPresence => ({
  record: entry,
  on,
  missingOn,
})
const probe = (
  { target, port }: SrvRecord,
  outcome: KmsEndpointProbe['outcome'],
  detail: string | null = null,
): KmsEndpointProbe => ({ host: target, port, outcome, detail })

const judge = (evidence: Partial<RecordEvidence>): JudgedRecord[] =>
  judgeRecords({ presence: [at(kms01)], probes: [probe(kms01, 'kms')], knownHosts: null, ...evidence }).map((judged) =>
    JudgedRecord.parse(judged),
  )

const checks = ({ findings }: JudgedRecord): string[] => findings.map(({ check }) => check)

describe('judging KMS records', () => {
  it('is content with a record behind which KMS answers', () => {
    const [judged] = judge({ knownHosts: ['KMS01.contoso.com.'] })
    expect(judged).toMatchObject({ record: kms01, state: 'good', findings: [{ level: 'ok' }] })
    expect(judged?.findings).toHaveLength(1)
  })

  it.each([
    ['not-kms', 'rogue', 'problem'],
    ['other-service', 'rogue', 'problem'],
    ['name-not-found', 'dead', 'problem'],
    ['refused', 'dead', 'problem'],
    ['no-answer', 'dead', 'warning'],
  ] as const)('a probe that says %s makes it %s, with a remedy', (outcome, state, level) => {
    const [judged] = judge({ probes: [probe(kms01, outcome, 'what was seen')] })
    expect(judged).toMatchObject({
      state,
      findings: [
        {
          check: 'kms-endpoint',
          level,
          message: expect.stringContaining('kms01.contoso.com'),
          remedy: expect.any(String),
          detail: 'what was seen',
        },
      ],
    })
  })

  it('is not sure of a record that was not probed, or could not be', () => {
    expect(judge({ probes: [] })).toMatchObject([{ state: 'unsure', findings: [{ level: 'skipped' }] }])
    expect(judge({ probes: [probe(kms01, 'failed')] })).toMatchObject([{ state: 'unsure' }])
    expect(judge({ probes: [probe({ ...kms01, port: 1700 }, 'kms')] })).toMatchObject([{ state: 'unsure' }])
  })

  it('calls a record of an unknown host rogue, also where KMS answers there', () => {
    const [judged] = judge({ knownHosts: ['kms02.contoso.com'] })
    expect(judged).toMatchObject({ state: 'rogue', findings: [{}, { check: 'known-kms-host', level: 'warning' }] })
    expect(judge({ knownHosts: [], probes: [probe(kms01, 'refused')] })).toMatchObject([{ state: 'dead' }])
  })

  it('marks several records of one computer on one server, whatever the dot and case of the name', () => {
    const twice = [at(kms01), at(record('KMS01.contoso.com.', { priority: 10 })), at(record('kms02.contoso.com'))]
    expect(judge({ presence: twice }).map(checks)).toEqual([
      ['kms-endpoint', 'duplicate-record'],
      ['kms-endpoint', 'duplicate-record'],
      ['kms-endpoint'],
    ])
    const ports = [at(kms01), at({ ...kms01, port: 1700 })]
    expect(judge({ presence: ports })[0]?.findings[1]?.message).toContain('different ports')
  })

  it('takes records that differ between servers for a difference, not for duplicates', () => {
    const presence = [at(kms01, ['dc01'], ['dc02']), at({ ...kms01, ttl: 600 }, ['dc02'], ['dc01'])]
    const judged = judge({ presence })
    expect(judged.map(checks)).toEqual([
      ['kms-endpoint', 'replication'],
      ['kms-endpoint', 'replication'],
    ])
    expect(judged[0]?.findings[1]?.message).toMatch(/on dc01, but not on dc02/)
  })

  it('points out a port other than 1688', () => {
    const other = record('kms01.contoso.com', { port: 1700 })
    expect(judge({ presence: [at(other)], probes: [probe(other, 'kms')] })).toMatchObject([
      { state: 'good', findings: [{}, { check: 'srv-port', level: 'info', message: expect.stringContaining('1700') }] },
    ])
  })
})
