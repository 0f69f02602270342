import { describe, expect, it } from 'vitest'
import { toAppError } from '../../../src-main/contract/app-error.ts'
import type { BindTextQuestion } from '../../../src-main/contract/models/dns-survey.ts'
import { bindText } from '../../../src-main/network/bind-text.ts'

const question: BindTextQuestion = {
  domain: 'branch.example.test',
  zone: 'example.test',
  hosts: [
    { target: 'kms01.example.test', address: '192.0.2.10' },
    { target: 'kms02.example.test', address: ' 192.0.2.11 ' },
  ],
  port: '1688',
  priority: '0',
  weight: '10',
  ttl: '3600',
  keyName: 'kms-key',
  algorithm: 'hmac-sha256',
  server: 'ns01.example.test:5353',
}

const refusal = (overrides: Partial<BindTextQuestion>) => {
  try {
    bindText({ ...question, ...overrides })
  } catch (thrown) {
    return toAppError(thrown)
  }
  return null
}

describe('the BIND configuration for typed input', () => {
  it('names zone, hosts, addresses and key, and goes from weak to strong', () => {
    const { ways, nsupdate } = bindText(question)
    expect(ways.map(({ id }) => id)).toEqual(['any', 'address-list', 'static', 'gss-tsig', 'tsig'])
    expect(ways[1]?.blocks[0]?.text).toContain('allow-update { 192.0.2.10; 192.0.2.11; };')
    expect(ways[4]?.blocks.map(({ text }) => text).join('\n')).toContain(
      'grant kms-key name _vlmcs._tcp.branch.example.test. SRV;',
    )
    expect(nsupdate.split('\n')).toEqual([
      'server ns01.example.test 5353',
      'zone example.test.',
      'update add _vlmcs._tcp.branch.example.test. 3600 SRV 0 10 1688 kms01.example.test.',
      'update add _vlmcs._tcp.branch.example.test. 3600 SRV 0 10 1688 kms02.example.test.',
      'send',
      '',
    ])
  })

  it('takes the domain for the zone where none is given', () => {
    expect(bindText({ ...question, zone: null }).nsupdate).toContain('zone branch.example.test.')
  })

  it.each([
    ['domain', { domain: 'branch' }, 'branch'],
    ['zone', { zone: 'fabrikam.test' }, 'fabrikam.test'],
    ['zone', { zone: 'a"; include "x' }, 'include'],
    ['target', { hosts: [{ target: 'kms01', address: '192.0.2.10' }] }, 'kms01'],
    ['addresses', { hosts: [{ target: 'kms01.example.test', address: 'kms01' }] }, 'kms01'],
    ['port', { port: '70000' }, '70000'],
    ['priority', { priority: '-1' }, '-1'],
    ['weight', { weight: '65536' }, '65536'],
    ['ttl', { ttl: 'an hour' }, 'an hour'],
    ['keyName', { keyName: 'kms"; };' }, 'kms"; };'],
    ['keyName', { keyName: 'x; rm -r y' }, 'rm'],
    ['server', { server: 'ns01:99999' }, 'ns01:99999'],
  ] as const)('refuses the %s %j with value and remedy', (field, wrong, value) => {
    const overrides = 'hosts' in wrong ? { hosts: [...wrong.hosts] } : wrong
    expect(refusal(overrides)).toMatchObject({
      code: 'invalid-input',
      field,
      message: expect.stringContaining(value) as string,
      remedy: expect.any(String) as string,
    })
  })
})
