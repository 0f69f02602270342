import { describe, expect, it } from 'vitest'
import {
  hostResultHeading,
  hostResultText,
} from '../../../../../src-renderer/wizards/set-up-kms-host/host-result-text.ts'
import { plan, report } from '../../../../ui-preview/fixtures.ts'

const done = { ...plan, state: 'done' } as const
const refused = {
  ...report,
  events: [
    ...report.events,
    {
      id: 12_293,
      log: 'Application',
      time: '2026-11-22T12:04:41.000Z',
      data: ['0x8007232A', 'branch.example'],
      meaning: 'Refused.',
    },
  ],
}

describe('hostResultHeading', () => {
  it('calls the computer a KMS host only where it was verified and is licensed', () => {
    expect(hostResultHeading(done, report)).toBe('KMS01 is a KMS host')
    expect(hostResultHeading(done, { ...report, licensed: false })).toBe('KMS01 is set up, but not activated')
    expect(hostResultHeading(done, { ...report, channel: null })).not.toContain('is a KMS host')
    expect(hostResultHeading(done, null)).not.toContain('is a KMS host')
  })

  it('never claims success where a domain refused the record', () => {
    expect(hostResultHeading(done, refused)).toBe('KMS01 is activated, but not published in every domain')
    expect(hostResultText(refused)).toContain('do not find this host yet')
  })

  it('says where it was not fully set up', () => {
    expect(hostResultHeading({ ...plan, state: 'failed' }, report)).toBe('KMS01 was not fully set up')
  })
})
