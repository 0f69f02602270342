import { describe, expect, it } from 'vitest'
import { ProductKeyCheck } from '../../../src-main/contract/models/product-key-check.ts'
import { checkProductKey, type ProductKeyQuestion } from '../../../src-main/licensing/product-key-check.ts'
import { setupKeys } from '../../../src-main/licensing/setup-keys.ts'

const old = 'BCDFG-HJKMP-QRTVW-XY234-67892'
const modern = 'BCDFG-HJKMN-QRTVW-XY234-67892'

const check = (typed: string, more: Partial<ProductKeyQuestion> = {}): ProductKeyCheck =>
  ProductKeyCheck.parse(
    checkProductKey({ typed, purpose: 'kms-host', osBuild: null, labKey: false, inLab: false, ...more }),
  )
const brief = (result: ProductKeyCheck): string[] => result.findings.map(({ check, level }) => `${check} ${level}`)

describe('checking a KMS host key', () => {
  it('finds nothing against a well-formed key of the right generation', () => {
    expect(check(old, { osBuild: 7601 })).toEqual({
      masked: 'XXXXX-XXXXX-XXXXX-XXXXX-67892',
      lastFive: '67892',
      kind: 'unknown',
      generation: 'windows-7',
      setupKeyFor: null,
      findings: [{ check: 'key-checksum', level: 'ok', field: 'hostKey', message: 'The key is well-formed.' }],
    })
  })

  it('warns of a wrong checksum, names the last five characters and nothing more', () => {
    const result = check(modern)
    expect(brief(result)).toEqual(['key-checksum warning'])
    expect(result.findings[0]?.message).toContain('ending in 67892')
    expect(JSON.stringify(result)).not.toContain('BCDFG')
  })

  it('stops every published client setup key and says whose it is', () => {
    for (const { key, product } of setupKeys) {
      const result = check(key.toLowerCase())
      expect(brief(result)).toEqual(['key-setup problem'])
      expect(result.kind).toBe('setup')
      expect(result.setupKeyFor).toContain(product)
    }
  })

  it('explains a client setup key in words', () => {
    expect(check('33PXH-7Y6KF-2VJC9-XBBR8-HVTHH').findings[0]?.message).toBe(
      'This is the published client setup key of Windows 7 Enterprise. It makes a KMS client, not a KMS host.',
    )
  })

  it('turns every fault of typing into a problem with the name of the field', () => {
    const result = check('BCDFG-HJKMP-QRTVW-XY234-6789')
    expect(result).toMatchObject({ masked: null, lastFive: null, generation: 'unknown' })
    expect(result.findings).toEqual([
      expect.objectContaining({ check: 'key-length', level: 'problem', field: 'hostKey' }),
    ])
    expect(result.findings.every(({ remedy }) => remedy)).toBe(true)
  })

  it('warns of a newer key on Windows 7 and of an older key on a later Windows', () => {
    expect(brief(check(modern, { osBuild: 7601 }))).toContain('key-generation warning')
    expect(brief(check(old, { osBuild: 9200 }))).toContain('key-generation warning')
    expect(brief(check(modern, { osBuild: 9200 }))).not.toContain('key-generation warning')
    expect(brief(check(old, { osBuild: 7600 }))).not.toContain('key-generation warning')
    expect(brief(check(old))).not.toContain('key-generation warning')
  })

  it('refuses a fictional key of the Lab outside the Lab and takes it inside', () => {
    expect(brief(check(old, { labKey: true, osBuild: 20348 }))).toEqual(['key-lab problem'])
    expect(brief(check(old, { labKey: true, inLab: true, osBuild: 7601 }))).toEqual(['key-lab info'])
    expect(brief(check(modern, { labKey: true, inLab: true }))).toEqual(['key-lab info'])
  })

  it('treats a real key in the Lab like any other', () => {
    expect(brief(check(old, { inLab: true }))).toEqual(['key-checksum ok'])
  })
})

describe('checking a key for another purpose', () => {
  const setupKey = '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH'

  it('refuses a published setup key as a MAK and names whose it is', () => {
    const result = check(setupKey, { purpose: 'mak' })
    expect(brief(result)).toEqual(['key-setup problem'])
    expect(result.findings[0]).toMatchObject({
      field: 'mak',
      message: expect.stringContaining('Windows 7 Enterprise') as string,
      remedy: expect.stringContaining('MAK') as string,
    })
  })

  it.each([
    setupKey.toLowerCase(),
    setupKey.replaceAll('-', ''),
    `Product key: ${setupKey}`,
    ` "${setupKey.replaceAll('-', ' ')}" `,
  ])('recognises the setup key in %j', (typed) => {
    expect(check(typed, { purpose: 'kms-client', osBuild: 7601 })).toMatchObject({
      kind: 'setup',
      setupKeyFor: 'Windows 7 Enterprise',
      findings: [{ check: 'key-setup', level: 'ok', field: 'setupKey' }],
    })
    expect(brief(check(typed, { purpose: 'any' }))).toEqual(['key-setup ok'])
  })

  it('doubts a key that is not published where a client setup key is wanted', () => {
    expect(brief(check(old, { purpose: 'kms-client' }))).toEqual(['key-checksum ok', 'key-not-published warning'])
    expect(brief(check(old, { purpose: 'mak' }))).toEqual(['key-checksum ok'])
    expect(brief(check(old, { purpose: 'any' }))).toEqual(['key-checksum ok'])
  })

  it('tells a key of the wrong generation for the target, in the words of its purpose', () => {
    const result = check(old, { purpose: 'mak', osBuild: 22631 })
    expect(brief(result)).toEqual(['key-checksum ok', 'key-generation warning'])
    expect(result.findings[1]?.remedy).toContain('multiple activation key')
    expect(result.findings[1]?.remedy).not.toContain('host')
  })

  it('says which character is wrong, in the field of the purpose', () => {
    const [finding] = check('33PXH-7Y6KF-2VJC9-XBBR8-HVTHO', { purpose: 'mak' }).findings
    expect(finding).toMatchObject({ check: 'key-character', level: 'problem', field: 'mak' })
    expect(finding?.message).toContain('"O" at position 25 (group 5, character 5)')
  })

  it('refuses a fictional key outside the Lab whatever it is for', () => {
    const lab = { labKey: true, inLab: false } as const
    for (const purpose of ['mak', 'kms-client', 'any'] as const)
      expect(brief(check('F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT', { ...lab, purpose }))).toEqual(['key-lab problem'])
  })
})
