import { describe, expect, it } from 'vitest'
import { primaryProduct } from '../../../src-main/contract/conversion-directions.ts'
import type { LicensedProduct, ProductKind } from '../../../src-main/contract/models/license-snapshot.ts'
import { conversionOptions, presentSentence } from '../../../src-main/licensing/conversion-options.ts'
import { adviseSetupKey } from '../../../src-main/licensing/setup-key-advice.ts'

const advise = (editionId: string) =>
  adviseSetupKey({
    caption: 'Microsoft Windows 7',
    version: '6.1.7601',
    build: 7601,
    editionId,
    osSku: null,
    isServer: false,
  })
const advice = advise('Enterprise')
const product = (kind: ProductKind, more: Partial<LicensedProduct> = {}): LicensedProduct => ({
  activationId: 'ae2ee509-1b34-41c0-acb7-6d4650168915',
  applicationId: '55c92734-d682-4d71-983e-d6ec3f16059f',
  name: 'Windows(R) 7, Enterprise edition',
  description: '',
  channel: 'VOLUME_MAK',
  kind,
  isWindows: true,
  isAddon: false,
  partialProductKey: 'ABCDE',
  status: 'licensed',
  statusReason: 0,
  graceMinutes: 0,
  isKmsHost: kind === 'kms-host',
  currentCount: null,
  requiredCount: null,
  activationType: null,
  activatedBy: null,
  applicationRearmsLeft: null,
  productRearmsLeft: null,
  ...more,
})

describe('the directions of a conversion', () => {
  it.each([
    ['mak', 'mak-to-kms'],
    ['kms-client', 'kms-to-mak'],
    ['kms-host', 'host-to-client'],
    ['retail', 'retail-to-kms'],
    ['oem', 'retail-to-kms'],
  ] as const)('a computer of kind %s can go %s and nowhere else', (kind, direction) => {
    const { options, proposed } = conversionOptions(product(kind), advice)
    expect(proposed).toBe(direction)
    expect(options.map((option) => option.direction)).toEqual([
      'mak-to-kms',
      'kms-to-mak',
      'retail-to-kms',
      'host-to-client',
    ])
    expect(options.filter(({ refusal }) => refusal === null)).toEqual([{ direction, refusal: null }])
    for (const { refusal } of options) expect(refusal ?? 'No objection.').toMatch(/\w+.*\.$/)
  })

  it('takes a computer whose Product Key page was skipped for one to be converted from retail', () => {
    expect(conversionOptions(undefined, advice).proposed).toBe('retail-to-kms')
  })

  it.each(['time-based', 'avma', 'other'] as const)('offers nothing for a product of kind %s', (kind) => {
    expect(conversionOptions(product(kind), advice).proposed).toBeNull()
  })

  it('offers no way to a KMS client for an edition without volume licences, and says why', () => {
    const { options, proposed } = conversionOptions(product('retail'), advise('HomePremium'))
    expect(proposed).toBeNull()
    expect(options.find(({ direction }) => direction === 'retail-to-kms')?.refusal).toContain('no volume licences')
  })

  it('says of a KMS host that is to get a MAK that it becomes a client first', () => {
    const { options } = conversionOptions(product('kms-host'), advice)
    expect(options.find(({ direction }) => direction === 'kms-to-mak')?.refusal).toContain('KMS client first')
  })
})

describe('what a computer is', () => {
  it('is its primary Windows product, a KMS host before all', () => {
    const office = product('mak', { isWindows: false })
    const addon = product('mak', { isAddon: true })
    const host = product('kms-host')
    expect(primaryProduct([office, addon, product('kms-client'), host])).toBe(host)
    expect(primaryProduct([office, addon])).toBeUndefined()
  })

  it('is said with channel, end of the key and status', () => {
    expect(presentSentence(product('mak'), new Date(0))).toBe(
      'It is a computer with a multiple activation key (MAK). Key ending in ABCDE, channel VOLUME_MAK. Activated permanently.',
    )
    expect(presentSentence(undefined, new Date(0))).toBe('No product key is installed for Windows.')
  })
})
