import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf } from '../../../src-main/plans/freeze.ts'
import type { FrozenPlan } from '../../../src-main/plans/frozen-plan.ts'

const plan: FrozenPlan = {
  planId: 'p',
  wizard: 'steps',
  title: 'A plan',
  target: { place: 'network', host: 'SRV01' },
  targetName: 'SRV01',
  createdAt: '2026-11-22T10:00:00.000Z',
  consents: ['kms-key-warning'],
  steps: [{ kind: 'registry.set-value', params: { name: 'A', value: 1 } }],
  secrets: [{ name: 'hostKey', kind: 'product-key', label: 'the key', lastFive: 'ABCDE', fingerprint: 'f' }],
}

describe('the digest of a plan', () => {
  it('does not depend on the order of members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
    const { steps, ...rest } = plan
    expect(digestOf({ steps, ...rest })).toBe(digestOf(plan))
  })

  it.each([
    ['target', { target: { place: 'network' as const, host: 'SRV02' } }],
    ['step', { steps: [{ kind: 'registry.remove-value', params: { name: 'A', value: 1 } }] }],
    ['parameter', { steps: [{ kind: 'registry.set-value', params: { name: 'A', value: 2 } }] }],
    ['secret', { secrets: plan.secrets.map((secret) => ({ ...secret, fingerprint: 'g' })) }],
    ['consent', { consents: [] }],
  ])('changes with the %s', (_, change) => {
    expect(digestOf({ ...plan, ...change })).not.toBe(digestOf(plan))
  })
})
