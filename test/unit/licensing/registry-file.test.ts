import { describe, expect, it } from 'vitest'
import { Finding } from '../../../src-main/contract/models/finding.ts'
import { readRegistryFile } from '../../../src-main/licensing/registry-file-import.ts'
import {
  hostRegistryKey,
  type HostRegistryValue,
  registryFileText,
  writeRegistryFile,
} from '../../../src-main/licensing/registry-file.ts'
import { encodeUtf16 } from '../../../src-main/licensing/text-encoding.ts'

const all: readonly HostRegistryValue[] = [
  { name: 'DnsDomainPublishList', type: 'REG_MULTI_SZ', data: ['contoso.com, 10, 50', 'eu.contoso.com, 0, 0'] },
  { name: 'DisableDnsPublishing', type: 'REG_DWORD', data: 0 },
  { name: 'EnableKmsLowPriority', type: 'REG_DWORD', data: 1 },
  { name: 'KeyManagementServiceListeningPort', type: 'REG_SZ', data: '1689' },
  { name: 'VLActivationInterval', type: 'REG_DWORD', data: 120 },
  { name: 'VLRenewalInterval', type: 'REG_DWORD', data: 10_080 },
]

const file = (...lines: string[]): Uint8Array =>
  encodeUtf16(['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n'))
const inKey = (...lines: string[]): Uint8Array => file(`[${hostRegistryKey}]`, ...lines)
const findings = (bytes: Uint8Array): Finding[] => {
  const read = readRegistryFile(bytes)
  if (read.outcome === 'values') throw new Error(`taken: ${JSON.stringify(read.values)}`)
  for (const { level, field, remedy } of read.findings) {
    expect({ level, field }).toEqual({ level: 'problem', field: 'registryFile' })
    expect(remedy).toMatch(/\.$/)
  }
  return read.findings.map((finding) => Finding.parse(finding))
}
const only = (bytes: Uint8Array): Finding => {
  const [finding, ...more] = findings(bytes)
  expect(more).toEqual([])
  if (!finding) throw new Error('no finding')
  return finding
}

describe('the .reg file of a KMS host', () => {
  it('is UTF-16 with its mark and has the layout of Registry Editor', () => {
    const bytes = writeRegistryFile(all)
    expect([...bytes.subarray(0, 6)]).toEqual([0xff, 0xfe, 0x57, 0, 0x69, 0])
    expect(registryFileText(all.slice(1))).toBe(
      [
        'Windows Registry Editor Version 5.00',
        '',
        String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform]`,
        '"DisableDnsPublishing"=dword:00000000',
        '"EnableKmsLowPriority"=dword:00000001',
        '"KeyManagementServiceListeningPort"="1689"',
        '"VLActivationInterval"=dword:00000078',
        '"VLRenewalInterval"=dword:00002760',
        '',
        '',
      ].join('\r\n'),
    )
  })

  it('has the list as bytes of UTF-16 with a double end, in lines of at most 80 characters', () => {
    const text = registryFileText([{ name: 'DnsDomainPublishList', type: 'REG_MULTI_SZ', data: ['a.b', 'c.d'] }])
    expect(text).toContain(
      '"DnsDomainPublishList"=hex(7):61,00,2e,00,62,00,00,00,63,00,2e,00,64,00,00,00,\\\r\n  00,00\r\n',
    )
    const lines = registryFileText(all).split('\r\n')
    expect(lines.filter((line) => line.endsWith('\\')).length).toBeGreaterThan(1)
    expect(Math.max(...lines.slice(3).map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('has an empty list as one end', () => {
    const empty: HostRegistryValue = { name: 'DnsDomainPublishList', type: 'REG_MULTI_SZ', data: [] }
    expect(registryFileText([empty])).toContain('hex(7):00,00\r\n')
    expect(readRegistryFile(writeRegistryFile([empty]))).toEqual({ outcome: 'values', values: [empty] })
  })

  it('escapes backslashes and quotation marks in text', () => {
    const port: HostRegistryValue = { name: 'KeyManagementServiceListeningPort', type: 'REG_SZ', data: 'a"b\\c' }
    expect(registryFileText([port])).toContain(String.raw`="a\"b\\c"`)
    expect(only(writeRegistryFile([port])).message).toContain(String.raw`The port "a"b\c" is not a whole number`)
  })

  it('is read again as it was written', () => {
    expect(readRegistryFile(writeRegistryFile(all))).toEqual({ outcome: 'values', values: all })
    const longest = `${Array.from({ length: 63 }, () => 'abc').join('.')}.a, 65535, 65535`
    const long: HostRegistryValue = { name: 'DnsDomainPublishList', type: 'REG_MULTI_SZ', data: [longest] }
    expect(readRegistryFile(writeRegistryFile([long]))).toEqual({ outcome: 'values', values: [long] })
  })
})

describe('reading a .reg file', () => {
  it('does not mind case, comments, blank lines and other line ends', () => {
    const text = [
      'Windows Registry Editor Version 5.00',
      '; made by hand',
      '',
      `[${hostRegistryKey.toUpperCase()}]`,
      '"disablednspublishing" = DWORD:1',
      '"DnsDomainPublishList"=HEX(7):61,00,2E,00,62,00,\\',
      '    00,0,\\',
      '  00,00',
    ].join('\n')
    expect(readRegistryFile(encodeUtf16(text))).toEqual({
      outcome: 'values',
      values: [
        { name: 'DisableDnsPublishing', type: 'REG_DWORD', data: 1 },
        { name: 'DnsDomainPublishList', type: 'REG_MULTI_SZ', data: ['a.b'] },
      ],
    })
  })

  it('takes indented lines and a list without bytes, as Registry Editor writes an empty one', () => {
    expect(readRegistryFile(inKey('   "DnsDomainPublishList"=hex(7):  ', '\t"VLRenewalInterval"=dword:2760'))).toEqual({
      outcome: 'values',
      values: [
        { name: 'DnsDomainPublishList', type: 'REG_MULTI_SZ', data: [] },
        { name: 'VLRenewalInterval', type: 'REG_DWORD', data: 10_080 },
      ],
    })
  })

  const ascii = `Windows Registry Editor Version 5.00\r\n\r\n[${hostRegistryKey}]\r\n"VLRenewalInterval"=dword:00002760\r\n`
  const utf16be = encodeUtf16(ascii).map((_, index, bytes) => bytes[index ^ 1] ?? 0)

  it.each([
    ['an 8-bit encoding (ANSI or UTF-8)', Buffer.from(ascii, 'latin1')],
    ['an 8-bit encoding (ANSI or UTF-8)', Buffer.from('REGEDIT4\r\n', 'latin1')],
    ['UTF-8.', Buffer.from(`\ufeff${ascii}`, 'utf8')],
    ['big-endian).', utf16be],
    ['big-endian without', utf16be.subarray(2)],
    ['UTF-16 without a byte order mark', encodeUtf16(ascii).subarray(2)],
    ['UTF-32.', Uint8Array.from([0xff, 0xfe, 0, 0, 0x57, 0, 0, 0])],
    ['UTF-32.', Uint8Array.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x57])],
  ])('that is not in UTF-16 says that it looks like %s', (name, bytes) => {
    const finding = only(bytes)
    expect(finding.check).toBe('registry-encoding')
    expect(finding.message).toContain('is not in UTF-16 as Registry Editor writes it; it looks like')
    expect(finding.message).toContain(name)
    expect(finding.remedy).toContain('UTF-16 LE')
  })

  it('that is empty, cut off, or another kind of file is refused', () => {
    expect(only(new Uint8Array())).toMatchObject({ check: 'registry-empty', message: 'The file is empty.' })
    expect(only(writeRegistryFile(all).subarray(0, -1))).toMatchObject({ check: 'registry-encoding' })
    expect(only(encodeUtf16('')).message).toContain('Line 1: the file does not begin with')
    expect(only(Uint8Array.from([0x57]))).toMatchObject({ check: 'registry-encoding' })
    expect(only(encodeUtf16(`REGEDIT4\r\n[${hostRegistryKey}]`))).toMatchObject({ check: 'registry-header' })
    expect(only(encodeUtf16('\r\n\r\nREGEDIT4')).message).toContain('Line 3: ')
    expect(only(inKey())).toMatchObject({ check: 'registry-empty' })
    expect(only(file())).toMatchObject({ check: 'registry-empty' })
  })

  it('refuses other keys, each with its line', () => {
    const other = file(
      `[${hostRegistryKey}]`,
      '"VLRenewalInterval"=dword:00002760',
      String.raw`[HKEY_CURRENT_USER\Software\Evil]`,
      '"Run"="calc.exe"',
      String.raw`[${hostRegistryKey}\55c92734-d682-4d71-983e-d6ec3f16059f]`,
    )
    const found = findings(other)
    expect(found.map(({ check }) => check)).toEqual(['registry-key', 'registry-key'])
    expect(found[0]?.message).toMatch(/^Line 5: the file has the key HKEY_CURRENT_USER\\Software\\Evil;/)
    expect(found[1]?.message).toMatch(/^Line 7: /)
  })

  it('explains the key of Windows Vista', () => {
    const vista = file(
      String.raw`[HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\SL]`,
      '"DisableDnsPublishing"=dword:1',
    )
    expect(only(vista).message).toMatch(/^Line 3: .*Windows Vista and Server 2008/)
  })

  it('refuses other values without quoting what they hold', () => {
    const found = findings(
      inKey('"BackupProductKeyDefault"="BCDFG-HJKMP-QRTVW-XY234-67892"', '@="secret"', '"VLRenewalInterval"=dword:e'),
    )
    expect(found.map(({ message }) => message.slice(0, 50))).toEqual([
      'Line 4: the file sets the value BackupProductKeyDe',
      "Line 5: the file sets the key's default value; onl",
      'Line 6: VLRenewalInterval: The renewal interval "1',
    ])
    expect(JSON.stringify(found)).not.toMatch(/BCDFG|67892|secret/)
  })

  it('refuses deletions of a value and of the key', () => {
    expect(only(inKey('"DisableDnsPublishing"=-'))).toMatchObject({
      check: 'registry-deletion',
      message: 'Line 4: the file deletes the value DisableDnsPublishing. Nothing is deleted here.',
    })
    const key = only(file(`[-${hostRegistryKey}]`))
    expect(key.check).toBe('registry-deletion')
    expect(key.message).toMatch(/^Line 3: the file deletes the key HKEY_LOCAL_MACHINE/)
  })

  it.each([
    ['"DnsDomainPublishList"=hex(7):61,00,zz,00', 'byte 3 of the list is not hexadecimal'],
    ['"DnsDomainPublishList"=hex(7):61,00,,00', 'byte 3 of the list is not hexadecimal'],
    ['"DnsDomainPublishList"=hex(7):61,00,00', 'it has 3 bytes, an odd number'],
    ['"DnsDomainPublishList"=hex(7):61,00,62,00', 'the list has no end'],
    ['"DnsDomainPublishList"=hex(7):61,00,\\', 'is not hexadecimal'],
    ['"VLRenewalInterval"=dword:xyz', 'not a hexadecimal number of at most eight digits'],
    ['"VLRenewalInterval"=dword:000002760', 'not a hexadecimal number of at most eight digits'],
    ['"VLRenewalInterval"=dword:', 'not a hexadecimal number of at most eight digits'],
    ['"KeyManagementServiceListeningPort"="1688', 'the quotation marks do not match'],
    ['"KeyManagementServiceListeningPort"=1688', 'it is neither text, nor "dword:", nor "hex"'],
  ])('refuses what is broken: %s', (line, reason) => {
    const finding = only(inKey('; first', line))
    expect(finding.check).toBe('registry-data')
    expect(finding.message).toMatch(/^Line 5: /)
    expect(finding.message).toContain(reason)
  })

  it.each([
    ['"KeyManagementServiceListeningPort"=dword:00000698', 'REG_SZ'],
    ['"VLActivationInterval"="120"', 'REG_DWORD'],
    ['"VLActivationInterval"=hex:78,00,00,00', 'REG_DWORD'],
    ['"DnsDomainPublishList"="contoso.com"', 'REG_MULTI_SZ'],
    ['"DnsDomainPublishList"=hex(2):61,00,00,00', 'REG_MULTI_SZ'],
  ])('refuses a wrong type: %s', (line, type) => {
    expect(only(inKey(line))).toMatchObject({ check: 'registry-type' })
    expect(only(inKey(line)).message).toContain(`must have the type ${type}.`)
  })

  it('refuses what the wizard would refuse, with line, value and remedy', () => {
    const list: HostRegistryValue = {
      name: 'DnsDomainPublishList',
      type: 'REG_MULTI_SZ',
      data: ['contoso.com,', 'contoso', 'a.example, 0, 65536'],
    }
    const found = findings(
      encodeUtf16(
        registryFileText([
          list,
          { name: 'KeyManagementServiceListeningPort', type: 'REG_SZ', data: '70000' },
          { name: 'VLActivationInterval', type: 'REG_DWORD', data: 14 },
          { name: 'VLRenewalInterval', type: 'REG_DWORD', data: 43_201 },
        ]),
      ),
    )
    expect(found.map(({ check }) => check)).toEqual([
      'publish-trailing-comma',
      'publish-bare-label',
      'publish-weight',
      'setting-port',
      'setting-activation-interval',
      'setting-renewal-interval',
    ])
    expect(found[0]?.message).toMatch(/^Line 4: DnsDomainPublishList: Row 1: the line "contoso.com," ends with/)
    expect(found[3]?.message).toContain('KeyManagementServiceListeningPort: The port "70000"')
  })

  it('refuses a value that is set twice, and one outside a key', () => {
    const twice = only(inKey('"DisableDnsPublishing"=dword:1', '', '"disableDnsPublishing"=dword:0'))
    expect(twice.message).toBe('Line 6: DisableDnsPublishing was set in line 4 already.')
    expect(only(file('"DisableDnsPublishing"=dword:1')).message).toBe('Line 3 sets a value before a key was named.')
  })

  it('refuses lines that are nothing', () => {
    expect(only(inKey('DisableDnsPublishing=dword:1')).message).toBe('Line 4 is neither a key nor a value.')
    expect(only(file('[HKEY_LOCAL_MACHINE')).message).toBe('Line 3 is neither a key nor a value.')
  })
})
