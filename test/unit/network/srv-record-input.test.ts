import { describe, expect, it } from 'vitest'
import type { SrvRecordInput } from '../../../src-main/contract/models/dns.ts'
import { Finding } from '../../../src-main/contract/models/finding.ts'
import { checkSrvRecordInput } from '../../../src-main/network/srv-record-input.ts'

const good: SrvRecordInput = {
  domain: 'contoso.com',
  target: 'kms01.contoso.com',
  port: '1688',
  priority: '0',
  weight: '0',
  ttl: '3600',
}

describe('checking a KMS record as typed', () => {
  it('gives the record', () => {
    expect(checkSrvRecordInput({ ...good, port: ' 1688 ', weight: '65535' })).toEqual({
      value: {
        domain: 'contoso.com',
        record: { target: 'kms01.contoso.com', port: 1688, priority: 0, weight: 65_535, ttl: 3600 },
      },
      findings: [],
    })
  })

  it.each([
    ['port', '0', '1 to 65535'],
    ['port', '70000', '1 to 65535'],
    ['port', 'abc', '1 to 65535'],
    ['port', '', '1 to 65535'],
    ['port', '16.88', '1 to 65535'],
    ['port', '-1', '1 to 65535'],
    ['port', '0x698', '1 to 65535'],
    ['port', '1e3', '1 to 65535'],
    ['priority', '65536', '0 to 65535'],
    ['weight', '65536', '0 to 65535'],
    ['weight', ' ', '0 to 65535'],
    ['ttl', '2147483648', '0 to 2147483647'],
    ['ttl', '1h', '0 to 2147483647'],
    ['domain', 'contoso.com,', 'Remove'],
    ['domain', 'contoso', 'full name'],
    ['target', 'kms..contoso.com', 'kms01.contoso.com'],
  ] as const)('refuses the %s %j', (field, value, remedy) => {
    const { value: record, findings } = checkSrvRecordInput({ ...good, [field]: value })
    expect(record).toBeNull()
    expect(findings.map((finding) => Finding.parse(finding))).toEqual([
      {
        check: `srv-${field}`,
        level: 'problem',
        field,
        message: expect.stringContaining(value.trim()),
        remedy: expect.stringContaining(remedy),
      },
    ])
  })

  it('names every wrong field at once', () => {
    const bad = { domain: '', target: '', port: '', priority: 'x', weight: 'x', ttl: 'x' }
    expect(checkSrvRecordInput(bad).findings.map(({ field }) => field)).toEqual(Object.keys(bad))
  })

  it('remarks on another port and on a long TTL without refusing them', () => {
    const { value, findings } = checkSrvRecordInput({ ...good, port: '1700', ttl: '86401' })
    expect(value?.record).toMatchObject({ port: 1700, ttl: 86_401 })
    expect(findings).toMatchObject([
      { level: 'info', field: 'port', message: expect.stringContaining('1700') },
      { level: 'warning', field: 'ttl', message: expect.stringContaining('86401') },
    ])
  })
})
