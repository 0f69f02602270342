import { describe, expect, it } from 'vitest'
import { checkDomain, checkTargetName, isWithin, kmsOwnerName } from '../../../src-main/network/dns-names.ts'

describe('checking a domain', () => {
  it.each([
    ['contoso.com', 'contoso.com'],
    ['  Corp.Contoso.COM ', 'corp.contoso.com'],
    ['a-b.c_d.example', 'a-b.c_d.example'],
    [`${'x'.repeat(63)}.example`, `${'x'.repeat(63)}.example`],
  ])('takes %j', (text, domain) => {
    expect(checkDomain(text)).toEqual({ ok: true, value: domain })
  })

  it.each([
    ['', 'missing', 'contoso.com'],
    ['contoso', 'single word', 'contoso.com'],
    ['contoso.com,', 'ends with ","', 'Remove the character'],
    ['contoso.com;', 'ends with ";"', 'Remove the character'],
    ['contoso.com.', 'ends with a dot', 'at the end: "contoso.com"'],
    ['a.com,b.com', 'more than one name', 'one by one'],
    ['a.com b.com', 'more than one name', 'one by one'],
    ['contoso..com', 'empty part', 'contoso.com'],
    ['.contoso.com', 'empty part', 'contoso.com'],
    [`${'x'.repeat(64)}.com`, '64 characters; 63', 'Correct the name'],
    [`${'x.'.repeat(120)}example`, '241', 'Shorten'],
    ['-a.example', 'hyphen', 'Correct the name'],
    ['192.0.2.1', 'IP address', 'Enter a name'],
    ['2001:db8::1', 'IP address', 'Enter a name'],
    ['https://contoso.com', 'holds ":"', 'Letters, digits'],
    ['münchen.example', 'letters', 'xn--mnchen-3ya.example'],
    ['*.contoso.com', 'holds "*"', 'Letters, digits'],
  ])('refuses %j with field, value and remedy', (text, problem, remedy) => {
    const result = checkDomain(text)
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'invalid-input',
        field: 'domain',
        message: expect.stringContaining(problem),
        remedy: expect.stringContaining(remedy),
      },
    })
    expect(!result.ok && result.error.message).toContain(text)
  })

  it('leaves room for what comes before it in the name of the record', () => {
    const longest = `${'x.'.repeat(117)}example`
    expect(checkDomain(longest).ok).toBe(true)
    expect(kmsOwnerName(longest)).toHaveLength(253)
    expect(checkDomain(`x${longest}`).ok).toBe(false)
    expect(checkTargetName(`x${longest}`).ok).toBe(true)
  })
})

describe('the name of a KMS host', () => {
  it('is a full name', () => {
    expect(checkTargetName('KMS01.contoso.com')).toEqual({ ok: true, value: 'kms01.contoso.com' })
    expect(checkTargetName('kms01')).toMatchObject({
      error: {
        field: 'target',
        message: expect.stringContaining('kms01'),
        remedy: expect.stringContaining('full name'),
      },
    })
    expect(checkTargetName('', 'host')).toMatchObject({ error: { field: 'host' } })
  })
})

describe('lying in a zone', () => {
  it.each([
    ['a.contoso.com', 'contoso.com', true],
    ['CONTOSO.com', 'contoso.COM.', true],
    ['a.contoso.com', '.', true],
    ['acontoso.com', 'contoso.com', false],
    ['com', 'contoso.com', false],
  ])('%s in %s: %s', (name, zone, within) => {
    expect(isWithin(name, zone)).toBe(within)
  })
})
