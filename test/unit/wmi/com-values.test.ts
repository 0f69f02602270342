import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { qualifiedAccount, splitAccount } from '../../../src-main/wmi/com/auth-identity.ts'
import { formatDmtf, parseDmtf } from '../../../src-main/wmi/com/dmtf-datetime.ts'
import { guidBytes } from '../../../src-main/wmi/com/guids.ts'
import { isLocalComputer } from '../../../src-main/wmi/com/local-computer.ts'
import { classOfPath } from '../../../src-main/wmi/com/method-call.ts'

describe('DMTF datetimes', () => {
  it.each([
    ['20261122102030.456000+000', '2026-11-22T10:20:30.456Z'],
    ['20261122102030.456000+060', '2026-11-22T09:20:30.456Z'],
    ['20261122102030.000000-300', '2026-11-22T15:20:30.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(parseDmtf(text)).toEqual(new Date(iso))
  })

  it.each(['16010101000000.000000+000', '16010101000000.000000+060', '16010101010000.000000+060'])(
    'the zero time %s is none',
    (text) => {
      expect(parseDmtf(text)).toBeNull()
    },
  )

  it('leaves intervals and half-filled forms as they are, and an empty text is none', () => {
    expect(parseDmtf('00000001000000.000000:000')).toBe('00000001000000.000000:000')
    expect(parseDmtf('2026****102030.******+***')).toBe('2026****102030.******+***')
    expect(parseDmtf('')).toBeNull()
  })

  it('writes what it reads', () => {
    const time = new Date('2026-11-22T10:20:30.456Z')
    expect(formatDmtf(time)).toBe('20261122102030.456000+000')
    expect(parseDmtf(formatDmtf(time))).toEqual(time)
  })
})

describe('accounts', () => {
  it.each([
    ['CONTOSO\\admin', 'srv01', 'admin', 'CONTOSO', 'CONTOSO\\admin'],
    ['admin@contoso.com', 'srv01', 'admin@contoso.com', '', 'admin@contoso.com'],
    ['.\\admin', 'srv01.contoso.com', 'admin', 'srv01', 'srv01\\admin'],
    ['.\\admin', '192.0.2.7', 'admin', '', 'admin'],
    ['.\\admin', 'fe80::1', 'admin', '', 'admin'],
    ['admin', 'srv01', 'admin', '', 'admin'],
  ])('%s on %s', (account, host, user, domain, qualified) => {
    expect(splitAccount(account, host)).toEqual({ user, domain })
    expect(qualifiedAccount(splitAccount(account, host))).toBe(qualified)
  })
})

describe('small readers', () => {
  it('knows the names by which a computer calls itself', () => {
    for (const host of [null, '.', 'LOCALHOST', '127.0.0.1', '::1', hostname().toUpperCase()]) {
      expect(isLocalComputer(host)).toBe(true)
    }
    expect(isLocalComputer('srv01')).toBe(false)
  })

  it('takes the class out of an object path', () => {
    expect(classOfPath('Win32_Service.Name="a=b.c"')).toBe('Win32_Service')
    expect(classOfPath('SoftwareLicensingService=@')).toBe('SoftwareLicensingService')
    expect(classOfPath('StdRegProv')).toBe('StdRegProv')
  })

  it('lays a GUID out as Windows has it in memory', () => {
    const bytes = guidBytes('4590f811-1d3a-11d0-891f-00aa004b2e24')
    expect(Buffer.from(bytes).toString('hex')).toBe('11f890453a1dd011891f00aa004b2e24')
  })
})
