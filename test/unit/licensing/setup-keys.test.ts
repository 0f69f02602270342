import { describe, expect, it } from 'vitest'
import { setupKeysFor } from '../../../src-main/licensing/setup-key-suggestion.ts'
import { isSetupKey, setupKeyOwner, setupKeyRows, setupKeys } from '../../../src-main/licensing/setup-keys.ts'

const suggested = (version: string, build: number, editionId: string | null, osSku: number | null = null): string => {
  const result = setupKeysFor({ version, build, editionId, osSku })
  return result.outcome === 'one' ? result.key.key : result.outcome
}

describe('the published client setup keys', () => {
  it('are all there', () => {
    expect(setupKeys).toHaveLength(108)
    const keys = (status: string) => new Set(setupKeys.filter((row) => row.status === status).map(({ key }) => key))
    expect(keys('current').size).toBe(82)
    expect([...keys('historical')]).toEqual(['FKJQ8-TMCVP-FRMR7-4WR42-3JCD7'])
  })

  it('are recognised in any spelling, and nothing else is', () => {
    expect(isSetupKey('33pxh7y6kf2vjc9xbbr8hvthh')).toBe(true)
    expect(isSetupKey('33PXH-7Y6KF-2VJC9-XBBR8-HVTHJ')).toBe(false)
    expect(isSetupKey('no key')).toBe(false)
    expect(setupKeyRows('M7XTQ-FN8P6-TTKYV-9D4CC-J462D')).toHaveLength(3)
  })

  it.each([
    ['33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', 'Windows 7 Enterprise'],
    ['W269N-WFGWX-YVC9B-4J6C9-T83GX', 'Windows 11 Pro and Windows 10 Pro'],
    ['489J6-VHDMP-X63PK-3K798-CPX3Y', 'Windows Server 2008 R2 Enterprise'],
    [
      'M7XTQ-FN8P6-TTKYV-9D4CC-J462D',
      'Windows 11 Enterprise LTSC 2024, Windows 10 Enterprise LTSC 2021 and Windows 10 Enterprise LTSC 2019',
    ],
    ['FKJQ8-TMCVP-FRMR7-4WR42-3JCD7', 'Windows Server 2008 R2 HPC Edition (from an older list)'],
    ['8N2M2-HWPGY-7PGT9-HGDD8-GVGGY', 'Windows Server 2012 N'],
  ])('%s belongs to %s', (key, owner) => {
    expect(setupKeyOwner(key)).toBe(owner)
  })

  it('names no owner for any other key', () => {
    expect(setupKeyOwner('BCDFG-HJKMP-QRTVW-XY234-67892')).toBeNull()
  })
})

describe('suggesting a client setup key', () => {
  it.each([
    ['Windows 7 SP1 Enterprise', '6.1', 7601, 'Enterprise', '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH'],
    ['Server 2008 R2 Standard', '6.1.7601', 7601, 'ServerStandard', 'YC6KT-GKW9T-YTKYR-T4X34-R7VHC'],
    ['Windows 10 22H2 Pro', '10.0.19045', 19045, 'Professional', 'W269N-WFGWX-YVC9B-4J6C9-T83GX'],
    ['Windows 11 25H2 Enterprise', '10.0', 26200, 'Enterprise', 'NPPR9-FWDCX-D2C8J-H872K-2YT43'],
    ['LTSC 2021', '10.0', 19044, 'EnterpriseS', 'M7XTQ-FN8P6-TTKYV-9D4CC-J462D'],
    ['LTSB 2016', '10.0', 14393, 'EnterpriseS', 'DCPHK-NFMTC-H88MJ-PFHPY-QJ4BJ'],
    ['LTSB 2015', '10.0', 10240, 'EnterpriseS', 'WNMTR-4C88C-JK8YV-HQ7T2-76DF9'],
    ['Server 2019 Standard', '10.0', 17763, 'ServerStandard', 'N69G4-B89J2-4G8F4-WWYCC-J464C'],
    ['Server, version 1809 Standard', '10.0', 17763, 'ServerStandardACor', 'N2KJX-J94YW-TQVFB-DG9YT-724CC'],
    ['Server 2022 Datacenter', '10.0', 20348, 'serverdatacenter', 'WX4NM-KYWYW-QJJR4-XV3QB-6VM33'],
    ['Server 2025 Datacenter', '10.0', 26100, 'ServerDatacenter', 'D764K-2NDRG-47T6Q-P8T8W-YP6DF'],
  ])('knows the key of %s', (_, version, build, editionId, key) => {
    expect(suggested(version, build, editionId)).toBe(key)
  })

  it('knows Server Core by its own SKU', () => {
    expect(suggested('10.0', 20348, null, 13)).toBe('VDYBN-27WPP-V4HQT-9VMD4-VMK7H')
    expect(suggested('10.0', 20348, null, 12)).toBe('WX4NM-KYWYW-QJJR4-XV3QB-6VM33')
  })

  it('offers the HPC key of the current list and keeps the older one for a refusal', () => {
    expect(setupKeysFor({ version: '6.1', build: 7601, editionId: 'ServerHPC', osSku: 18 })).toMatchObject({
      outcome: 'one',
      key: { key: 'TT8MH-CG224-D3D7Q-498W2-9QCTX' },
      ifRefused: [{ key: 'FKJQ8-TMCVP-FRMR7-4WR42-3JCD7' }],
    })
  })

  it('guesses none for a release without a published key', () => {
    expect(suggested('10.0', 25398, 'ServerDatacenter')).toBe('none')
    expect(suggested('10.0', 25398, 'ServerDatacenterACor')).toBe('none')
    expect(suggested('10.0', 27000, 'EnterpriseS')).toBe('none')
    expect(suggested('10.0', 20348, 'Professional')).toBe('none')
  })

  it('guesses none for an unknown edition, version or where nothing is known', () => {
    expect(suggested('10.0', 19045, 'Core')).toBe('none')
    expect(suggested('5.2', 3790, 'Enterprise')).toBe('none')
    expect(suggested('6.2', 9200, null, null)).toBe('none')
  })

  it('never suggests a row with a doubtful label, whatever the edition', () => {
    const doubtful = new Set(setupKeys.filter(({ note }) => note?.includes('Never auto-select')).map(({ key }) => key))
    expect(doubtful.size).toBe(4)
    for (const { editionId, osSku } of setupKeys) {
      for (const build of [9200, 9600]) {
        expect(doubtful.has(suggested('6.2', build, editionId, osSku))).toBe(false)
      }
    }
  })

  it('finds for each listed edition its own key, by EditionID and by SKU', () => {
    const rows = setupKeys.filter(({ status, note }) => status === 'current' && !note?.includes('Never auto'))
    const wrong = rows.filter((row) => {
      const build = row.minBuild ?? 19045
      const byName = row.editionId === null || suggested(row.version, build, row.editionId) === row.key
      const bySku = row.osSku === null || suggested(row.version, build, null, row.osSku) === row.key
      return !byName || !bySku
    })
    expect(rows).toHaveLength(103)
    expect(wrong).toEqual([])
  })
})
