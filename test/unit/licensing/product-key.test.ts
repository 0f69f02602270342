import { describe, expect, it } from 'vitest'
import { keyCharacters } from '../../../src-main/licensing/product-key-alphabet.ts'
import { compactKey, maskProductKey, parseProductKey } from '../../../src-main/licensing/product-key.ts'
import { setupKeys } from '../../../src-main/licensing/setup-keys.ts'

const old = 'BCDFG-HJKMP-QRTVW-XY234-67892'
const modern = 'BCDFG-HJKMN-QRTVW-XY234-67892'

const keyText = (typed: string): string => {
  const parsed = parseProductKey(typed)
  return parsed.outcome === 'key' ? parsed.key.text : `malformed: ${parsed.faults.map(({ check }) => check).join()}`
}
const faultsOf = (typed: string) => {
  const parsed = parseProductKey(typed)
  if (parsed.outcome === 'key') throw new Error('expected faults')
  return parsed.faults
}
const messages = (typed: string): string =>
  faultsOf(typed)
    .map(({ message }) => message)
    .join(' ')

describe('reading a typed product key', () => {
  it.each([
    ['as printed', old],
    ['in lower case', old.toLowerCase()],
    ['without dashes', old.replaceAll('-', '')],
    ['with blanks for dashes', old.replaceAll('-', ' ')],
    ['with blanks around the dashes', old.replaceAll('-', ' - ')],
    ['with en dashes', old.replaceAll('-', '\u2013')],
    ['with non-breaking hyphens', old.replaceAll('-', '\u2011')],
    ['with a label', `KMS key: ${old}`],
    ['with a label that has no colon', `Host key ${old} (do not share)`],
    ['with a label made of key letters', `KMS: ${old}`],
    ['after an equals sign', `ProductKey=${old}`],
    ['in quotes', `"${old}"`],
    ['in angle brackets with a full stop', `<${old}>.`],
    ['with a line break and tabs around', `\t${old}\r\n`],
    ['with zero-width spaces inside', old.replaceAll('-', '-\u200b')],
    [
      'in full-width letters',
      [...old].map((c) => (c === '-' ? c : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join(''),
    ],
    ['twice the same', `${old}\n${old.toLowerCase()}`],
    ['in groups of another size', 'BCDFGHJK MPQRTVWX Y23467892'],
  ])('accepts it %s', (_, typed) => {
    expect(keyText(typed)).toBe(old)
  })

  it('reads every published setup key back from every way of typing it', () => {
    for (const { key } of setupKeys) {
      expect(keyText(key)).toBe(key)
      expect(keyText(` key : ${key.toLowerCase().replaceAll('-', '')} `)).toBe(key)
    }
  })

  it('tells the generation by the letter N', () => {
    expect(parseProductKey(old)).toMatchObject({ key: { generation: 'windows-7', lastFive: '67892' } })
    expect(parseProductKey(modern)).toMatchObject({ key: { generation: 'windows-8' } })
  })

  it('agrees with the generation of every published setup key', () => {
    for (const { key, version } of setupKeys) {
      const expected = version === '6.0' || version === '6.1' ? 'windows-7' : 'windows-8'
      expect(parseProductKey(key)).toMatchObject({ outcome: 'key', key: { generation: expected } })
    }
  })

  it('refuses a key with more than one N and says how many there are', () => {
    expect(messages('NCDFG-HJKMN-QRTVW-XY234-67892')).toContain('The letter N stands in the key twice')
    expect(messages('NCDFG-HJKMN-NRTVW-XY234-67892')).toContain('3 times')
  })

  it.each(['', '   ', '\u200b', '\n'])('says that nothing was entered for %j', (typed) => {
    expect(faultsOf(typed).map(({ check }) => check)).toEqual(['key-empty'])
  })

  it('refuses several keys at once', () => {
    expect(faultsOf(`${old}\n${modern}`).map(({ check }) => check)).toEqual(['key-several'])
    expect(messages(`${old}, ${modern}`)).toBe('The text holds 2 product keys.')
  })

  it('names a wrong character, its position and its group, wherever it stands', () => {
    const compact = old.replaceAll('-', '')
    for (let place = 0; place < 25; place += 1) {
      const typed = (compact.slice(0, place) + 'O' + compact.slice(place + 1)).match(/.{5}/g)?.join('-') ?? ''
      const group = Math.floor(place / 5) + 1
      expect(messages(typed)).toBe(
        `The character "O" at position ${place + 1} (group ${group}, character ${(place % 5) + 1}) cannot stand in a product key.`,
      )
      expect(messages(typed.replaceAll('-', ''))).toContain(`"O" at position ${place + 1} (`)
      expect(messages(`KMS key: ${typed}`)).toContain(`"O" at position ${place + 1} (`)
    }
  })

  it('refuses every letter and digit that no key has', () => {
    for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
      const parsed = parseProductKey(`BCDFG-HJKMP-QRTVW-XY234-6789${character}`)
      expect([character, parsed.outcome]).toEqual([character, keyCharacters.includes(character) ? 'key' : 'malformed'])
    }
  })

  it('names several wrong characters, but no more than three', () => {
    expect(messages('OCDFG-HJKMP-QRTVW-XY234-6789O')).toContain(
      '"O" at position 1 (group 1, character 1), "O" at position 25',
    )
    expect(messages('OOOOO-HJKMP-QRTVW-XY234-67892')).toContain('and 2 more')
  })

  it('takes a character outside the basic plane for one', () => {
    expect(messages('BCDFG-HJKM\u{1F511}-QRTVW-XY234-67892')).toContain(
      '"\u{1F511}" at position 10 (group 2, character 5)',
    )
  })

  it('names a wrong length, and the group where it can be told', () => {
    expect(messages('BCDFG-HJKM-QRTVW-XY234-67892')).toBe(
      'The key has 24 characters; a product key has 25 in five groups of five. Group 2 has 4 instead of 5.',
    )
    expect(messages('BCDFG-HJKMPP-QRTVW-XY234-67892')).toContain('has 26 characters')
    expect(messages('BCDFG-HJKMP-QRTVW-XY234')).toContain('has 20 characters')
    expect(messages('B')).toContain('has 1 character;')
  })

  it('refuses a sixth group instead of dropping it', () => {
    expect(faultsOf(`${old}-BCDFG`).map(({ check }) => check)).toContain('key-length')
    expect(faultsOf(`BCDFG-${old}`).map(({ check }) => check)).toContain('key-length')
  })

  it('names length and character where both are wrong', () => {
    expect(faultsOf('BCDFG-HJKMP-QRTVW-XY234-6780').map(({ check }) => check)).toEqual(['key-length', 'key-character'])
  })

  it('quotes nothing of a text that is no key by its length, since it may be another secret', () => {
    expect(messages('Tr0ub4dor&3')).not.toMatch(/"/)
    expect(messages('a'.repeat(200))).not.toMatch(/"/)
  })

  it('never quotes a character of the key itself', () => {
    expect(messages('BCDFG-HJKMP-QRTVW-XY234-6789O')).not.toContain('BCDFG')
  })
})

describe('masking a product key', () => {
  it('shows the last five characters alone', () => {
    expect(maskProductKey(old.toLowerCase())).toBe('XXXXX-XXXXX-XXXXX-XXXXX-67892')
  })
  it('shows nothing of a text that is no key', () => {
    expect(maskProductKey('hunter2-secret-ABCDE')).toBe('XXXXX-XXXXX-XXXXX-XXXXX-XXXXX')
  })
  it('leaves the compact form at 25 characters', () => {
    const parsed = parseProductKey(old)
    expect(parsed.outcome === 'key' && compactKey(parsed.key)).toBe('BCDFGHJKMPQRTVWXY23467892')
  })
})
