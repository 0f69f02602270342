import { describe, expect, it } from 'vitest'
import { guidFault, isGuid, sameGuid } from '../../../src-main/licensing/activation-id.ts'
import { kmsHostFault, kmsHostName, parseKmsHostArgument } from '../../../src-main/licensing/kms-client-input.ts'

const id = '68531fb9-5511-4989-97be-d11a0f55633f'

describe('what is typed after slmgr /skms', () => {
  it.each([
    ['kms01', 'kms01', null],
    [' kms01.contoso.com:1700 ', 'kms01.contoso.com', 1700],
    [':1689', null, 1689],
    ['10.1.2.3:1688', '10.1.2.3', 1688],
    ['[2001:db8::1]', '[2001:db8::1]', null],
    ['[2001:db8::1]:1688', '[2001:db8::1]', 1688],
    ['2001:db8::1', '[2001:db8::1]', null],
  ])('reads "%s" as host %j and port %j', (typed, host, port) => {
    expect(parseKmsHostArgument(typed)).toEqual({ outcome: 'host', host, port })
  })

  it.each([
    ['', 'host'],
    ['kms01:', 'port'],
    ['kms01:abc', 'port'],
    ['kms01:0', 'port'],
    ['kms01:65536', 'port'],
    ['kms01:&H698', 'port'],
    ['kms01:1688.5', 'port'],
    ['kms 01', 'host'],
    ['kms..contoso.com', 'host'],
    [`${'a'.repeat(64)}.contoso.com`, 'host'],
    ['[kms01]', 'host'],
  ])('refuses "%s" and names the %s', (typed, field) => {
    expect(parseKmsHostArgument(typed)).toMatchObject({
      outcome: 'malformed',
      error: { code: 'invalid-input', field },
    })
  })
})

describe('the name of a KMS host', () => {
  it('is as it was typed but for blanks, and an IPv6 address stands in brackets', () => {
    expect(kmsHostName(' KMS01 ')).toBe('KMS01')
    expect(kmsHostName('fe80::1%4')).toBe('[fe80::1%4]')
  })
  it.each(['kms01', 'kms-01.contoso.com.', '10.0.0.1', 'k_1', '[::1]'])('may be %s', (name) => {
    expect(kmsHostFault(name)).toBeNull()
  })
})

describe('an activation ID', () => {
  it('is one GUID in any case, with braces and blanks or without', () => {
    expect(sameGuid(` {${id.toUpperCase()}} `, id)).toBe(true)
    expect(isGuid(id.slice(1))).toBe(false)
    expect(guidFault(id)).toBeNull()
  })
  it('that is none is quoted, a product key in its place is masked', () => {
    expect(guidFault('x')?.message).toContain('"x" is no activation ID')
    expect(guidFault('BBBBB-CCCCC-DDDDD-FFFFF-GHJKM')?.message).not.toContain('BBBBB')
  })
})
