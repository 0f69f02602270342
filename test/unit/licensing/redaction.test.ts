import { describe, expect, it } from 'vitest'
import { keyCharacters } from '../../../src-main/licensing/product-key-alphabet.ts'
import { redactSecrets } from '../../../src-main/licensing/redaction.ts'
import { setupKeys } from '../../../src-main/licensing/setup-keys.ts'

const key = 'BCDFG-HJKMP-QRTVW-XY234-67892'
const mask = 'XXXXX-XXXXX-XXXXX-XXXXX-67892'
const confirmationBlocks = ['012345', '123456', '234567', '345678', '456789', '567890', '678901', '789012']

/** Whether the first twenty characters of the key can be found in a text, however they are grouped. */
const shows = (text: string, secret: string): boolean => {
  const bare = (value: string): string => value.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return bare(text).includes(bare(secret).slice(0, 12)) || bare(text).includes(bare(secret).slice(8, 20))
}

/** A repeatable stream of numbers below `limit`. */
const numbers = (seed: number) => {
  let state = seed
  return (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
}

describe('redacting product keys', () => {
  it.each([
    ['with dashes', key],
    ['in lower case', key.toLowerCase()],
    ['without dashes', key.replaceAll('-', '')],
    ['with blanks', key.replaceAll('-', ' ')],
    ['with en dashes', key.replaceAll('-', '\u2013')],
    ['with dots', key.replaceAll('-', '.')],
    ['URL-encoded after an equals sign', `key%3D${key}`],
    ['undashed and URL-encoded', `key%3D${key.replaceAll('-', '')}`],
    ['after an escaped line break', JSON.stringify(`a\n${key}\n`)],
    ['undashed after an escaped line break', JSON.stringify(`a\n${key.replaceAll('-', '')}\n`)],
    ['undashed within other letters', `xx${key.replaceAll('-', '')}zz`],
    ['within a command line', `slmgr.vbs srv01 /ipk ${key}`],
  ])('masks one %s', (_, text) => {
    const redacted = redactSecrets(text)
    expect(redacted).toContain('XXXXX-XXXXX-XXXXX-XXXXX-')
    expect(shows(redacted, key)).toBe(false)
  })

  it('keeps the last five characters and the text around', () => {
    expect(redactSecrets(`Installing ${key} on srv01.`)).toBe(`Installing ${mask} on srv01.`)
    expect(redactSecrets(`${key}\n${key.toLowerCase()}`)).toBe(`${mask}\n${mask}`)
  })

  it('masks a key with a wrong letter as well', () => {
    expect(redactSecrets('BCDFG-HJKMO-QRTVW-XY234-67892')).toBe(mask)
  })

  it('masks thousands of made-up keys in made-up texts', () => {
    const next = numbers(7)
    const glue = [' ', '"', "'", '\n', ':', '=', '/', '<', '(', ';', ',', '\\n', '\t', '|']
    for (let round = 0; round < 2000; round += 1) {
      const groups = Array.from({ length: 5 }, () =>
        Array.from({ length: 5 }, () => keyCharacters[next(keyCharacters.length)]).join(''),
      )
      const joined = groups.join(['-', '', ' ', '\u2013'][next(4)])
      const typed = next(2) === 0 ? joined : joined.toLowerCase()
      const text = `before${glue[next(glue.length)]}${typed}${glue[next(glue.length)]}after`
      expect([text, shows(redactSecrets(text), groups.join(''))]).toEqual([text, false])
    }
  })

  it('leaves every published setup key as it stands', () => {
    for (const { key } of setupKeys) {
      for (const form of [key, key.toLowerCase(), key.replaceAll('-', '')]) {
        expect(redactSecrets(`/ipk ${form}!`)).toBe(`/ipk ${form}!`)
      }
    }
  })

  it('masks a setup key with one character changed, which may be somebody’s key', () => {
    expect(redactSecrets('33PXH-7Y6KF-2VJC9-XBBR8-HVTHJ')).toBe('XXXXX-XXXXX-XXXXX-XXXXX-HVTHJ')
  })

  it('changes nothing when it runs again', () => {
    const once = redactSecrets(`${key} ${confirmationBlocks.join('-')} hunter22`, ['hunter22'])
    expect(redactSecrets(once, ['hunter22'])).toBe(once)
  })

  it.each([
    '55c92734-d682-4d71-983e-d6ec3f16059f',
    '06401-00206-491-411285-03-1031-9600.0000-0802017',
    '0xC004F074',
    'About seven other words stand here, short ones among them: these, there, where, while, which.',
    'Windows Operating System - Windows Server(R), VOLUME_KMS_R2_C channel',
    'SELECT PartialProductKey FROM SoftwareLicensingProduct WHERE ID = 1',
    'a3f5c0e1b2d498776655443322110099aabbccddeeff00112233445566778899',
    '2026-11-22T12:59:00.000Z 10.0.20348 kms01.contoso.com:1688',
  ])('leaves %s alone', (text) => {
    expect(redactSecrets(text)).toBe(text)
  })

  it('copes with very long texts', () => {
    const long = `${'BCDFG '.repeat(20_000)}${'b'.repeat(100_000)}${'123456 '.repeat(20_000)}`
    expect(redactSecrets(long).length).toBeLessThan(long.length)
  })
})

describe('redacting confirmation IDs', () => {
  it.each([
    ['with dashes', confirmationBlocks.join('-')],
    ['with blanks', confirmationBlocks.join(' ')],
    ['in one run', confirmationBlocks.join('')],
    ['over lines', confirmationBlocks.join('\r\n')],
    ['with block letters', confirmationBlocks.map((block, index) => `${'ABCDEFGH'[index]}: ${block}`).join(', ')],
  ])('removes one %s', (_, text) => {
    const redacted = redactSecrets(`CID ${text} end`)
    expect(redacted).toContain('[confirmation ID]')
    for (const block of confirmationBlocks) expect(redacted).not.toContain(block)
    expect(redacted).toMatch(/^CID .* end$/s)
  })

  it('removes one that other digits follow', () => {
    expect(redactSecrets(`${confirmationBlocks.join('-')} 202611`)).not.toContain('789012')
  })

  it('leaves shorter rows of numbers alone', () => {
    const seven = confirmationBlocks.slice(0, 7).join('-')
    expect(redactSecrets(seven)).toBe(seven)
  })
})

describe('redacting named secrets', () => {
  it('removes a password as it is, in JSON and in a URL', () => {
    const password = 'p"a\\s s/wörd'
    const text = `${password} ${JSON.stringify({ password })} ${encodeURIComponent(password)}`
    const redacted = redactSecrets(text, [password])
    expect(redacted).toBe('***** {"password":"*****"} *****')
  })

  it('takes the signs of regular expressions literally', () => {
    expect(redactSecrets('a.c+(d)[e]$^|{1}-x abc', ['a.c+(d)[e]$^|{1}-x'])).toBe('***** abc')
  })

  it('replaces a very short password only where it stands alone', () => {
    expect(redactSecrets('password ab, about', ['ab'])).toBe('password *****, about')
  })

  it('masks a named key in any grouping', () => {
    expect(redactSecrets('BCDF GHJK MPQR TVWX Y234 67892', [key])).toBe(mask)
  })

  it('removes a long password with 25 letters and digits wholly', () => {
    const password = '!correct-horse-battery-stapler!!'
    expect(redactSecrets(`x ${password} y`, [password])).toBe('x ***** y')
  })

  it('removes a password that contains another one', () => {
    expect(redactSecrets('secret-one-longer', ['secret-one', 'secret-one-longer'])).toBe('*****')
  })

  it('ignores an empty secret and survives a lone surrogate', () => {
    expect(redactSecrets('text', ['', '\ud800abc'])).toBe('text')
  })
})
