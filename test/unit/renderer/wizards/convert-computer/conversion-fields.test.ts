import { describe, expect, it } from 'vitest'
import type { LicenseSnapshot, ProductKind } from '../../../../../src-main/contract/models/license-snapshot.ts'
import {
  conversionComplaint,
  conversionDraft,
  conversionSecrets,
  initialConversion,
  type ConversionFields,
} from '../../../../../src-renderer/wizards/convert-computer/conversion-fields.ts'
import type { TestedComputer } from '../../../../../src-renderer/wizards/task-wizard/task-wizard.ts'
import { emptyTarget } from '../../../../../src-renderer/wizards/target-step/target-fields.ts'

const snapshotWith = (...kinds: readonly ProductKind[]): LicenseSnapshot =>
  ({ products: kinds.map((kind) => ({ kind, isWindows: true, isAddon: false })) }) as unknown as LicenseSnapshot
const computer: TestedComputer = {
  target: { place: 'lab', scenario: 'contoso-2009', host: 'PC001' },
  name: 'PC001',
  snapshot: snapshotWith('kms-client'),
  fields: emptyTarget('lab'),
  test: { reachable: true, findings: [], snapshot: null },
}
const fields = (more: Partial<ConversionFields> = {}): ConversionFields => ({ ...initialConversion(computer), ...more })
const ref = 'secret:0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111'

describe('what is proposed at first', () => {
  it.each([
    [['mak'], 'mak-to-kms'],
    [['kms-client'], 'kms-to-mak'],
    [['kms-client', 'kms-host'], 'host-to-client'],
    [[], 'retail-to-kms'],
    [['avma'], null],
  ] as const)('for the products %j it is %s', (kinds, direction) => {
    expect(initialConversion({ snapshot: snapshotWith(...kinds) }).direction).toBe(direction)
  })
})

describe('what is missing', () => {
  it('is named before main is asked', () => {
    expect(conversionComplaint(fields({ direction: null }))?.field).toBe('direction')
    expect(conversionComplaint(fields({ direction: 'kms-to-mak', mak: ' ' }))?.field).toBe('mak')
    expect(conversionComplaint(fields({ direction: 'mak-to-kms', setupKeyChoice: 'typed' }))?.field).toBe('setupKey')
    expect(conversionComplaint(fields({ direction: 'mak-to-kms' }))).toBeNull()
  })
})

describe('the draft', () => {
  it('has the MAK as a reference alone', () => {
    const typed = fields({ mak: ' F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT ', overruled: ['key-generation'] })
    expect(conversionSecrets(typed)).toEqual({ mak: { kind: 'product-key', value: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT' } })
    expect(conversionDraft(typed, computer, { mak: ref })).toEqual({
      wizard: 'convert-computer',
      target: computer.target,
      conversion: { direction: 'kms-to-mak', mak: ref, activation: 'online' },
      overruled: ['key-generation'],
    })
  })

  it.each([
    ['suggested', { from: 'suggested' }],
    ['33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', { from: 'published', key: '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH' }],
    ['typed', { from: 'typed', ref }],
  ])('leaves the setup key %s to its source', (setupKeyChoice, setupKey) => {
    const chosen = fields({ direction: 'host-to-client', setupKeyChoice, typedSetupKey: 'x', closeFirewall: false })
    expect(conversionDraft(chosen, computer, { setupKey: ref })).toMatchObject({
      conversion: { direction: 'host-to-client', setupKey, activateNow: true, closeFirewall: false },
    })
    expect(Object.keys(conversionSecrets(chosen))).toEqual(setupKeyChoice === 'typed' ? ['setupKey'] : [])
  })
})
