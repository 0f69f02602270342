import { describe, expect, it } from 'vitest'
import { adviseSetupKey, type NamedEdition } from '../../../src-main/licensing/setup-key-advice.ts'
import { setupKeys } from '../../../src-main/licensing/setup-keys.ts'

const windows7: NamedEdition = {
  caption: 'Microsoft Windows 7 Enterprise ',
  version: '6.1.7601',
  build: 7601,
  editionId: 'Enterprise',
  osSku: 4,
  isServer: false,
}
const suggestion = (more: Partial<NamedEdition>) => adviseSetupKey({ ...windows7, ...more }).suggestion

describe('the client setup key for a computer', () => {
  it('is shown with what it rests on', () => {
    expect(adviseSetupKey(windows7)).toEqual({
      basis: 'Windows 7 Enterprise, EditionID Enterprise, build 7601',
      suggestion: {
        outcome: 'one',
        choice: { key: '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', name: 'Windows 7 Enterprise', remark: null },
        ifRefused: [],
      },
    })
  })

  const editions = setupKeys.filter(({ editionId, status }) => editionId !== null && status === 'current')
  it.each(editions.map((row) => [`${row.product} ${row.edition} ${row.version} ${row.minBuild}`, row] as const))(
    'is that of the published list for %s',
    (_, row) => {
      const found = suggestion({
        version: row.version,
        build: row.minBuild ?? 10240,
        editionId: row.editionId,
        osSku: row.osSku,
        isServer: row.family === 'server',
      })
      expect(found).toMatchObject({ outcome: 'one', choice: { key: row.key } })
    },
  )

  it('is left to a person where EditionID and SKU name two editions', () => {
    const found = suggestion({ editionId: 'Professional', osSku: 4 })
    expect(found).toMatchObject({
      outcome: 'several',
      candidates: [{ name: 'Windows 7 Professional' }, { name: 'Windows 7 Enterprise' }],
    })
  })

  it('is left to a person among the keys of the release where no edition could be read', () => {
    const found = suggestion({ editionId: null, osSku: null })
    if (found.outcome !== 'several') throw new Error('expected several')
    const names = found.candidates.map(({ name }) => name)
    expect(names).toContain('Windows 7 Enterprise')
    expect(names).toContain('Windows 7 Professional N')
    expect(names.filter((name) => name.includes('Server'))).toEqual([])
  })

  it('follows the SKU where the EditionID cannot be read, and says so', () => {
    const advice = adviseSetupKey({ ...windows7, editionId: null })
    expect(advice.basis).toBe('Windows 7 Enterprise, EditionID not readable, build 7601')
    expect(advice.suggestion).toMatchObject({ outcome: 'one', choice: { name: 'Windows 7 Enterprise' } })
  })

  it('marks the key that Microsoft changed since Table 6 of the guide, and keeps the older one', () => {
    expect(suggestion({ editionId: 'ServerHPC', osSku: 18, isServer: true })).toMatchObject({
      outcome: 'one',
      choice: { key: 'TT8MH-CG224-D3D7Q-498W2-9QCTX', remark: expect.stringContaining('Table 6') as string },
      ifRefused: [{ key: 'FKJQ8-TMCVP-FRMR7-4WR42-3JCD7', remark: expect.stringContaining('Table 6') as string }],
    })
  })

  it.each([
    ['HomePremium', 3, '6.1.7601', 7601],
    ['Ultimate', 1, '6.1.7601', 7601],
    ['Core', 101, '10.0.19045', 19045],
    ['CoreSingleLanguage', 100, '10.0.22631', 22631],
  ])('is none for the consumer edition %s, and none may be typed', (editionId, osSku, version, build) => {
    expect(suggestion({ editionId, osSku, version, build })).toMatchObject({
      outcome: 'none',
      mayType: false,
      reason: expect.stringContaining('no volume licences') as string,
      remedy: expect.stringContaining('Upgrade') as string,
    })
  })

  it('is none for an evaluation, which has to become the full edition first', () => {
    const found = suggestion({
      editionId: 'ServerStandardEval',
      osSku: 79,
      build: 20348,
      version: '10.0',
      isServer: true,
    })
    expect(found).toMatchObject({ outcome: 'none', mayType: false, remedy: expect.stringContaining('DISM') as string })
  })

  it('is none for Server 23H2, but a person may have one', () => {
    const found = suggestion({
      editionId: 'ServerStandardACor',
      osSku: 145,
      build: 25398,
      version: '10.0',
      isServer: true,
    })
    expect(found).toMatchObject({ outcome: 'none', mayType: true, reason: expect.stringContaining('23H2') as string })
  })

  it('is none for an edition that the list does not name, which is quoted', () => {
    const found = suggestion({
      caption: 'Microsoft Windows 10 IoT',
      editionId: 'IoTUAP',
      osSku: 123,
      version: '10.0',
      build: 17763,
    })
    expect(found).toMatchObject({
      outcome: 'none',
      mayType: true,
      reason: expect.stringContaining('Windows 10 IoT, EditionID IoTUAP, build 17763') as string,
    })
  })
})
