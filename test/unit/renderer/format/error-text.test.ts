import { describe, expect, it } from 'vitest'
import { errorAsText, errorDetails } from '../../../../src-renderer/format/error-text.ts'
import { hresultText } from '../../../../src-renderer/format/hresult.ts'
import { refused } from '../../../ui-preview/fixtures.ts'

describe('hresultText', () => {
  it.each([
    [0xc004f074, '0xC004F074'],
    [5, '0x00000005'],
    [0xffffffff, '0xFFFFFFFF'],
  ])('writes %i as %s', (code, text) => {
    expect(hresultText(code)).toBe(text)
  })
})

describe('an error as text', () => {
  it('holds sentence, remedy, code, Windows result, computer and detail', () => {
    expect(errorAsText(refused).split('\n')).toEqual([
      refused.message,
      refused.remedy,
      'Code: licensing-refused',
      'Windows result: 0xC004C020',
      'Computer: KMS01',
      `Detail: ${refused.detail ?? ''}`,
    ])
  })

  it('leaves out what is not known', () => {
    expect(errorDetails({ code: 'timeout', message: 'Late.', retryable: true })).toEqual([['Code', 'timeout']])
  })
})
