import { describe, expect, it } from 'vitest'
import {
  type HostCandidate,
  hostKeyChoice,
  hostKeyChoices,
  isClientHostKey,
} from '../../../src-main/licensing/host-key-compatibility.ts'
import { hostKeyGenerations, isHostKeyGeneration } from '../../../src-main/licensing/host-key-table.ts'
import { updateName } from '../../../src-main/licensing/host-key-updates.ts'
import { hostKeyHosts as hosts } from './host-key-hosts.ts'

const choices = (host: HostCandidate, wanted: string): string[] =>
  hostKeyChoices(host)
    .filter(({ installable }) => installable === wanted)
    .map(({ generation }) => generation)

const updatesOf = (host: HostCandidate, generation: Parameters<typeof hostKeyChoice>[1]): Record<string, string> =>
  Object.fromEntries(
    hostKeyChoice(host, generation).activates.map(({ system, update }) => [
      system,
      update.need === 'update' ? updateName(update.update) : update.need,
    ]),
  )

describe('which host keys a host takes', () => {
  it.each([
    [hosts.server2025, ['server-2025']],
    [hosts.server2022, ['server-2025', 'server-2022']],
    [hosts.server2019, ['server-2025', 'server-2022', 'server-2019']],
    [hosts.server2016, ['server-2022', 'server-2019', 'server-2016']],
    [hosts.server2012R2, ['server-2019', 'server-2016', 'server-2012-r2-for-windows-10', 'server-2012-r2']],
    [hosts.server2012, ['server-2016', 'server-2012-r2-for-windows-10', 'server-2012-r2', 'server-2012']],
    [hosts.server2008R2, ['server-2012-r2-for-windows-10', 'server-2012-r2', 'server-2012', 'server-2008-r2']],
    [hosts.server2008, ['server-2008-r2']],
    [hosts.windows10, ['windows-10']],
    [hosts.windows81, ['windows-10', 'windows-8.1']],
    [hosts.windows8, ['windows-8']],
    [hosts.windows7, ['windows-10', 'windows-7']],
    [hosts.windows11, []],
    [hosts.server23H2, []],
    [hosts.vista, []],
  ])('$osVersion, build $osBuild', (host, expected) => {
    expect(choices(host, 'yes')).toEqual(expected)
  })

  it('are all listed, the newest first', () => {
    expect(hostKeyChoices(hosts.server2022).map(({ generation }) => generation)).toEqual(
      hostKeyGenerations.toReversed(),
    )
    expect(hostKeyGenerations).toHaveLength(12)
    expect(isHostKeyGeneration('server-2022')).toBe(true)
    expect(isHostKeyGeneration('server-2023')).toBe(false)
  })

  it('are refused on a server where they are for client Windows, and the other way round', () => {
    const clientKeys = hostKeyChoices(hosts.server2022).filter(({ generation }) => isClientHostKey(generation))
    expect(clientKeys).toHaveLength(4)
    for (const { installable, reason } of clientKeys) {
      expect(installable).toBe('no')
      expect(reason).toBe(
        'A host key for client Windows cannot be installed on a server, and Windows Server 2022 is one.',
      )
    }
    const serverKeys = hostKeyChoices(hosts.windows10).filter(({ generation }) => !isClientHostKey(generation))
    expect(new Set(serverKeys.map(({ installable }) => installable))).toEqual(new Set(['no']))
    expect(hostKeyChoice(hosts.windows11, 'server-2022').reason).toContain('which is a client Windows')
  })

  it('counts four generations as keys for client Windows, and not the server key named after Windows 10', () => {
    expect(hostKeyGenerations.filter(isClientHostKey)).toEqual(['windows-7', 'windows-8', 'windows-8.1', 'windows-10'])
  })

  it('says no where the table lists other hosts, and that it does not know where no table speaks of the key', () => {
    const tooNew = hostKeyChoice(hosts.server2016, 'server-2025')
    expect(tooNew).toMatchObject({ installable: 'no', activates: [] })
    expect(tooNew.reason).toContain('Windows Server 2025, Windows Server 2022 and Windows Server 2019 and not for')
    const older = hostKeyChoice(hosts.server2022, 'server-2012-r2')
    expect(older).toMatchObject({ installable: 'not-in-table', activates: [] })
    expect(older.reason).toContain("Microsoft's table does not say whether Windows Server 2022 takes")
    expect(choices(hosts.windows11, 'not-in-table')).toEqual(['windows-8.1', 'windows-8', 'windows-7'])
  })

  it('says of a release that no table names that it is not in the table, for every key', () => {
    expect(choices(hosts.server23H2, 'not-in-table')).toHaveLength(12)
    expect(hostKeyChoice(hosts.server23H2, 'server-2025').reason).toBe(
      "Windows Server, version 23H2 is not in Microsoft's table of KMS hosts and host keys.",
    )
  })

  it('never lets Vista, Server 2003 or Server 2008 have a key that activates Windows 10', () => {
    for (const host of [hosts.vista, hosts.server2003, hosts.server2008]) {
      const windows10 = hostKeyChoices(host).filter(({ generation }) =>
        ['windows-10', 'server-2012-r2-for-windows-10', 'server-2016', 'server-2025'].includes(generation),
      )
      expect(windows10.map(({ installable }) => installable)).toEqual(['no', 'no', 'no', 'no'])
    }
    expect(hostKeyChoice(hosts.server2008, 'server-2016').reason).toContain('can never activate Windows 10')
    expect(hostKeyChoice(hosts.vista, 'windows-10').reason).toContain('can never activate Windows 10')
  })

  it.each([{ caption: 'Microsoft Windows Server 2022 Datacenter: Azure Edition' }, { editionId: 'ServerTurbine' }])(
    'are all refused on an Azure Edition, told by %o',
    (edition) => {
      const all = hostKeyChoices({ ...hosts.server2022, ...edition })
      expect(all.every(({ installable }) => installable === 'no')).toBe(true)
      expect(all[0]?.reason).toBe('An Azure Edition of Windows Server cannot be a KMS host.')
    },
  )

  it('are not refused because Azure stands somewhere else in the caption', () => {
    const host = { ...hosts.server2022, caption: 'Windows Server 2022 Standard', editionId: 'ServerStandard' }
    expect(hostKeyChoice(host, 'server-2022').installable).toBe('yes')
  })
})

describe('what a host activates, and the update it needs first', () => {
  it('is the whole row of the table on a host of the key’s own generation, without an update', () => {
    expect(updatesOf(hosts.server2025, 'server-2025')).toEqual({
      'server-2025': 'none',
      'server-2022': 'none',
      'server-2019': 'none',
      'server-sac': 'none',
      'server-2016': 'none',
      'server-2012-r2': 'none',
      'server-2012': 'none',
      'server-2008-r2': 'none',
      'server-2008': 'none',
      'windows-11': 'none',
      'windows-10': 'none',
      'windows-8.1': 'none',
      'windows-7': 'none',
    })
  })

  it.each([
    [hosts.server2022, 'server-2025', 'server-2025', 'KB5034765 (13 February 2024)'],
    [hosts.server2019, 'server-2025', 'server-2025', 'KB5034768 (13 February 2024)'],
    [hosts.server2019, 'server-2025', 'server-2022', 'KB5003646 (8 June 2021)'],
    [hosts.server2016, 'server-2022', 'server-2022', 'KB5003638 (8 June 2021)'],
    [hosts.server2016, 'server-2022', 'server-2019', 'KB4478877 (3 December 2018)'],
    [hosts.server2012R2, 'server-2019', 'server-2019', 'KB4467695 (27 November 2018)'],
    [hosts.server2012R2, 'server-2019', 'server-2016', 'KB3172614 (July 2016)'],
    [hosts.server2012R2, 'server-2012-r2-for-windows-10', 'windows-10', 'KB3172614 (July 2016)'],
    [hosts.server2012, 'server-2016', 'server-2012-r2', 'KB3172615 (July 2016)'],
    [hosts.server2008R2, 'server-2012', 'server-2012', 'KB3079821'],
    [hosts.server2008, 'server-2008-r2', 'windows-7', 'KB968912'],
    [hosts.windows81, 'windows-10', 'windows-10', 'KB3172614'],
    [hosts.windows7, 'windows-10', 'windows-10', 'KB3079821'],
    [hosts.server2019, 'server-2022', 'windows-11', 'not-listed'],
    [hosts.windows7, 'windows-10', 'windows-8.1', 'not-listed'],
    [hosts.server2016, 'server-2022', 'server-sac', 'not-listed'],
    [hosts.server2019, 'server-2022', 'server-sac', 'none'],
    [hosts.server2016, 'server-2022', 'windows-10', 'none'],
  ] as const)('of %o with the key %s for %s', (host, generation, system, expected) => {
    expect(updatesOf(host, generation)[system]).toBe(expected)
  })

  it('are client systems alone on a client host', () => {
    for (const host of [hosts.windows7, hosts.windows81, hosts.windows10]) {
      for (const { activates } of hostKeyChoices(host)) {
        expect(activates.filter(({ system }) => system.startsWith('server'))).toEqual([])
      }
    }
    expect(updatesOf(hosts.windows10, 'windows-10')).toEqual({
      'windows-10': 'none',
      'windows-8.1': 'none',
      'windows-7': 'none',
    })
  })

  it('keeps Windows 11 out of the reach of a Server 2019 key', () => {
    expect(updatesOf(hosts.server2019, 'server-2019')).not.toHaveProperty('windows-11')
  })
})
