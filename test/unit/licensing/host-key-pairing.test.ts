import { describe, expect, it } from 'vitest'
import { Finding } from '../../../src-main/contract/models/finding.ts'
import { checkPairing, type Pairing } from '../../../src-main/licensing/host-key-pairing.ts'
import { hostKeyHosts as hosts } from './host-key-hosts.ts'

const check = (pairing: Pairing): Finding[] => checkPairing(pairing).map((finding) => Finding.parse(finding))
const brief = (pairing: Pairing): string[] => check(pairing).map(({ check, level }) => `${check} ${level}`)
const messages = (pairing: Pairing): string =>
  check(pairing)
    .map(({ message }) => message)
    .join('\n')

describe('a host and its key', () => {
  it('that belong together are confirmed and nothing more', () => {
    expect(check({ host: hosts.server2022, generation: 'server-2022' })).toEqual([
      {
        check: 'host-key-pairing',
        level: 'ok',
        field: 'hostKeyGeneration',
        message:
          'Host key "Windows Server 2022" on Windows Server 2022: Microsoft\'s table lists this host key for Windows Server 2022.',
      },
    ])
  })

  it('that do not belong together are a problem alone, with the keys that fit as remedy', () => {
    const pairing = { host: hosts.server2016, generation: 'server-2025', clients: ['server-2025'] } as const
    expect(brief(pairing)).toEqual(['host-key-pairing problem'])
    expect(check(pairing)[0]?.remedy).toBe(
      'Use a host key for Windows Server 2022, Windows Server 2019 and Windows Server 2016, or another computer as KMS host.',
    )
  })

  it('get another computer as the only remedy where no key fits', () => {
    const [finding] = check({ host: hosts.windows11, generation: 'server-2022' })
    expect(finding).toMatchObject({ level: 'problem', remedy: 'Choose another computer as KMS host.' })
  })

  it('of which no table speaks can be overruled', () => {
    const pairing = { host: hosts.server2022, generation: 'server-2012-r2' } as const
    expect(brief(pairing)).toEqual(['host-key-pairing warning', 'host-key-basis info'])
    expect(check(pairing)[0]?.remedy).toContain('6 KMS hosts')
    expect(brief({ host: hosts.server23H2, generation: 'server-2025' })).toEqual(['host-key-pairing warning'])
  })

  it('are not looked at on a Windows that this app cannot make a host', () => {
    for (const host of [hosts.vista, hosts.server2008, { osVersion: '', osBuild: 0, isServer: true }]) {
      expect(brief({ host, generation: 'server-2008-r2' })).toEqual(['os-version problem'])
    }
  })

  it('are refused on an Azure Edition', () => {
    const host = { ...hosts.server2022, caption: 'Windows Server 2022 Datacenter: Azure Edition' }
    expect(brief({ host, generation: 'server-2022' })).toEqual(['host-key-pairing problem'])
    expect(messages({ host, generation: 'server-2022' })).toContain('An Azure Edition of Windows Server cannot be')
  })
})

describe('the update that a host needs', () => {
  it('is named for the generation of the key, with its date', () => {
    const [, update, ...rest] = check({ host: hosts.server2022, generation: 'server-2025' })
    expect(update).toMatchObject({
      check: 'host-key-update',
      level: 'warning',
      message:
        'Windows Server 2022 needs the update KB5034765 (13 February 2024) or a later cumulative update to activate Windows Server 2025.',
    })
    expect(update?.remedy).toContain('before you install the host key')
    expect(rest).toEqual([])
  })

  it('is named once for all systems that want it, and for those that are to be activated alone', () => {
    const server2008R2 = { host: hosts.server2008R2, generation: 'server-2012-r2' } as const
    expect(messages({ ...server2008R2, clients: ['server-2012', 'windows-7'] })).toContain(
      'KB3079821 or a later cumulative update to activate Windows Server 2012 R2 and Windows Server 2012.',
    )
    expect(messages(server2008R2)).toContain('to activate Windows Server 2012 R2.')
    expect(messages({ host: hosts.server2019, generation: 'server-2025', clients: ['windows-7'] })).not.toContain(
      'KB5003646',
    )
  })

  it('is said to be unknown where the table is silent', () => {
    const pairing = { host: hosts.server2019, generation: 'server-2022', clients: ['windows-11'] } as const
    expect(brief(pairing)).toEqual(['host-key-pairing ok', 'host-key-update warning', 'host-key-update info'])
    expect(messages(pairing)).toContain(
      "Which update Windows Server 2019 needs to activate Windows 11 is not in Microsoft's table.",
    )
  })
})

describe('a system that is to be activated', () => {
  it('and is newer than the key is a problem with the code that clients would see', () => {
    const pairing = {
      host: hosts.server2019,
      generation: 'server-2019',
      clients: ['server-2022', 'windows-7'],
    } as const
    expect(check(pairing).slice(1)).toEqual([
      {
        check: 'host-key-client',
        level: 'problem',
        field: 'clients',
        hresult: 0xc004f015,
        message: 'Windows Server 2022 is newer than the host key "Windows Server 2019", which does not activate it.',
        remedy: 'Use a host key made for Windows Server 2022 or later.',
      },
    ])
  })

  it('is a problem as Windows 10 on a server host without the key named after it', () => {
    for (const generation of ['server-2012-r2', 'server-2012', 'server-2008-r2'] as const) {
      const finding = check({ host: hosts.server2012R2, generation, clients: ['windows-10'] }).find(
        ({ check }) => check === 'host-key-client',
      )
      expect(finding).toMatchObject({ level: 'problem', hresult: 0xc004f015 })
      expect(finding?.message).toContain('0xC004F015 or 0xC004F042')
      expect(finding?.remedy).toContain('Windows Srv 2012R2 DataCtr/Std KMS for Windows 10')
    }
  })

  it('is a problem as a server on a client host', () => {
    const pairing = { host: hosts.windows7, generation: 'windows-7', clients: ['server-2008-r2'] } as const
    expect(brief(pairing)).toContain('host-key-client problem')
    expect(messages(pairing)).toContain('activates client computers alone, so not Windows Server 2008 R2')
  })

  it('is not in the table where it is older and not listed', () => {
    const pairing = {
      host: hosts.server2022,
      generation: 'server-2022',
      clients: ['windows-8', 'windows-vista'],
    } as const
    expect(brief(pairing)).toEqual(['host-key-pairing ok', 'host-key-client warning', 'host-key-client warning'])
    expect(messages(pairing)).toContain("activates Windows 8 is not in Microsoft's table.")
  })

  it('of 2009 is served by a Server 2008 R2 host, with the groups explained', () => {
    const pairing = {
      host: hosts.server2008R2,
      generation: 'server-2008-r2',
      clients: ['windows-7', 'server-2008'],
    } as const
    expect(brief(pairing)).toEqual(['host-key-pairing ok', 'host-key-note info', 'host-key-basis info'])
    expect(messages(pairing)).toContain('groups A (Web, HPC), B (Standard, Enterprise) and C (Datacenter, Itanium)')
  })
})
