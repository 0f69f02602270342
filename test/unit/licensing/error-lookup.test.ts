import { describe, expect, it } from 'vitest'
import errorCodes from '../../../assets/data/error-codes.json' with { type: 'json' }
import { ErrorLookup } from '../../../src-main/contract/models/error-lookup.ts'
import { findCodes } from '../../../src-main/licensing/code-search.ts'
import { originOfCode } from '../../../src-main/licensing/code-origin.ts'
import { lookUpErrors } from '../../../src-main/licensing/error-lookup.ts'
import { formatCode } from '../../../src-main/licensing/result-code.ts'

const valuesIn = (text: string) =>
  findCodes(text).map(({ value, written }) => (value === null ? written : formatCode(value)))

describe('a code by itself', () => {
  it.each([
    ['0xC004F074', '0xC004F074'],
    ['  c004f074 ', '0xC004F074'],
    ['C004F074h', '0xC004F074'],
    ['0xC004F074.', '0xC004F074'],
    ['-1073418124', '0xC004F074'],
    ['3221549172', '0xC004F074'],
    ['80070005', '0x80070005'],
    ['5', '0x00000005'],
    ['0x2a', '0x0000002A'],
    ['0', '0x00000000'],
    ['bas 0x67', 'BAS 0x67'],
  ])('%s', (typed, code) => {
    expect(valuesIn(typed)).toEqual([code])
  })
})

describe('codes in a text', () => {
  it.each([
    ['slmgr', 'Error: 0xC004F074 No Key Management Service (KMS) could be contacted.', ['0xC004F074']],
    ['a registry code of slmgr', 'Error: 5 Access denied.', ['0x00000005']],
    [
      'the hint about slui',
      "On a computer running Windows non-core edition, run 'slui.exe 0x2a 0xC004E015' to display the error text.",
      ['0xC004E015'],
    ],
    [
      'event 12288',
      '0xC004F074,0x00000000,kms01.contoso.com:1688,b9fd9d82-ce0c-4c6b-8c6a-c004f0740001,2009/11/05',
      ['0xC004F074'],
    ],
    [
      'an event log',
      'License Activation (slui.exe) failed with the following error code:\nhr=0x8007232B\nCommand-line: RuleId=eeba1977-569e-4571-b639-7623d8bfecc0;hr=8007232B',
      ['0x8007232B'],
    ],
    [
      'a log line',
      '2026-11-22 14:03:05 exit code -1073418124; retry returned error 1722 (0x6BA)',
      ['0xC004F074', '0x000006BA'],
    ],
    ['several, in order', 'first 8007007B, then 0xC004F038, then 0x8007007b again', ['0x8007007B', '0xC004F038']],
    ['the batch service', 'ConfirmationIdServer said BAS 0x7F for this request', ['BAS 0x7F']],
  ])('%s', (_, text, codes) => {
    expect(valuesIn(text)).toEqual(codes)
  })

  it.each([
    ['a date and a build', 'Windows 10.0.26100.8036 on 20261122 at 14:03'],
    ['an activation ID', '{c004f074-1111-2222-3333-444455556666} c004f074-1111-2222-3333-444455556666'],
    ['an extended PID', '06401-00206-491-411285-03-1031-9600.0000-0802017'],
    ['a telephone number', 'Call +49 6912345678 or 800-123-4567'],
    ['event IDs and counts', 'Event 12290, count 25, port 1688, 43200 minutes'],
    ['success', 'hr=0x00000000, ReturnValue 0'],
    ['nothing', ''],
  ])('none in %s', (_, text) => {
    expect(valuesIn(text)).toEqual([])
  })

  it('counts how often a code stands there and keeps the first spelling', () => {
    expect(findCodes('0xc004f074 and C004F074 and -1073418124')).toEqual([
      { value: 0xc004f074, written: '0xc004f074', times: 3 },
    ])
  })
})

describe('the look-up', () => {
  it('explains every code of the table, alone and in one text, within its schema', () => {
    const codes = errorCodes.map(({ code }) => code)
    for (const code of codes)
      expect(lookUpErrors(code).codes[0]).toMatchObject({ meaning: expect.any(String) as string })
    const all = lookUpErrors(codes.join('\n'))
    expect(ErrorLookup.parse(all)).toEqual(all)
    expect(all.codes).toHaveLength(50)
    expect(all.more).toBe(new Set(codes).size - 50)
  })

  it('tells cause, steps and source of a known code', () => {
    const [code] = lookUpErrors('c004f074').codes
    expect(code).toMatchObject({
      code: '0xC004F074',
      origin: 'licensing-service',
      meaning: 'No KMS could be contacted',
    })
    expect(code?.steps.length).toBeGreaterThan(0)
    expect(code?.causes.length).toBeGreaterThan(0)
    expect(code?.source).not.toBeNull()
  })

  it.each([
    ['0xC004FABC', 'licensing-service', 'Software Protection'],
    ['0xC004CABC', 'licensing-server', 'activation servers'],
    ['0xC004F399', 'token-activation', 'token'],
    ['0x80041099', 'wmi', 'WMI'],
    ['0x800706FF', 'rpc', 'remote procedure'],
    ['1799', 'rpc', 'remote procedure'],
    ['0x800723FF', 'dns', 'DNS'],
    ['0x80072EFF', 'http', 'internet'],
    ['0x80072030', 'directory', 'Active Directory'],
    ['0x800700AB', 'win32', '171'],
    ['0xC00000AA', 'nt-status', 'NTSTATUS'],
    ['0x80004099', 'com', 'COM'],
    ['0x80240099', 'setup', 'setup'],
    ['0x8abc0001', 'other', 'facility 700'],
  ])('says what kind %s is, and what to do, where nothing else is known', (typed, origin, word) => {
    const [code] = lookUpErrors(typed).codes
    expect(code).toMatchObject({ origin, meaning: null })
    expect(code?.originSentence).toContain(word)
    expect(code?.steps.length).toBeGreaterThan(0)
  })

  it('says that 0 is no error', () => {
    expect(lookUpErrors('0x0').codes[0]).toMatchObject({ origin: 'success', steps: [] })
    expect(originOfCode(null).origin).toBe('batch-activation')
  })
})
