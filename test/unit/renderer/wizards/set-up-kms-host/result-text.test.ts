import { describe, expect, it } from 'vitest'
import {
  resultAsText,
  resultHeading,
  srvSentence,
} from '../../../../../src-renderer/wizards/set-up-kms-host/result/result-text.ts'
import { plan, refused, report } from '../../../../ui-preview/fixtures.ts'

const done = { ...plan, state: 'done' } as const

describe('resultHeading', () => {
  it('calls the computer a KMS host only where it was verified and is licensed', () => {
    expect(resultHeading(done, report)).toBe('KMS01 is a KMS host')
    expect(resultHeading(done, { ...report, licensed: false })).toBe('KMS01 is set up, but not activated')
    expect(resultHeading(done, { ...report, channel: null })).not.toContain('is a KMS host')
    expect(resultHeading(done, null)).not.toContain('is a KMS host')
  })

  it('says where it was not fully set up', () => {
    expect(resultHeading({ ...plan, state: 'failed' }, report)).toBe('KMS01 was not fully set up')
  })
})

describe('srvSentence', () => {
  const error = { code: 'timeout', message: 'The DNS server did not answer.', retryable: true } as const

  it('tells "could not ask" from "none"', () => {
    const none = srvSentence({ outcome: 'none', name: '_vlmcs._tcp.a.test', server: null })
    const unknown = srvSentence({ outcome: 'could-not-ask', name: '_vlmcs._tcp.a.test', server: null, error })
    expect(none).toContain('no record')
    expect(unknown).not.toContain('no record')
    expect(unknown).toContain('not known. The DNS server did not answer.')
  })
})

describe('resultAsText', () => {
  it('lists each step with its state, command and error, and what was verified', () => {
    const steps = plan.steps.map((step) =>
      step.index === 2 ? { ...step, state: 'failed' as const, error: refused } : step,
    )
    const text = resultAsText({ ...plan, state: 'failed', steps }, report)
    expect(text).toContain('3. Activate Windows online with Microsoft: Failed')
    expect(text).toContain('cscript slmgr.vbs kms01 /ato')
    expect(text).toContain('Windows result: 0xC004C020')
    expect(text).toContain('kms01.lab.example, port 1688, priority 0, weight 0')
    expect(text).toContain('Event 12294')
  })

  it('says that nothing was verified where there is no report', () => {
    expect(resultAsText(done, null)).toContain('has not been asked')
  })
})
