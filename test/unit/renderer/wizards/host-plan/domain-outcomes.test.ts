import { describe, expect, it } from 'vitest'
import type { LicensingEvent } from '../../../../../src-main/contract/models/kms-host-report.ts'
import {
  domainOutcomes,
  isRefusedSomewhere,
} from '../../../../../src-renderer/wizards/host-plan/result/domain-outcomes.ts'

const event = (id: number, minute: number, ...data: readonly string[]): LicensingEvent => ({
  id,
  log: 'Application',
  time: `2026-11-22T12:${String(minute).padStart(2, '0')}:00.000Z`,
  data: [...data],
  meaning: '',
})
const told = (events: readonly LicensingEvent[]) =>
  domainOutcomes(events).map(({ domain, published }) => `${domain} ${published ? 'published' : 'refused'}`)

describe('domainOutcomes', () => {
  it('tells one line for each domain, from the last event about it', () => {
    const events = [
      event(12_294, 3, 'a.test'),
      event(12_293, 2, '0x8007232A', 'b.test'),
      event(12_293, 1, '0x8007232A', 'a.test'),
    ]
    expect(told(events)).toEqual(['a.test published', 'b.test refused'])
    expect(isRefusedSomewhere(events)).toBe(true)
  })

  it('does not depend on the order in which events of different times come', () => {
    expect(told([event(12_293, 1, '0x1', 'a.test'), event(12_294, 3, 'a.test')])).toEqual(['a.test published'])
    expect(told([event(12_294, 1, 'a.test'), event(12_293, 3, '0x1', 'a.test')])).toEqual(['a.test refused'])
  })

  it('takes the first of two at the same time, because main lists the newest first', () => {
    expect(told([event(12_294, 1, 'a.test'), event(12_293, 1, '0x1', 'a.test')])).toEqual(['a.test published'])
  })

  it('reads the domain where Windows put all data into one string, whatever its case', () => {
    expect(told([event(12_294, 2, 'A.test'), event(12_293, 1, '0x8007232A,a.test')])).toEqual(['A.test published'])
  })

  it('has nothing to say of other events', () => {
    expect(domainOutcomes([event(12_290, 1, '0,client.a.test')])).toEqual([])
    expect(isRefusedSomewhere([])).toBe(false)
  })
})
