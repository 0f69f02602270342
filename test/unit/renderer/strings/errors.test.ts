import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../../../src-main/contract/app-error.ts'
import { errorSentences, sentenceOf } from '../../../../src-renderer/strings/errors.ts'

describe('the sentences of errors', () => {
  it.each(errorCodes)('says for %s what is wrong and what to do, in plain sentences', (code) => {
    const { message, remedy } = errorSentences[code]
    for (const sentence of [message, remedy]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/s)
      expect(sentence).not.toContain('!')
    }
  })

  it('prefers what main said', () => {
    const said = { code: 'timeout', message: 'kms01 was too slow.', remedy: 'Wake it.', retryable: true } as const
    expect(sentenceOf(said)).toEqual({ message: 'kms01 was too slow.', remedy: 'Wake it.' })
  })

  it('falls back on the code where main said nothing', () => {
    expect(sentenceOf({ code: 'timeout', message: ' ', retryable: true })).toEqual(errorSentences.timeout)
  })
})
