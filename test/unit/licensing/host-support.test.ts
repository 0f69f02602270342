import { describe, expect, it } from 'vitest'
import { Finding } from '../../../src-main/contract/models/finding.ts'
import { hostSupport } from '../../../src-main/licensing/host-support.ts'
import { windowsName } from '../../../src-main/licensing/windows-names.ts'

const support = (osVersion: string, osBuild: number, isServer: boolean): Finding =>
  Finding.parse(hostSupport({ osVersion, osBuild, isServer }))

describe('which Windows can become a KMS host', () => {
  it.each([
    ['5.2.3790', 3790, true, 'Windows Server 2003'],
    ['6.0.6002', 6002, false, 'Windows Vista'],
    ['6.0.6003', 6003, true, 'Windows Server 2008'],
    ['5.1.2600', 2600, false, 'Windows XP'],
  ])('refuses %s by name and says what to do', (version, build, isServer, name) => {
    const finding = support(version, build, isServer)
    expect(finding.level).toBe('problem')
    expect(finding.message.startsWith(`${name} cannot`)).toBe(true)
    expect(finding.remedy).toContain('Windows Server 2008 R2 or later')
  })

  it.each([
    ['6.1.7601', 7601, 'Windows Server 2008 R2'],
    ['6.3.9600', 9600, 'Windows Server 2012 R2'],
    ['10.0.20348', 20348, 'Windows Server 2022'],
    ['10.0.26100', 26100, 'Windows Server 2025'],
    ['10.0.29651', 29651, 'Windows Server, build 29651'],
  ])('accepts the server %s', (version, build, name) => {
    expect(support(version, build, true)).toEqual({
      check: 'os-version',
      level: 'ok',
      message: `${name} can be a KMS host.`,
    })
  })

  it('says what a client Windows cannot do as a host', () => {
    expect(support('6.1.7601', 7601, false)).toMatchObject({
      level: 'info',
      message: expect.stringContaining('Windows 7'),
    })
  })

  it('does not guess where the version cannot be read', () => {
    expect(support('', 0, false)).toMatchObject({
      level: 'problem',
      message: expect.stringContaining('could not be read'),
    })
  })

  it('names Windows 10 and 11 by their build', () => {
    const name = (osBuild: number): string => windowsName({ osVersion: `10.0.${osBuild}`, osBuild, isServer: false })
    expect([name(19045), name(22000)]).toEqual(['Windows 10', 'Windows 11'])
    expect(windowsName({ osVersion: '11.0.1', osBuild: 1, isServer: false })).toBe('Windows version 11.0.1')
  })
})
