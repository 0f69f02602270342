import { describe, expect, it } from 'vitest'
import { extractKey, isComplete } from '../../../../../src-renderer/wizards/set-up-kms-host/key-text.ts'

const key = 'ABCDE-FGHJK-MNPQR-STVWX-Y2346'

describe('extractKey', () => {
  it.each([
    ['a bare key', key],
    ['small letters', key.toLowerCase()],
    ['a label before it', `Product key: ${key}`],
    ['a label of five letters before it', `Hosts ${key}`],
    ['words after it', `${key} (Windows Server 2008 R2)`],
    ['line breaks around it', `\r\n\t${key}\r\n`],
    ['en dashes', key.replaceAll('-', '–')],
    ['spaces for hyphens', key.replaceAll('-', ' ')],
    ['spaces around hyphens', key.replaceAll('-', ' - ')],
    ['no hyphens', key.replaceAll('-', '')],
  ])('finds the key in %s', (_, text) => {
    expect(extractKey(text)).toBe(key)
  })

  it('gives text without the shape of a key back trimmed, for the check to say what is wrong', () => {
    expect(extractKey('  ABCDE-FGHJK-MNPQR-STVWX-Y234 ')).toBe('ABCDE-FGHJK-MNPQR-STVWX-Y234')
    expect(extractKey('')).toBe('')
  })

  it('does not cut a key out of a longer run of characters', () => {
    expect(extractKey(`${key}77`)).toBe(`${key}77`)
  })
})

describe('isComplete', () => {
  it('counts characters and not hyphens', () => {
    expect(isComplete(key)).toBe(true)
    expect(isComplete(key.slice(0, -1))).toBe(false)
  })
})
