import { describe, expect, it } from 'vitest'
import { resultAsText, srvSentence } from '../../../../../src-renderer/wizards/host-plan/result/result-text.ts'
import { plan, refused, report } from '../../../../ui-preview/fixtures.ts'

const done = { ...plan, state: 'done' } as const

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
    const text = resultAsText('Not set up', { ...plan, state: 'failed', steps }, report)
    expect(text).toContain('3. Activate Windows online with Microsoft: Failed')
    expect(text).toContain('cscript slmgr.vbs kms01 /ato')
    expect(text).toContain('Windows result: 0xC004C020')
    expect(text).toContain('kms01.lab.example, port 1688, priority 0, weight 0')
    expect(text).toContain('Event 12294')
  })

  it('begins with the heading, and lists what is left for later with its command', () => {
    const deferred = [{ title: 'TCP port 1690', reason: 'Windows refuses it.', equivalent: 'slmgr.vbs /sprt 1690' }]
    const text = resultAsText('Set up', { ...done, deferred }, report)
    expect(text.startsWith('Set up')).toBe(true)
    expect(text).toContain('TCP port 1690')
    expect(text).toContain('slmgr.vbs /sprt 1690')
  })

  it('says that nothing was verified where there is no report', () => {
    expect(resultAsText('Ended', done, null)).toContain('has not been asked')
  })
})
