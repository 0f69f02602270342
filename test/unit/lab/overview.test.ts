import { describe, expect, it } from 'vitest'
import type { LabComputer } from '../../../src-main/contract/models/lab.ts'
import { openLab, type Lab } from '../../../src-main/lab/open-lab.ts'

const named = (lab: Lab, host: string): LabComputer | undefined =>
  lab.overview().computers.find((computer) => computer.host === host)

describe('the overview of a Lab', () => {
  it('tells when a KMS client asked last, on the clock of the Lab, and what came of it', async () => {
    const lab = openLab('contoso-2009', { latencyMs: 0 })
    expect(named(lab, 'PC001')?.licence?.asked).toBeNull()
    const before = Date.parse(lab.overview().now)
    await lab.advance(12 * 60)
    const after = Date.parse(lab.overview().now)
    // The clock of CLOCK01 is six hours behind; what it did is told on the Lab's clock all the same.
    const asked = ['PC001', 'CLOCK01'].map((host) => named(lab, host)?.licence?.asked)
    expect(asked.map((last) => last?.hresult)).toEqual([0x8007232b, 0x8007232b])
    for (const last of asked) {
      const at = Date.parse(last?.at ?? '')
      expect(at).toBeGreaterThanOrEqual(before)
      expect(at).toBeLessThanOrEqual(after)
    }
  })

  it('tells no attempt of computers that ask no KMS host', async () => {
    const lab = openLab('contoso-2009', { latencyMs: 0 })
    await lab.advance(180)
    expect(named(lab, 'MAK01')?.licence).toMatchObject({ kind: 'mak', asked: null })
    expect(named(lab, 'NS01')?.licence).toBeNull()
  })
})
